using System.Net;
using System.Net.Http.Json;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.Web.Tests.Site.Runs;

public class AnalysisPageTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_analysis_has_a_form_and_answers_on_a_page_in_both_languages()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        await browser.Plan(server);
        using (var executive = await PageBrowser.SignedIn(server, "wethouder"))
            await executive.Send(await executive.Get("/afspraken/vaststellen?run=1"), "/afspraken/vaststellen", ("/run", "1"), ("/naam", "Portfolioafspraak 2027"));
        using var client = await server.ClientWith(Role.PortfolioManager);
        (string Kind, object Input)[] kinds =
        [
            ("verklaring", new { soort = "verklaring", run = 1, opties = new { initiatief = "2026-0001", tijdslimiet = 2 } }),
            ("prijzen", new { soort = "prijzen", run = 1, opties = new { bevestigen = 1, tijdslimiet = 2 } }),
            ("verkokering", new { soort = "verkokering", opties = new { label = "afdeling", tijdslimiet = 2 } }),
            ("grenslijn", new { soort = "grenslijn", opties = new { budgetten = new[] { "investering" }, punten = 3, tijdslimiet = 2 } }),
            ("robuustheid", new { soort = "robuustheid", run = 1, opties = new { vectoren = 5, tijdslimiet = 2 } }),
            ("risico", new { soort = "risico", run = 1, opties = new { trekkingen = 100, zaad = 7 } }),
            ("herplanning", new { soort = "herplanning", opties = new { bevriezen = 1, tijdslimiet = 2 } }),
            ("vergelijking", new { soort = "vergelijking", run = 1, opties = new { andereRuns = new[] { 2 } } }),
            ("herstel", new { soort = "herstel", opties = new { conflicten = 1, tijdslimiet = 2 } }),
        ];
        for (var k = 0; k < kinds.Length; k++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/samenstellen/runs/nieuw?soort={kinds[k].Kind}&run=1")).Status);
            using var asked = await client.PostAsJsonAsync("/api/v1/planningsruns", kinds[k].Input, Stop);
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        }

        for (var k = 0; k < kinds.Length; k++)
        {
            await server.Ended(k + 3);
            browser.Language = "nl";
            var dutch = await browser.Get($"/samenstellen/runs/{k + 3}");
            Assert.True(dutch.Status == HttpStatusCode.OK && dutch.Html.Contains("Het antwoord:", StringComparison.Ordinal), $"{kinds[k].Kind}: {dutch.Status}");
        }

        await browser.Send(await browser.Get("/samenstellen"), "/taal", ("taal", "en"), ("terug", "/samenstellen"));
        for (var k = 0; k < kinds.Length; k++)
        {
            var english = await browser.Get($"/samenstellen/runs/{k + 3}");
            Assert.True(english.Html.Contains("The answer:", StringComparison.Ordinal), kinds[k].Kind);
            Assert.DoesNotContain("Het antwoord", english.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plan_is_compared_with_others_and_the_form_says_so_where_none_is_ticked_or_it_is_ticked_itself()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        const string page = "/samenstellen/runs/nieuw?soort=vergelijking";
        var form = await browser.Get(page);

        var none = await browser.Send(form, page, ("/soort", "vergelijking"), ("/run", "1"));
        var itself = await browser.Send(form, page, ("/soort", "vergelijking"), ("/run", "1"), ("/opties/andereRuns/0", "1"));

        Assert.Contains("Naast welke plannen: Noem 1 tot en met 8 andere runs.", none.Html, StringComparison.Ordinal);
        Assert.Contains("Run 1 vergelijken met zichzelf zegt niets", itself.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_not_offered_to_be_compared_with_itself()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        const string page = "/samenstellen/runs/nieuw?soort=vergelijking&run=1";
        Assert.Contains("nog maar één plan", (await browser.Get(page)).Html, StringComparison.Ordinal);
        await browser.Plan(server);

        var ofOne = await browser.Get(page);
        var ofNone = await browser.Get("/samenstellen/runs/nieuw?soort=vergelijking");

        // Kind, scenario and moment tell runs apart
        Assert.Contains(">run 2: Plan, zonder scenario, ", ofOne.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"1\" aria", ofOne.Html, StringComparison.Ordinal);
        Assert.Equal(1, ofOne.Html.Split(">run 1: Plan").Length - 1);
        Assert.Equal(2, ofNone.Html.Split(">run 1: Plan").Length - 1);
    }

    [Fact]
    public async Task What_another_plan_chooses_and_a_problem_does_not_have_is_named()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown(town => town.With("2026-0003", InitiativeState.Parked, points: 9));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        var decided = await browser.Send(
            await browser.Get("/samenstellen/runs/1/routekaart"), "/samenstellen/runs/1/aanpassen", ("/initiatief", "2026-0003"), ("/soort", "erin"), ("/scenario", ""),
            ("deel", "routekaart"));
        // What takes no part in this plan has its name nevertheless, and words stand apart
        Assert.Contains("Initiatief 2026-0003: erin", decided.Html, StringComparison.Ordinal);
        Assert.Contains("</span> <button", string.Join(' ', decided.Html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        await browser.Plan(server, decided.Field("/scenario"));
        const string page = "/samenstellen/runs/nieuw?soort=vergelijking&run=1";
        var form = await browser.Get(page);
        Assert.Contains("run 2: Plan, scenario “Aangepast plan van run 1”, ", form.Html, StringComparison.Ordinal);

        var refused = await browser.Send(form, page, ("/soort", "vergelijking"), ("/run", "1"), ("/opties/andereRuns/0", "2"));

        Assert.Contains("in het probleem van run 1 niet kan: 2026-0003 Initiatief 2026-0003.", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ticked_in_a_form_is_what_is_looked_into()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var form = await browser.Get("/samenstellen/runs/nieuw?soort=grenslijn");

        var none = await browser.Send(form, "/samenstellen/runs/nieuw?soort=grenslijn", ("/soort", "grenslijn"), ("/scenario", ""), ("/opties/punten", "3"));
        var asked = await browser.Send(
            form, "/samenstellen/runs/nieuw?soort=grenslijn", ("/soort", "grenslijn"), ("/scenario", ""), ("/opties/budgetten/0", "investering"),
            ("/opties/punten", "3"), ("/opties/van", "0,5"), ("/opties/tot", "1,5"), ("/opties/tijdslimiet", "3"), ("/opties/marge", ""));
        await server.Ended(1);

        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        // Named after the group of boxes, not after the first of them, and leading to it
        Assert.Contains("href=\"#veld-opties-budgetten\">Welke middelen veranderen: Noem ten minste", none.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-opties-budgetten\"", none.Html, StringComparison.Ordinal);
        Assert.Equal("/samenstellen/runs/1", asked.Path);
        Assert.Contains("Investeringen", (await browser.Get("/samenstellen/runs/1")).Html, StringComparison.Ordinal);
    }
}
