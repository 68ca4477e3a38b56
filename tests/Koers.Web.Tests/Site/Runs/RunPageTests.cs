using System.Net;
using System.Text.RegularExpressions;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.Web.Tests.Site.Runs;

public class RunPageTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_plan_is_asked_for_by_a_form_and_says_its_proof_in_plain_words(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");

        var overview = await browser.Plan(server);

        Assert.Equal(HttpStatusCode.OK, overview.Status);
        Assert.Contains("bewezen het best denkbare plan", overview.Html, StringComparison.Ordinal);
        // 0.75 x 6 points in three of four quarters
        Assert.Contains("3,38", overview.Html, StringComparison.Ordinal);
        Assert.Contains("kan meer dan 3,38 punten waard zijn", overview.Html, StringComparison.Ordinal);
        var roadmap = await browser.Get("/samenstellen/runs/1/routekaart");
        Assert.Contains("data-nummer=\"2026-0002\"", roadmap.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-nummer=\"2026-0001\"", roadmap.Html, StringComparison.Ordinal);
        var choices = await browser.Get("/samenstellen/runs/1/keuzes");
        Assert.True(
            choices.Html.IndexOf("/initiatieven/2026-0001", StringComparison.Ordinal) > choices.Html.IndexOf("id=\"niet-gekozen\"", StringComparison.Ordinal));
        var means = await browser.Get("/samenstellen/runs/1/middelen");
        Assert.Contains("Investeringen", means.Html, StringComparison.Ordinal);
        Assert.Contains("Projectleiders", means.Html, StringComparison.Ordinal);
        var all = await browser.Get("/samenstellen");
        Assert.Contains("href=\"/samenstellen/runs/1\"", all.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_progress_of_a_run_is_a_part_of_a_page_that_says_when_it_is_over()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);

        var part = await browser.Get("/samenstellen/runs/1/voortgang");

        Assert.Contains("data-klaar", part.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_what_is_asked_stands_at_its_field_and_what_was_typed_stays()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var form = await browser.Get("/samenstellen/runs/nieuw?soort=plan");

        var again = await browser.Send(form, "/samenstellen/runs/nieuw?soort=plan", ("/soort", "plan"), ("/scenario", ""), ("/opties/tijdslimiet", "9.999"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-opties-tijdslimiet-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"9.999\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_something_out_from_the_result_makes_a_scenario_and_a_new_plan_says_what_that_costs()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        var choices = await browser.Get("/samenstellen/runs/1/keuzes");

        var decided = await browser.Send(
            choices, "/samenstellen/runs/1/aanpassen?soort=eruit", ("/initiatief", "2026-0002"), ("/scenario", ""), ("deel", "keuzes"));

        Assert.Contains("Aangepast plan van run 1", decided.Html, StringComparison.Ordinal);
        var again = await browser.Plan(server, decided.Field("/scenario"), from: "1");
        Assert.Equal("/samenstellen/runs/2?vergelijk=1", again.Path);
        // 0.75 x (6 - 4) points in three of four quarters: 1.125
        Assert.Contains("Dit kost 1,1", again.Html, StringComparison.Ordinal);
        Assert.Contains("Erbij (1)", again.Html, StringComparison.Ordinal);
        Assert.Contains("Eruit (1)", again.Html, StringComparison.Ordinal);
        Assert.Contains("ook betere plannen kunnen het niet omkeren", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_cannot_be_is_told_at_its_field_and_makes_no_scenario()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        var roadmap = await browser.Get("/samenstellen/runs/1/routekaart");

        var again = await browser.Send(
            roadmap, "/samenstellen/runs/1/aanpassen", ("/initiatief", "2026-0002"), ("/soort", "start-vast"), ("/start", ""), ("/variant", "goud"), ("deel", "routekaart"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-variant-fout\"", again.Html, StringComparison.Ordinal);
        await using var context = server.Register.Open();
        Assert.Empty(context.Scenarios);
    }

    [Fact]
    public async Task Why_is_found_out_once_and_then_found_again()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        var choices = await browser.Get("/samenstellen/runs/1/keuzes");

        var asked = await browser.Send(choices, "/samenstellen/runs/1/waarom", ("initiatief", "2026-0001"));
        await server.Ended(2);
        var found = await browser.Send(choices, "/samenstellen/runs/1/waarom", ("initiatief", "2026-0001"));

        Assert.Equal(("/samenstellen/runs/2", "/samenstellen/runs/2"), (asked.Path, found.Path));
        // With it the plan is worth 0.75 x 4 x 0.75 = 2.25, without it 3.375
        Assert.Contains("Het zit niet in het plan: opnemen zou 1,1", found.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/samenstellen/runs/2\"", (await browser.Get("/samenstellen/runs/1/keuzes")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_must_be_in_nothing_is_said_to_put_it_out()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown(town => town.With("2026-0003", InitiativeState.Weighed, points: 8).IsStatutory = true);
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);

        var asked = await browser.Send(await browser.Get("/samenstellen/runs/1/keuzes"), "/samenstellen/runs/1/waarom", ("initiatief", "2026-0003"));
        await server.Ended(2);
        var found = await browser.Get(asked.Path);

        Assert.Contains("moet erin blijven: het is een wettelijke taak", found.Html, StringComparison.Ordinal);
        Assert.Contains("Niets haalt het eruit", found.Html, StringComparison.Ordinal);
        Assert.Contains("De moeite waard tot", found.Html, StringComparison.Ordinal);
        foreach (var untrue in (string[])["Wat het eruit zou halen", "Erin blijft het tot"])
            Assert.DoesNotContain(untrue, found.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_a_register_in_which_nothing_was_weighed_says_so_and_is_not_adopted()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTownOf(town => town.With("2026-0001", InitiativeState.Idea));
        using var executive = await PageBrowser.SignedIn(server, "wethouder");

        var plan = await executive.Plan(server);
        var compose = await executive.Get("/samenstellen");
        var confirm = await executive.Get("/afspraken/vaststellen?run=1");
        var refused = await executive.Send(confirm, "/afspraken/vaststellen", ("/run", "1"), ("/naam", "Niets"));

        Assert.Contains("nog geen enkel initiatief gewogen", plan.Html, StringComparison.Ordinal);
        foreach (var untrue in (string[])["best denkbare", "/afspraken/vaststellen", "0,00"])
            Assert.DoesNotContain(untrue, plan.Html, StringComparison.Ordinal);
        // In the list and beside scenarios too
        Assert.Equal(2, Regex.Count(compose.Html, "nog niets gewogen, dus er viel niets te kiezen"));
        Assert.DoesNotContain("best denkbare<", compose.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"/naam\"", confirm.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.DoesNotContain("nieuw plan kan worden vastgesteld", (await executive.Get("/")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_in_hand_stays_in_hand_when_the_roadmap_is_grouped_otherwise()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        await browser.Send(await browser.Get("/samenstellen"), "/taal", ("taal", "en"), ("terug", "/samenstellen"));
        var decided = await browser.Send(
            await browser.Get("/samenstellen/runs/1/routekaart"), "/samenstellen/runs/1/aanpassen",
            ("/initiatief", "2026-0002"), ("/soort", "start-vast"), ("/start", "2027-04-01"), ("/variant", ""), ("deel", "routekaart"));
        var scenario = decided.Field("/scenario");

        var grouped = await browser.Get($"/samenstellen/runs/1/routekaart?groep=programma&scenario={scenario}");

        Assert.Contains($"/routekaart?groep=programma&scenario={scenario}", decided.Html, StringComparison.Ordinal);
        Assert.Contains($"/routekaart?scenario={scenario}", grouped.Html, StringComparison.Ordinal);
        // Named in the language of who made it
        Assert.Contains("Adjusted plan of run 1", decided.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_without_choosing_an_initiative_is_told_to_choose_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Plan(server);
        foreach (var kind in (string[])["erin", "vrij"])
        {
            var again = await browser.Send(
                await browser.Get("/samenstellen/runs/1/routekaart"), "/samenstellen/runs/1/aanpassen",
                ("/initiatief", ""), ("/soort", kind), ("/start", ""), ("/variant", ""), ("deel", "routekaart"));
            Assert.Contains("Initiatief: Kies een initiatief.", again.Html, StringComparison.Ordinal);
        }
    }
}
