using System.Globalization;
using Koers.App.Appearance;
using Koers.App.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>The municipality's own look as pages use it, kept for a moment: it changes seldom, and every page asks. Another server notices a change
/// within <see cref="Moment"/>.</summary>
internal sealed class HouseStyleKept(TimeProvider clock)
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private const string Path = "/huisstijl.css";
    private const string Forever = "public, max-age=31536000, immutable";

    private volatile Kept? _kept;

    /// <summary>What stands beside the mark on every page; null where Koers looks as it comes.</summary>
    public string? Name => _kept?.Name;

    /// <summary>The address of the style sheet, with its version; null where there is none.</summary>
    public string? Address => _kept is { Sheet.Length: > 0 } kept ? $"{Path}?v={kept.Version}" : null;

    /// <summary>Reads it again where it was kept long enough.</summary>
    public async Task Refresh(HttpContext http)
    {
        if (_kept is { } kept && clock.GetUtcNow() - kept.ReadAt < Moment)
            return;
        var look = (await http.RequestServices.GetRequiredService<HouseStyleRegister>().InForce(http.RequestAborted)).Content;
        var sheet = HouseStyleSheet.Write(look);
        _kept = new Kept(look?.Name, sheet, Fingerprint.Of(sheet).ToString("x8", CultureInfo.InvariantCulture), clock.GetUtcNow());
    }

    /// <summary>It was changed here: the next page reads it again.</summary>
    public void Forget() => _kept = null;

    /// <summary>Whether a request asks for the style sheet.</summary>
    public static bool IsAskedFor(HttpContext http) => http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);

    public static void Map(WebApplication server) => server.MapGet(Path, async (HttpContext http, HouseStyleKept style) =>
    {
        await style.Refresh(http);
        var kept = style._kept;
        http.Response.Headers.CacheControl = kept is not null && http.Request.Query["v"] == kept.Version ? Forever : "no-cache";
        return TypedResults.Text(kept?.Sheet ?? "", "text/css; charset=utf-8");
    }).ExcludeFromDescription();

    private sealed record Kept(string? Name, string Sheet, string Version, DateTimeOffset ReadAt);
}
