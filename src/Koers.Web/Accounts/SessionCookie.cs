using System.Security.Claims;
using Koers.App.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Accounts;

/// <summary>The cookie of people. It only says which session it is of; whether that holds, and what its account may do, is read at every
/// request.</summary>
internal static class SessionCookie
{
    /// <summary>Name of this way to sign in.</summary>
    public const string Scheme = "Sessie";

    /// <summary>The page on which people sign in.</summary>
    public const string SignInPage = "/aanmelden";

    private const string KeyClaim = "koers:session";
    private const string IdentityToken = "id_token";

    // What begins with __Host- a browser takes by https only, for this host only
    public static string NameOf(SignInSettings settings, string name) => settings.IsHttpsOnly ? "__Host-" + name : name;

    public static CookieSecurePolicy PolicyOf(SignInSettings settings) =>
        settings.IsHttpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public static void Configure(CookieAuthenticationOptions options, SignInSettings settings)
    {
        options.Cookie.Name = NameOf(settings, "koers");
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        // Lax, not Strict: who comes back from the identity provider, or follows a link in a letter, is signed in
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = PolicyOf(settings);
        options.ExpireTimeSpan = settings.IdleLimit;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPage;
        options.ReturnUrlParameter = "terug";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = Validate,
            OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden),
        };
    }

    /// <summary>Gives the browser the cookie of a session that began.</summary>
    /// <param name="http">The request.</param>
    /// <param name="accountId">Whose session.</param>
    /// <param name="key">Its key.</param>
    /// <param name="identityToken">What the identity provider said, where that signed in: to sign out there too.</param>
    public static Task SignIn(HttpContext http, Guid accountId, string key, string? identityToken = null)
    {
        var properties = new AuthenticationProperties();
        if (identityToken is not null)
            properties.StoreTokens([new AuthenticationToken { Name = IdentityToken, Value = identityToken }]);
        return http.SignInAsync(Scheme, Principal(new SignedIn(accountId, "", "", []), key), properties);
    }

    /// <summary>What the identity provider said when it signed in; null where it did not.</summary>
    public static Task<string?> IdentityTokenOf(HttpContext http) => http.GetTokenAsync(Scheme, IdentityToken);

    /// <summary>The key of the session; null where the caller has none.</summary>
    public static string? KeyOf(HttpContext http) => http.User.FindFirstValue(KeyClaim);

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var key = context.Principal?.FindFirstValue(KeyClaim);
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (key is not null && Guid.TryParse(context.Principal?.FindFirstValue(Callers.AccountClaim), out var id)
            && await sessions.Find(id, key, context.HttpContext.RequestAborted) is { } signedIn)
        {
            context.ReplacePrincipal(Principal(signedIn, key));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static ClaimsPrincipal Principal(SignedIn signedIn, string key)
    {
        var claims = new List<Claim>
        {
            new(Callers.AccountClaim, signedIn.AccountId.ToString()),
            new(Callers.NameClaim, AccountRegister.TargetOf(signedIn.AccountId)),
            new(Callers.DisplayNameClaim, signedIn.DisplayName),
            new(Callers.LanguageClaim, signedIn.Language),
            new(KeyClaim, key),
        };
        claims.AddRange(signedIn.Grants.Select(Callers.ClaimOf));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    // Programs get a status, people a page. Who sent a form is not led away from it: PageAnswers shows what was typed
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (request.IsApi() || HttpMethods.IsPost(request.Method) || status == StatusCodes.Status403Forbidden)
            context.Response.StatusCode = status;
        else
            // Without the name of the host, which whoever asks may have made up
            context.Response.Redirect($"{SignInPage}?terug={Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString)}");
        return Task.CompletedTask;
    }
}
