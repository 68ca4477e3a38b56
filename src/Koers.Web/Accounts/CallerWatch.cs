using Koers.App.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Accounts;

/// <summary>Whether who asked may still be answered, while an answer takes long: a session can end, a token be withdrawn, a role be taken
/// away.</summary>
internal static class CallerWatch
{
    /// <summary>Who it is now; null where that session or token does not hold any more.</summary>
    /// <param name="http">The request.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Actor?> Now(HttpContext http, CancellationToken cancellation)
    {
        var known = Callers.Of(http);
        if (SessionCookie.KeyOf(http) is { } key)
            return known.Id is { } id && await http.RequestServices.GetRequiredService<Sessions>().Find(id, key, cancellation) is { } signedIn
                ? known with { Grants = signedIn.Grants }
                : null;
        return ApiTokens.In(http.Request) is { } token
            && await http.RequestServices.GetRequiredService<ApiClientRegister>().Recognise(token, cancellation) is { } client
                ? known with { Grants = [.. client.Roles.Select(role => new Grant(role))] }
                : null;
    }
}
