using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koers.Web.Accounts;

/// <summary>Signing in, put together: people by cookie, other systems by token, side by side.</summary>
internal static class SignInServices
{
    private const string Either = "Koers";

    public static void AddSignIn(this IServiceCollection services, SignInSettings settings)
    {
        services.AddAccounts(settings);
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = settings.PasskeyHost;
            // A passkey takes the place of password and second step together
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(IsOwnOrigin(context, settings));
        });
        // Keys in the register: all machines open each other's cookies
        services.AddDataProtection().SetApplicationName("Koers").PersistKeysToDbContext<RegisterContext>();
        services.AddSingleton<BriefState>().AddSingleton<CallLimits>();
        services.AddRateLimiter(limiter => CallLimits.Configure(limiter, settings));
        var schemes = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, policy => policy.ForwardDefaultSelector =
                // A token speaks to the API only: pages know no scopes
                http => http.Request.IsApiCall() && http.Request.Headers.Authorization.Count > 0 ? ApiTokens.Scheme : SessionCookie.Scheme)
            .AddScheme<ApiTokenOptions, ApiTokens>(ApiTokens.Scheme, null)
            .AddCookie(SessionCookie.Scheme, cookie => SessionCookie.Configure(cookie, settings));
        if (settings.SingleSignOn is { } single)
            SingleSignOnScheme.Add(schemes, settings, single);
        services.AddAuthorization();
    }

    /// <summary>After routing: who asks, how often, and whether it may ask at all.</summary>
    public static void UseSignIn(this IApplicationBuilder server) =>
        server.UseAuthentication().UseRateLimiter().UseMiddleware<CallerGuard>().UseAuthorization();

    // The page on which the browser was: of this server, not in a frame of another
    private static bool IsOwnOrigin(PasskeyOriginValidationContext context, SignInSettings settings) =>
        !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && !settings.IsHttpsOnly))
        && string.Equals(
            settings.PasskeyHost is null ? origin.Authority : origin.Host,
            settings.PasskeyHost ?? context.HttpContext.Request.Host.Value,
            StringComparison.OrdinalIgnoreCase);
}
