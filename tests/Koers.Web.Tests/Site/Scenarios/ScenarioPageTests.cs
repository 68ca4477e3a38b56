using System.Net;
using Koers.App.Frames;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Scenarios;
using Koers.Web.Tests.Site.Course;
using Koers.Web.Tests.Site.Runs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Scenarios;

public class ScenarioPageTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_scenario_is_made_and_its_money_turned_while_all_else_stays(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var made = await Make(browser, "Twee keer zoveel");

        var turned = await browser.Send(
            made, made.Path, ("_versie", made.Field("_versie")), ("/naam", "Twee keer zoveel geld"), ("/omschrijving", ""),
            ("/inhoud/budgetten/0/code", "investering"), ("/inhoud/budgetten/0/jaren/0/jaar", "2027"), ("/inhoud/budgetten/0/jaren/0/bedrag", "200.000,50"),
            ("/keuzes/0/initiatief", "2026-0001"), ("/keuzes/0/soort", "erin"), ("/keuzes/1/initiatief", ""), ("/keuzes/1/soort", ""));

        Assert.Equal(HttpStatusCode.OK, turned.Status);
        Assert.Contains("Het scenario is gewijzigd", turned.Html, StringComparison.Ordinal);
        await using var context = server.Register.Open();
        var scenario = await context.Scenarios.AsNoTracking().SingleAsync(Stop);
        var content = FrameContents.Deserialise(scenario.Content);
        Assert.Equal(("Twee keer zoveel geld", 200_000.50m), (scenario.Name, content.Budgets[0].Years[0].Amount.Amount));
        Assert.Equal((2, 2, ScenarioChoiceKind.ForceIn), (content.Goals.Count, content.CapacityPools[0].Quarters.Count, scenario.Choices[0].Kind));
        var planned = await browser.Plan(server, scenario.Id.ToString());
        Assert.Contains("van 2", planned.Html, StringComparison.Ordinal);
        Assert.Contains("Twee keer zoveel geld", (await browser.Get("/samenstellen")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_turn_the_same_scenario_do_not_undo_each_other_and_lose_no_typing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var one = await PageBrowser.SignedIn(server, "pm");
        using var other = await PageBrowser.SignedIn(server, "wethouder");
        var made = await Make(one, "Proef");
        var seen = await other.Get(made.Path);
        await one.Send(made, made.Path, ("_versie", made.Field("_versie")), ("/naam", "Proef van de een"));

        var refused = await other.Send(seen, made.Path, ("_versie", seen.Field("_versie")), ("/naam", "Proef van de ander"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Contains("value=\"Proef van de ander\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Proef van de een", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_of_two_does_not_touch_in_a_scenario_becomes_what_the_other_made_of_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var one = await PageBrowser.SignedIn(server, "pm");
        using var other = await PageBrowser.SignedIn(server, "wethouder");
        var made = await Make(one, "Proef");
        var seen = await other.Get(made.Path);
        await one.Send(made, made.Path, made.Filled(made.Path, ("/naam", "Van de een"), ("/keuzes/0/initiatief", "2026-0001"), ("/keuzes/0/soort", "erin")));

        var late = await other.Send(seen, made.Path, seen.Filled(made.Path, ("/omschrijving", "Van de ander")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("De keuze over “2026-0001” is erbij gekomen.", late.Html, StringComparison.Ordinal);
        var saved = await other.Send(late, made.Path, late.Filled(made.Path));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        await using var context = server.Register.Open();
        var scenario = await context.Scenarios.AsNoTracking().SingleAsync(Stop);
        Assert.Equal(("Van de een", "Van de ander", 1), (scenario.Name, scenario.Description, scenario.Choices.Count));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var made = await Make(browser, "Proef");

        var again = await browser.Send(
            made, made.Path, ("_versie", made.Field("_versie")), ("/naam", "Proef"), ("/keuzes/0/initiatief", ""), ("/keuzes/1/initiatief", "2026-9999"), ("/keuzes/1/soort", "erin"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-keuzes-1-initiatief-fout\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promoting_and_dropping_are_asked_twice_and_only_by_who_may()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var manager = await PageBrowser.SignedIn(server, "pm");
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        var first = await Make(manager, "Overnemen");
        var second = await Make(manager, "Vervallen");

        Assert.Equal(HttpStatusCode.Forbidden, (await executive.Get(first.Path + "/overnemen")).Status);
        var asked = await manager.Get(first.Path + "/overnemen");
        var promoted = await manager.Send(asked, first.Path + "/overnemen", ("_versie", asked.Field("_versie")));
        var drop = await executive.Get(second.Path + "/vervallen");
        var dropped = await executive.Send(drop, second.Path + "/vervallen", ("_versie", drop.Field("_versie")));

        Assert.Contains("is nu het concept", promoted.Html, StringComparison.Ordinal);
        Assert.Contains("vervallen", dropped.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Overnemen als concept", dropped.Html, StringComparison.Ordinal);
        await using var context = server.Register.Open();
        Assert.Equal([ScenarioState.Promoted, ScenarioState.Dropped], await context.Scenarios.OrderBy(s => s.Name).Select(s => s.State).ToListAsync(Stop));
    }

    private static async Task<SeenPage> Make(PageBrowser browser, string name)
    {
        var made = await browser.Send(
            await browser.Get("/samenstellen/scenarios/nieuw"), "/samenstellen/scenarios/nieuw", ("/naam", name), ("/omschrijving", ""), ("/vaststelling", ""));
        Assert.StartsWith("/samenstellen/scenarios/", made.Path, StringComparison.Ordinal);
        return made;
    }
}
