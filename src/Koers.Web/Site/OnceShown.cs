using Koers.App.Accounts;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>What is shown one time only: a password, a token, recovery codes. It travels sealed, to the page after the form and no further, so that
/// neither reloading nor going back makes another one or shows it again.</summary>
internal static class OnceShown
{
    /// <summary>Keeps it for the next page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="actor">Who may see it.</param>
    /// <param name="path">The page on which it is shown.</param>
    /// <param name="secret">What is shown.</param>
    public static void Keep(HttpContext http, Actor actor, string path, string secret) => State(http).Keep(http, BriefState.Once, $"{actor.Name}\n{path}\n{secret}");

    /// <summary>Takes what was kept for this page; null where there is nothing.</summary>
    /// <param name="http">The request.</param>
    /// <param name="actor">Who looks.</param>
    public static string? Take(HttpContext http, Actor actor) =>
        State(http).Take(http, BriefState.Once)?.Split('\n', 3) is [var name, var path, var secret] && name == actor.Name && path == http.Request.Path.Value
            ? secret
            : null;

    private static BriefState State(HttpContext http) => http.RequestServices.GetRequiredService<BriefState>();
}
