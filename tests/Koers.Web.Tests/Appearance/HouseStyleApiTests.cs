using System.Net;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Appearance;

public class HouseStyleApiTests(PostgreSqlServer databases)
{
    private const string Look = "/api/v1/huisstijl";

    private static readonly object Green = new { naam = "Gemeente Lindewaard", accent = "#0b5c1f", opAccent = "#ffffff", accentDonker = "#7fd09a", opAccentDonker = "#10151c" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_administrator_gives_pages_a_look_and_takes_it_away_and_pages_have_it_at_once(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var browser = await server.SignedIn("beheer");
        using var none = await browser.GetAsync(Look, Stop);
        Assert.Equal(("\"0\"", null), (none.Headers.ETag?.Tag, (await none.Json())["inhoud"]));

        using var changed = await browser.Change(Look, "\"0\"", Green);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Gemeente Lindewaard", await browser.GetStringAsync("/beheer/huisstijl", Stop), StringComparison.Ordinal);
        using var late = await browser.Change(Look, "\"0\"", Green);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Delete, Look);
        request.Headers.IfMatch.Add(changed.Headers.ETag!);
        using var removed = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var after = await browser.GetAsync(Look, Stop);
        Assert.Null((await after.Json())["inhoud"]);
    }

    [Fact]
    public async Task Colours_that_nobody_can_read_and_people_who_may_not_are_refused()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        await server.Add("manager", new GivenRole(Role.PortfolioManager));
        using var administrator = await server.SignedIn("beheer");
        using var pale = await administrator.Change(
            Look, "\"0\"", new { naam = "Gemeente", accent = "#ffffee", opAccent = "#ffffff", accentDonker = "#7fd09a", opAccentDonker = "#10151c" });
        Assert.Equal(HttpStatusCode.BadRequest, pale.StatusCode);
        Assert.Contains((await pale.Json())["fouten"]!.AsArray(), fault => (string?)fault!["waar"] == "/opAccent" || (string?)fault["waar"] == "/accent");

        using var manager = await server.SignedIn("manager");
        Assert.Equal(HttpStatusCode.OK, await manager.Status(Look));
        using var refused = await manager.Change(Look, "\"0\"", Green);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
