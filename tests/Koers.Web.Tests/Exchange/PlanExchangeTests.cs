using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Planning.Formats;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Exchange;

public class PlanExchangeTests(PostgreSqlServer databases)
{
    private const string Plans = "/api/v1/plannen";
    private const string InForce = "/api/v1/kaders/vastgesteld/probleem";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_plan_made_elsewhere_for_a_scenario_becomes_a_run_that_can_be_adopted(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var scenario = await MadeScenario(manager);
        using var fetched = await manager.GetAsync($"/api/v1/scenarios/{scenario}/probleem", Stop);
        var problem = ProblemReader.Read(await fetched.Content.ReadAsByteArrayAsync(Stop)).Required();
        Assert.Equal(["2026-0001", "2026-0002"], problem.Initiatives.Select(i => i.Id.Value));

        using var brought = await Bring(manager, $"{Plans}?scenario={scenario}", Plan(), fetched.Headers.ETag);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/planningsruns/1"), (brought.StatusCode, brought.Headers.Location?.ToString()));
        var run = (await brought.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal(
            ("plan", "klaar", scenario, "nog niets bewezen"), ((string?)run["soort"], (string?)run["toestand"], (string?)run["scenario"], (string?)run["bewijs"]));
        Assert.Contains("elders", (string?)run["bericht"], StringComparison.Ordinal);
        Assert.Equal(3.375, (double)run["waarde"]!, 9);
        Assert.Equal("een ander programma", PlanReader.Read(await manager.GetByteArrayAsync("/api/v1/planningsruns/1/resultaat", Stop)).Required().Engine);

        using var executive = await server.ClientWith(Role.Executive);
        using var adopted = await executive.PostAsJsonAsync("/api/v1/portfolioafspraken", new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Created, adopted.StatusCode);
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.AuditEntries.CountAsync(e => e.Action == "planningsrun.inbrengen" && e.Target == "planningsrun/1", Stop));
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_plan_that_does_not_hold_is_refused_with_all_that_does_not_hold_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        // Both cost more than there is, one does not exist, and it is worth something else
        var tooMuch = Plan(plan => plan["selected"]!.AsArray().Add(Choice("2026-0001")));
        Assert.Equal(["/selected", "/value"], await Faults(manager, Plans, tooMuch));
        Assert.Equal(["/selected/1"], await Faults(manager, Plans, Plan(plan => plan["selected"]!.AsArray().Add(Choice("2026-0003")))));
        Assert.Equal(["/bound"], await Faults(manager, Plans, Plan(plan => plan["bound"] = 1)));
        Assert.Equal(["/status"], await Faults(manager, Plans, """{"format":"koers-plan/1","status":"unknown","selected":[],"value":null,"bound":null,"gap":null,"certificate":null,"conflict":[],"seconds":0,"engine":"x"}"""));
        Assert.Equal([""], await Faults(manager, Plans, "{\"format\":\"koers-plan/1\""));
        Assert.NotEmpty(await Faults(manager, Plans, ""));
        Assert.NotEmpty(await Faults(manager, Plans, "[[[[[[[["));
        await using var context = server.Register.Open();
        Assert.Equal((0, 0), (await context.Runs.CountAsync(Stop), await context.AuditEntries.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_plan_is_held_against_the_problem_that_was_fetched_and_a_kept_problem_stays_the_same()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var fetched = await manager.GetAsync(new Uri(InForce, UriKind.Relative), Stop);
        using var first = await Bring(manager, Plans, Plan(), fetched.Headers.ETag);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await using (var context = server.Register.Open())
        {
            var initiative = await context.Initiatives.Include(i => i.Variants).FirstAsync(i => i.Number == "2026-0002", Stop);
            initiative.Variants[0].Duration = 2;
            await context.SaveChangesAsync(Stop);
        }

        using var stale = await Bring(manager, Plans, Plan(), fetched.Headers.ETag);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        // Worth less now that it takes longer
        Assert.Equal(["/value"], await Faults(manager, Plans + "?kaders=concept", Plan()));
        using var ofRun = await Bring(manager, Plans + "?run=1", Plan());
        Assert.Equal((HttpStatusCode.Created, "/api/v1/planningsruns/2"), (ofRun.StatusCode, ofRun.Headers.Location?.ToString()));
        Assert.Equal(await manager.GetStringAsync("/api/v1/planningsruns/1/probleem", Stop), await manager.GetStringAsync("/api/v1/planningsruns/2/probleem", Stop));
        foreach (var (query, status) in ((string, HttpStatusCode)[])[("?run=9", HttpStatusCode.NotFound), ($"?scenario={Guid.NewGuid()}", HttpStatusCode.NotFound),
            ("?run=1&kaders=concept", HttpStatusCode.BadRequest), ("?kaders=oud", HttpStatusCode.BadRequest)])
        {
            using var answer = await Bring(manager, Plans + query, Plan());
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_bound_counts_as_far_as_its_certificate_proves_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        // No prices prove the sum of what all brings: 0.75 x (4 + 6) in three of four quarters
        var claimed = Plan(plan =>
        {
            (plan["status"], plan["bound"]) = ("optimal", 3.375);
            plan["certificate"] = new JsonObject { ["bound"] = 5.625, ["prices"] = new JsonObject() };
        });
        using var answer = await Bring(manager, Plans, claimed);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var run = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal(5.625, (double)run["grens"]!, 9);
        Assert.NotEqual("bewezen het best denkbare", (string?)run["bewijs"]);
    }

    [Fact]
    public async Task Who_may_ask_for_a_run_may_fetch_a_problem_and_bring_in_a_plan_and_the_controller_may_fetch_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await server.ClientWith(role);
            using var problem = await client.GetAsync(new Uri(InForce, UriKind.Relative), Stop);
            using var plan = await Bring(client, Plans, Plan());
            Assert.Equal(
                role switch
                {
                    Role.PortfolioManager or Role.Executive => (HttpStatusCode.OK, HttpStatusCode.Created),
                    Role.Controller => (HttpStatusCode.OK, HttpStatusCode.Forbidden),
                    _ => (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
                },
                (problem.StatusCode, plan.StatusCode));
        }
    }

    [Fact]
    public async Task A_plan_may_be_larger_than_other_requests_and_has_a_limit_of_its_own()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        // More than other requests may have, and no more than a plan may have
        using var large = await Bring(manager, Plans, Plan() + new string(' ', 2 << 20));
        Assert.Equal(HttpStatusCode.Created, large.StatusCode);
        using var tooLarge = await Bring(manager, Plans, new string(' ', (20 << 20) + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    private static JsonObject Choice(string initiative) => new() { ["initiative"] = initiative, ["variant"] = "basis", ["start"] = 0 };

    /// <summary>The better of the two of 60,000: 0.75 x 6 points in three of four quarters.</summary>
    private static string Plan(Action<JsonObject>? change = null)
    {
        var plan = new JsonObject
        {
            ["format"] = "koers-plan/1",
            ["status"] = "feasible",
            ["selected"] = new JsonArray(Choice("2026-0002")),
            ["value"] = 3.375,
            ["bound"] = null,
            ["gap"] = null,
            ["certificate"] = null,
            ["conflict"] = new JsonArray(),
            ["seconds"] = 1,
            ["engine"] = "een ander programma",
        };
        change?.Invoke(plan);
        return plan.ToJsonString();
    }

    private static async Task<HttpResponseMessage> Bring(HttpClient client, string address, string plan, EntityTagHeaderValue? mark = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(plan, Encoding.UTF8, "application/json") };
        if (mark is not null)
            request.Headers.IfMatch.Add(mark);
        return await client.SendAsync(request, Stop);
    }

    private static async Task<string[]> Faults(HttpClient client, string address, string plan)
    {
        using var answer = await Bring(client, address, plan);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync(Stop));
        return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray().Select(f => (string)f!["waar"]!).Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<string> MadeScenario(HttpClient client)
    {
        using var made = await client.PostAsJsonAsync("/api/v1/scenarios", new { naam = "Meer wonen" }, Stop);
        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync(Stop));
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"]!;
    }

    private static async Task SaveTown(RunningServer server)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, points: 4);
        town.With("2026-0002", InitiativeState.Weighed, points: 6);
        town.With("2026-0003", InitiativeState.Idea, points: 100);
        await using var context = server.Register.Open();
        await town.Save(context);
    }
}
