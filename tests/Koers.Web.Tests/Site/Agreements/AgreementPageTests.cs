using System.Net;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Koers.Web.Tests.Site.Runs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Agreements;

public class AgreementPageTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_executive_adopts_a_plan_after_seeing_what_it_changes_and_everybody_reads_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        await executive.Plan(server);
        var first = await Adopt(executive, 1, "Portfolioafspraak 2027");
        var decided = await executive.Send(
            await executive.Get("/samenstellen/runs/1/keuzes"), "/samenstellen/runs/1/aanpassen?soort=eruit", ("/initiatief", "2026-0002"), ("deel", "keuzes"));
        await executive.Plan(server, decided.Field("/scenario"));

        var confirm = await executive.Get("/afspraken/vaststellen?run=2");
        var second = await Adopt(executive, 2, "Bijgestelde afspraak");

        Assert.Contains("De wethouder", first.Html, StringComparison.Ordinal);
        Assert.Contains("Wat er verandert naast “Portfolioafspraak 2027”", confirm.Html, StringComparison.Ordinal);
        Assert.Contains("Anders dan afspraak 1", second.Html, StringComparison.Ordinal);
        using var reader = await PageBrowser.SignedIn(server, "raadslid");
        var list = await reader.Get("/afspraken");
        Assert.Contains("Bijgestelde afspraak", list.Html, StringComparison.Ordinal);
        Assert.Contains("vervangen door een latere", (await reader.Get("/afspraken/1")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_adopts_and_a_name_is_needed()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var manager = await PageBrowser.SignedIn(server, "pm");
        var plan = await manager.Plan(server);
        Assert.DoesNotContain("/afspraken/vaststellen", plan.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get("/afspraken/vaststellen?run=1")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await manager.Send(await manager.Get("/samenstellen"), "/afspraken/vaststellen", ("/run", "1"), ("/naam", "Stiekem"))).Status);
        using var executive = await PageBrowser.SignedIn(server, "wethouder");

        var again = await executive.Send(await executive.Get("/afspraken/vaststellen?run=1"), "/afspraken/vaststellen", ("/run", "1"), ("/naam", ""));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-naam-fout\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_plan_of_a_stopped_search_is_adopted_the_page_says_that_longer_may_be_better()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        await executive.Plan(server);
        Assert.DoesNotContain("gestopt voordat", (await executive.Get("/afspraken/vaststellen?run=1")).Html, StringComparison.Ordinal);
        await using (var context = server.Register.Open())
            await context.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Stopped), Stop);
        Assert.Contains("gestopt voordat hij klaar was", (await executive.Get("/afspraken/vaststellen?run=1")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_would_adopt_without_saying_which_plan_is_told_where_to_choose_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        foreach (var query in (string[])["", "?run=", "?run=abc", "?run=-3"])
            Assert.Contains("Kies eerst een plan", (await executive.Get("/afspraken/vaststellen" + query)).Html, StringComparison.Ordinal);
        Assert.Contains("“abc” is geen heel getal", (await executive.Get("/afspraken?pagina=abc")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_with_something_parked_says_so_before_it_is_adopted_and_is_adopted_once_that_is_weighed_again()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var manager = await PageBrowser.SignedIn(server, "pm");
        await manager.Plan(server);
        await Step(server, "2026-0001", InitiativeState.Parked);
        var roadmap = await manager.Get("/samenstellen/runs/1/routekaart");
        var decided = await manager.Send(
            roadmap, "/samenstellen/runs/1/aanpassen", ("/initiatief", "2026-0001"), ("/soort", "erin"), ("/start", ""), ("/variant", ""), ("deel", "routekaart"));
        var plan = await manager.Plan(server, decided.Field("/scenario"));
        using var executive = await PageBrowser.SignedIn(server, "wethouder");

        var seen = await executive.Get("/samenstellen/runs/2");
        var confirm = await executive.Get("/afspraken/vaststellen?run=2");
        var refused = await executive.Send(confirm, "/afspraken/vaststellen", ("/run", "2"), ("/naam", "Toch"));

        Assert.Contains("Initiatief 2026-0001 (geparkeerd)", roadmap.Html, StringComparison.Ordinal);
        Assert.Contains("dit initiatief is geparkeerd", decided.Html, StringComparison.Ordinal);
        Assert.Contains("dit initiatief is geparkeerd", (await manager.Get($"/samenstellen/scenarios/{decided.Field("/scenario")}")).Html, StringComparison.Ordinal);
        const string reason = "een initiatief dat geparkeerd is: 2026-0001";
        foreach (var page in (SeenPage[])[plan, seen, confirm, refused])
            Assert.Contains(reason, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/afspraken/vaststellen", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"/naam\"", confirm.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await Step(server, "2026-0001", InitiativeState.Weighed);
        await Adopt(executive, 2, "Met wat geparkeerd was");
    }

    [Fact]
    public async Task A_plan_of_a_scenario_with_other_frames_says_that_the_scenario_must_be_taken_over_first()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        await executive.Plan(server);
        var decided = await executive.Send(
            await executive.Get("/samenstellen/runs/1/keuzes"), "/samenstellen/runs/1/aanpassen?soort=eruit", ("/initiatief", "2026-0002"), ("deel", "keuzes"));
        await executive.Plan(server, decided.Field("/scenario"));
        Assert.Contains("/afspraken/vaststellen?run=2", (await executive.Get("/samenstellen/runs/2")).Html, StringComparison.Ordinal);
        await using (var context = server.Register.Open())
        {
            await new AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager,
                async stop =>
                {
                    foreach (var code in (string[])["wonen", "groen"])
                        (await context.Goals.SingleAsync(goal => goal.Code == code, stop)).Weight = 0.5;
                    return new Happening("doel.wegen", "doel");
                },
                Stop);
        }

        var seen = await executive.Get("/samenstellen/runs/2");
        var confirm = await executive.Get("/afspraken/vaststellen?run=2");

        foreach (var page in (SeenPage[])[seen, confirm])
            Assert.Contains("Neem het scenario over en laat de kaders vaststellen", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/afspraken/vaststellen", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"/naam\"", confirm.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/samenstellen/scenarios/{decided.Field("/scenario")}\"", confirm.Html, StringComparison.Ordinal);
    }

    private static async Task Step(RunningServer server, string number, InitiativeState to)
    {
        await using var context = server.Register.Open();
        var initiative = await context.Initiatives.SingleAsync(i => i.Number == number, Stop);
        initiative.Take(InitiativeSteps.Find(initiative.State, to)!, "zo besloten");
        await context.SaveChangesAsync(Stop);
    }

    private static async Task<SeenPage> Adopt(PageBrowser browser, int run, string name)
    {
        var adopted = await browser.Send(await browser.Get($"/afspraken/vaststellen?run={run}"), "/afspraken/vaststellen", ("/run", $"{run}"), ("/naam", name));
        Assert.StartsWith("/afspraken/", adopted.Path, StringComparison.Ordinal);
        return adopted;
    }
}
