using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Koers.Web.Tests.Site.Course;
using Xunit;

namespace Koers.Web.Tests.Site.Frames;

public class FramePageTests(PostgreSqlServer databases)
{
    private const string Add = "/koers/kaders/nieuw";
    private const string Change = "/koers/kaders/innovatie/bewerken";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_frame_is_seen_as_its_sentence_before_it_is_kept(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var browser = await Signed(server, Role.PortfolioManager);
        var form = await browser.Get(Add + "?soort=besteding");
        (string, string)[] typed =
        [
            ("/soort", "besteding"), ("/minimum", ""), ("/maximum", "1.250.000"), ("/budgetten/0", "incidenteel"), ("/jaren/1", "2028"),
            ("/voorwaarden/0/kenmerk", "afdeling"), ("/voorwaarden/2/kenmerk", "gebied"), ("/voorwaarden/2/waarden/0", "Noord"),
            ("/voorwaarden/2/waarden/1", ""), ("/voorwaarden/4/kenmerk", "wettelijk"), ("/voorwaarden/4/waarden/1", "nee"),
        ];
        const string said = "Hoogstens € 1.250.000 uit budget Incidenteel geld in 2028 gaat naar initiatieven in gebied Noord en die geen wettelijke taak zijn.";

        var seen = await browser.Send(form, Add, [.. typed, ("/naam", ""), ("/code", ""), ("_bekijk", "ja")]);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains(said, seen.Html, StringComparison.Ordinal);
        var part = await browser.Send(form, "/koers/kaders/zin", [.. typed, ("/naam", ""), ("/code", "")]);
        Assert.Contains(said, part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part.Html, StringComparison.Ordinal);
        var kept = await browser.Send(form, Add, [.. typed, ("/naam", "Noord"), ("/code", "noord")]);
        Assert.Equal("/koers/kaders", kept.Path);
        Assert.Contains(said, kept.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_is_typed_as_a_percentage_and_a_form_that_nobody_changed_changes_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server, Role.PortfolioManager);
        var before = (await manager.Get("kaders/innovatie")).Body!["inhoud"]!.ToJsonString();
        var form = await browser.Get(Change);
        Assert.Contains("value=\"4%\"", form.Html, StringComparison.Ordinal);
        await browser.Send(form, Change, form.Filled(Change));
        Assert.Equal(before, (await manager.Get("kaders/innovatie")).Body!["inhoud"]!.ToJsonString());

        form = await browser.Get(Change);
        var kept = await browser.Send(form, Change, form.Filled(Change, ("/minimum", "7,5")));
        Assert.Contains("Minstens 7,5% van de besteding", kept.Html, StringComparison.Ordinal);
        var wrong = await browser.Send(form, Change, form.Filled(Change, ("/minimum", "140")));
        Assert.NotEqual(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("value=\"140\"", wrong.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_stands_beside_what_was_adopted_and_an_executive_adopts_it_under_a_name()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await Signed(server, Role.Executive);
        const string page = "/koers/vaststellen";
        var first = await executive.Get(page);
        var nameless = await executive.Send(first, page, first.Filled(page));
        Assert.Contains("id=\"veld-besluit-fout\"", nameless.Html, StringComparison.Ordinal);
        var adopted = await executive.Send(first, page, first.Filled(page, ("/besluit", "Kadernota 2027")));
        Assert.Equal("/koers/vaststellen/1", adopted.Path);
        Assert.Contains("Minstens 4% van de besteding", adopted.Html, StringComparison.Ordinal);
        Assert.Contains("€ 1.250.000,10", adopted.Html, StringComparison.Ordinal);
        Assert.Contains("gelijk aan Kadernota 2027", (await executive.Get(page)).Html, StringComparison.Ordinal);

        var budget = await manager.Get("budgetten/incidenteel");
        var content = budget.Body!["inhoud"]!.DeepClone();
        content["naam"] = "Eenmalig geld";
        Assert.Equal(HttpStatusCode.OK, (await manager.Put("budgetten/incidenteel", content, budget.Tag!)).Status);
        var differs = await executive.Get(page);
        Assert.Contains("Eenmalig geld", differs.Html, StringComparison.Ordinal);
        var late = await executive.Send(first, page, first.Filled(page, ("/besluit", "Kadernota 2028")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Equal("/koers/vaststellen/2", (await executive.Send(differs, page, differs.Filled(page, ("/besluit", "Kadernota 2028")))).Path);
        Assert.Contains("Eenmalig geld", (await executive.Get("/koers/vaststellen/2")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_draft_changes_is_said_as_the_forms_say_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await Signed(server, Role.Executive);
        const string page = "/koers/vaststellen";
        var first = await executive.Get(page);
        await executive.Send(first, page, first.Filled(page, ("/besluit", "Kadernota 2027")));
        const string settings = "/koers/instellingen";
        var form = await executive.Get(settings);
        await executive.Send(form, settings, form.Filled(settings, ("/begin", "2030-01-01"), ("/discontovoetPerJaar", "3")));
        var goals = await manager.Get("doelen/wegingen");
        await manager.Post("doelen/wegingen", new { methode = "direct", antwoorden = new { wonen = 0.5, groen = 0.5 } }, goals.Tag);

        var differs = (await executive.Get(page)).Html;

        foreach (var said in (string[])["Eerste dag van de planning", "1 januari 2027", "1 januari 2030", "Later telt per jaar zoveel minder", ">3%<", ">60%<", ">50%<"])
            Assert.Contains(said, differs, StringComparison.Ordinal);
        foreach (var never in (string[])["2030-01-01", ">0,6<", "Discontovoet"])
            Assert.DoesNotContain(never, differs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_way_of_adopting_is_said_beforehand_and_settings_are_changed_as_percentages()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await Signed(server, Role.Executive);
        await manager.Post("doelen", new { code = "huur", naam = "Sociale huur", boven = "wonen" });
        Assert.Contains("tellen op tot 0%, niet tot 100%", (await executive.Get("/koers/vaststellen")).Html, StringComparison.Ordinal);

        const string settings = "/koers/instellingen";
        var form = await executive.Get(settings);
        var after = await executive.Send(form, settings, form.Filled(settings, ("/discontovoetPerJaar", "2,25"), ("/kwartalen", "12")));
        Assert.Contains("2,25% per jaar", after.Html, StringComparison.Ordinal);
        Assert.Contains("3 jaar vanaf 1 januari 2027", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_that_is_not_set_up_begins_with_its_settings()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        Assert.Contains("nog niet ingericht", (await browser.Get("/koers/vaststellen")).Html, StringComparison.Ordinal);
        const string settings = "/koers/instellingen";
        var form = await browser.Get(settings);
        var after = await browser.Send(form, settings, form.Filled(settings, ("/gemeente", "Lindewaard"), ("/begin", "2027-01-01")));
        Assert.Contains("4 jaar vanaf 1 januari 2027", after.Html, StringComparison.Ordinal);
    }

    private static async Task<PageBrowser> Signed(RunningServer server, Role role)
    {
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await server.Add("pm", new GivenRole(role));
        return await PageBrowser.SignedIn(server, "pm");
    }
}
