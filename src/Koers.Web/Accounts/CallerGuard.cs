using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Accounts;

/// <summary>What must hold of every caller of the API before anything else is looked at. People: what changes something comes with a header that
/// no form or link of another site can send (CSRF), and who has no role comes no further than the own account. Other systems: the scope of the
/// token.</summary>
internal sealed class CallerGuard(RequestDelegate next)
{
    /// <summary>The header that our own pages send along; any value.</summary>
    public const string Header = "X-Requested-With";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.IsApiCall())
            return next(http);
        var obstacle = http.User.Identity?.AuthenticationType == ApiTokens.Scheme ? OfClient(http) : OfPerson(http);
        // Thrown, so that the attempt is written down as every other that is refused
        return obstacle is null ? next(http) : throw new NotAllowedException(obstacle);
    }

    private static Text? OfPerson(HttpContext http)
    {
        var isSignedIn = http.User.Identity?.IsAuthenticated ?? false;
        var isAboutSession = http.Request.IsApiCall("/sessies");
        // Signing in counts too: else another site could sign somebody in under a name of its own
        if (IsUnsafe(http) && (isSignedIn || isAboutSession) && string.IsNullOrEmpty(http.Request.Headers[Header]))
            return new Text(
                $"Stuur de kop {Header} mee (waarde naar keuze); een andere website kan dat niet.",
                $"Send the header {Header} along (any value); another website cannot.");
        return isSignedIn && !isAboutSession && !http.Request.IsApiCall("/mij") && !http.User.HasClaim(claim => claim.Type == Callers.RoleClaim)
            ? new Text("Dit account heeft nog geen rol; vraag de beheerder erom.", "This account has no role yet; ask the administrator for one.")
            : null;
    }

    private static Text? OfClient(HttpContext http)
    {
        var scope = !IsUnsafe(http) ? ApiScope.Read
            : http.Request.IsApiCall("/planningsruns") ? ApiScope.Plan
            : ApiScope.Write;
        return http.User.HasClaim(Callers.ScopeClaim, scope.ToString())
            ? null
            : new Text($"Dit token mist het bereik “{Words.Dutch(scope)}”.", $"This token lacks the scope “{Words.Json(scope)}”.");
    }

    private static bool IsUnsafe(HttpContext http) =>
        !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));
}
