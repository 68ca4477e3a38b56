using System.Net;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Xunit;

namespace Koers.Web.Tests.Site.Runs;

public class RunPageRightsTests(PostgreSqlServer databases)
{
    [Fact]
    public async Task Who_may_not_ask_sees_plans_without_what_belongs_to_asking_and_is_refused_when_asking_anyway()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using (var manager = await PageBrowser.SignedIn(server, "pm"))
            await manager.Plan(server);
        using var proposer = await PageBrowser.SignedIn(server, "indiener");

        var all = await proposer.Get("/samenstellen");
        var choices = await proposer.Get("/samenstellen/runs/1/keuzes");
        var form = await proposer.Get("/samenstellen/runs/nieuw?soort=plan");
        var asked = await proposer.Send(all, "/samenstellen/runs/nieuw?soort=plan", ("/soort", "plan"));
        var decided = await proposer.Send(all, "/samenstellen/runs/1/aanpassen", ("/initiatief", "2026-0002"), ("/soort", "eruit"), ("deel", "keuzes"));
        var stopped = await proposer.Send(all, "/samenstellen/runs/1/stop");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (all.Status, choices.Status));
        Assert.DoesNotContain("/samenstellen/runs/nieuw", all.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/aanpassen?soort", choices.Html, StringComparison.Ordinal);
        Assert.All([form, asked, decided, stopped], page => Assert.Equal(HttpStatusCode.Forbidden, page.Status));
    }

    [Fact]
    public async Task A_reader_sees_no_scenarios_and_a_plan_only_once_it_is_adopted()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using (var manager = await PageBrowser.SignedIn(server, "pm"))
            await manager.Plan(server);
        using var reader = await PageBrowser.SignedIn(server, "raadslid");
        var before = await reader.Get("/samenstellen/runs/1");

        using (var executive = await PageBrowser.SignedIn(server, "wethouder"))
            await executive.Send(await executive.Get("/afspraken/vaststellen?run=1"), "/afspraken/vaststellen", ("/run", "1"), ("/naam", "Portfolioafspraak 2027"));

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/samenstellen")).Status);
        foreach (var part in (string[])["", "/routekaart", "/keuzes", "/middelen", "/voortgang"])
        {
            var page = await reader.Get("/samenstellen/runs/1" + part);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            // What was not chosen is not for readers, by no part of the plan
            Assert.DoesNotContain("2026-0001", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("2026-0002", (await reader.Get("/samenstellen/runs/1/keuzes")).Html, StringComparison.Ordinal);
    }
}
