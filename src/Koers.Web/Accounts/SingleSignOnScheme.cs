using System.Security.Claims;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Koers.Web.Accounts;

/// <summary>Single sign-on by OpenID Connect: code flow with PKCE. The provider's word is checked by the library; then an ordinary session
/// begins.</summary>
internal static class SingleSignOnScheme
{
    /// <summary>Where people begin.</summary>
    public const string Path = SessionCookie.SignInPage + "/sso";

    /// <summary>Where the provider sends them back to: to be registered with it.</summary>
    public const string ReturnPath = Path + "/terug";

    /// <summary>Where the provider sends them back to when they signed out there: to be registered with it.</summary>
    public const string SignedOutPath = Path + "/afgemeld";

    private const string Scheme = "Sso";

    public static void Add(AuthenticationBuilder schemes, SignInSettings settings, SingleSignOnSettings single) =>
        schemes.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.Authority = single.Authority.ToString();
            oidc.RequireHttpsMetadata = !single.Authority.IsLoopback;
            oidc.ClientId = single.ClientId;
            oidc.ClientSecret = single.ClientSecret;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            // In the address, so that the cookies need not go along with what other sites send
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.CallbackPath = ReturnPath;
            oidc.SignInScheme = SessionCookie.Scheme;
            oidc.MapInboundClaims = false;
            // Kept until the session begins; of them the session keeps the one with which it signs out
            oidc.SaveTokens = true;
            oidc.GetClaimsFromUserInfoEndpoint = false;
            oidc.Scope.Clear();
            foreach (var scope in single.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal))
                oidc.Scope.Add(scope);
            foreach (var cookie in (CookieBuilder[])[oidc.NonceCookie, oidc.CorrelationCookie])
                (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, SessionCookie.PolicyOf(settings));
            oidc.Events = new OpenIdConnectEvents
            {
                OnTicketReceived = context => Arrived(context, single),
                OnRemoteFailure = Failed,
            };
        });

    /// <summary>Maps the address at which people begin.</summary>
    public static void Map(IEndpointRouteBuilder server, SignInSettings settings)
    {
        if (settings.SingleSignOn is not null)
        {
            server.MapGet(Path, (HttpContext http, string? terug) => Begin(http, terug)).ExcludeFromDescription();
            server.MapGet(SignedOutPath, () => Results.LocalRedirect("/")).ExcludeFromDescription();
        }
    }

    /// <summary>Where the browser signs out at the provider too (OpenID Connect RP-Initiated Logout 1.0); null where the session did not begin
    /// there, or the provider does not offer it.</summary>
    /// <param name="http">The request that signs out, as long as its session is there.</param>
    public static async Task<string?> SignOutAddress(HttpContext http)
    {
        // A provider that cannot be reached keeps nobody from signing out here
        if (await SessionCookie.IdentityTokenOf(http) is not { } token || await Provider(http) is not { EndSessionEndpoint.Length: > 0 } provider)
            return null;
        return new OpenIdConnectMessage
        {
            IssuerAddress = provider.EndSessionEndpoint,
            ClientId = Options(http).ClientId,
            IdTokenHint = token,
            PostLogoutRedirectUri = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{SignedOutPath}",
        }.CreateLogoutRequestUrl();
    }

    // What the provider says of itself; null where it cannot be reached
    private static async Task<OpenIdConnectConfiguration?> Provider(HttpContext http)
    {
        try
        {
            return Options(http).ConfigurationManager is { } manager ? await manager.GetConfigurationAsync(http.RequestAborted) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    private static OpenIdConnectOptions Options(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Scheme);

    /// <summary>Where to go afterwards: only a path of this server. Anything else would make it a springboard to other sites.</summary>
    public static string SafeReturn(string? asked) =>
        asked is ['/', ..] && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.Contains('\\', StringComparison.Ordinal)
            && !asked.Any(char.IsControl) && !asked.StartsWith(Path, StringComparison.OrdinalIgnoreCase)
            ? Encoded(asked)
            : "/";

    // Headers hold no other letters, and links made elsewhere do
    private static string Encoded(string path) => Ascii.IsValid(path) ? path
        : string.Concat(Encoding.UTF8.GetBytes(path).Select(b => b < 0x80 ? $"{(char)b}" : $"%{b:X2}"));

    private static async Task<IResult> Begin(HttpContext http, string? asked)
    {
        if (await Provider(http) is not null)
            return Results.Challenge(new AuthenticationProperties { RedirectUri = SafeReturn(asked) }, [Scheme]);
        await Refusal.Of(http, StatusCodes.Status503ServiceUnavailable, new Text(
            "De aanmelddienst is nu niet bereikbaar. Probeer het straks opnieuw, of meld u aan met uw naam en wachtwoord.",
            "The sign-in service cannot be reached now. Try again later, or sign in with your name and password.")).Write(http);
        return Results.Empty;
    }

    private static async Task Arrived(TicketReceivedContext context, SingleSignOnSettings single)
    {
        var http = context.HttpContext;
        var user = context.Principal!;
        var person = new ProvenPerson(
            user.FindFirst("sub")!.Issuer,
            user.FindFirstValue("sub")!,
            user.FindFirstValue("preferred_username") ?? user.FindFirstValue("email"),
            user.FindFirstValue("name"),
            [.. user.FindAll(single.RoleClaim).Select(claim => claim.Value)]);
        var origin = http.Connection.RemoteIpAddress?.ToString();
        var services = http.RequestServices;
        var account = await services.GetRequiredService<SingleSignOn>().Arrive(person, origin, http.RequestAborted);
        var signIn = services.GetRequiredService<SignIn>();
        var outcome = account is { } id ? await signIn.AsKnown(id, origin, http.RequestAborted) : SignInOutcome.Refused;
        if (account is null)
            await signIn.NoteFailure("eenmalige aanmelding: gesloten account", SignInFailure.Closed, origin, http.RequestAborted);
        context.HandleResponse();
        if (outcome is { AccountId: { } signedIn, SessionKey: { } key })
        {
            await SessionCookie.SignIn(http, signedIn, key, context.Properties?.GetTokenValue("id_token"));
            http.Response.Redirect(SafeReturn(context.ReturnUri));
            return;
        }

        throw new NotAllowedException(new Text(
            "Dit account mag zich niet meer aanmelden; vraag de beheerder.", "This account may not sign in any more; ask the administrator."));
    }

    // Why exactly is for the log of the library, not for who tries
    private static async Task Failed(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        await http.RequestServices.GetRequiredService<SignIn>().NoteFailure(
            "eenmalige aanmelding", SignInFailure.Unproven, http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
        await Refusal.Of(http, StatusCodes.Status401Unauthorized, new Text(
            $"Aanmelden is niet gelukt. Begin opnieuw bij {Path}.", $"Signing in did not work. Begin again at {Path}.")).Write(http);
    }
}
