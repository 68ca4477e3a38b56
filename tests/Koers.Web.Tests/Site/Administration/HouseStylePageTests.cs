using System.Net;
using System.Text.RegularExpressions;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public partial class HouseStylePageTests(PostgreSqlServer databases)
{
    private const string Page = "/beheer/huisstijl";

    [Fact]
    public async Task A_look_is_on_every_page_at_once_also_on_that_for_signing_in_and_goes_again()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        using var stranger = PageBrowser.Stranger(server);
        Assert.DoesNotContain("/huisstijl.css", (await stranger.Get("/aanmelden")).Html, StringComparison.Ordinal);
        var page = await browser.Get(Page);

        var saved = await browser.Send(page, Page, Fields(page, "#7a1b20"));

        Assert.Contains("De huisstijl is opgeslagen", saved.Html, StringComparison.Ordinal);
        var open = await stranger.Get("/aanmelden");
        Assert.Contains("Gemeente Waterrijk", open.Html, StringComparison.Ordinal);
        var sheet = await stranger.Get(Sheet().Match(open.Html).Value);
        Assert.Equal("text/css", sheet.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", sheet.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("--koers-accent: #7a1b20;", sheet.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await stranger.Get("/huisstijl.css?v=oud")).Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var sure = await browser.Get(Page + "/verwijderen");
        await browser.Send(sure, Page + "/verwijderen", ("_versie", sure.Field("_versie")));
        Assert.DoesNotContain("Gemeente Waterrijk", (await stranger.Get("/aanmelden")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_that_cannot_be_read_are_refused_at_their_field_with_the_contrast_in_figures()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var page = await browser.Get(Page);

        var again = await browser.Send(page, Page, Fields(page, "#ffff00"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-accent-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("✗ te weinig", again.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Gemeente Waterrijk\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_saves_nothing_and_shows_what_was_filled_in()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var page = await browser.Get(Page);

        var preview = await browser.Send(page, Page, [.. Fields(page, "#7a1b20"), ("_rij", "/voorbeeld")]);
        var part = await browser.Get(Page + "/voorbeeld?naam=X&accent=%237a1b20&opAccent=%22%3E%3Cscript%3E&accentDonker=%23ffffff&opAccentDonker=%23000000");

        Assert.Contains("fill=\"#7a1b20\"", preview.Html, StringComparison.Ordinal);
        Assert.Contains("fill=\"#7a1b20\"", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/huisstijl.css", (await browser.Get(Page)).Html, StringComparison.Ordinal);
    }

    private static (string Name, string Text)[] Fields(SeenPage page, string accent) =>
    [
        ("_versie", page.Field("_versie")), ("/naam", "Gemeente Waterrijk"), ("/accent", accent), ("/opAccent", "#ffffff"), ("/accentDonker", "#ffb3b7"),
        ("/opAccentDonker", "#10151c"),
    ];

    [GeneratedRegex("/huisstijl\\.css\\?v=[0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex Sheet();
}
