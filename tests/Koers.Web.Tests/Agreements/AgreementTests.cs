using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Frames;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Agreements;

public class AgreementTests(PostgreSqlServer databases)
{
    private const string Runs = "/api/v1/planningsruns";
    private const string Agreements = "/api/v1/portfolioafspraken";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_agreed_again_goes_back_to_the_weighing_and_running_work_stays_as_it_is()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var town = new SmallTown();
        // 100,000.10 pays for the running work and for one of the two others: the better one
        town.With("2026-0001", InitiativeState.Running, cost: 30_000m, points: 1);
        town.With("2026-0002", InitiativeState.Chosen, points: 2);
        town.With("2026-0003", InitiativeState.Weighed, points: 9);
        using var executive = await Planned(server, town);

        using var adopted = await executive.PostAsJsonAsync(Agreements, new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.True(adopted.IsSuccessStatusCode, await adopted.Content.ReadAsStringAsync(Stop));
        await using var context = server.Register.Open();
        var states = await context.Initiatives.OrderBy(i => i.Number).Select(i => new { i.State, i.AgreedVariant, i.Version }).ToListAsync(Stop);
        Assert.Equal((InitiativeState.Running, "basis", 0), (states[0].State, states[0].AgreedVariant, states[0].Version));
        Assert.Equal((InitiativeState.Weighed, null, 1), (states[1].State, states[1].AgreedVariant, states[1].Version));
        Assert.Equal((InitiativeState.Chosen, "basis", 1), (states[2].State, states[2].AgreedVariant, states[2].Version));

        using var twice = await executive.PostAsJsonAsync(Agreements, new { run = 1, naam = "Nog eens" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_history_of_each_initiative_says_what_an_agreement_did_to_it(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Running, cost: 30_000m, points: 1);
        town.With("2026-0002", InitiativeState.Chosen, points: 2);
        town.With("2026-0003", InitiativeState.Weighed, points: 9);
        using var executive = await Planned(server, town);
        using var adopted = await executive.PostAsJsonAsync(Agreements, new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Created, adopted.StatusCode);

        Assert.Empty(await History(executive, "2026-0001"));
        var dropped = Assert.Single(await History(executive, "2026-0002"))!;
        Assert.Equal("Niet gekozen in een nieuwe portfolioafspraak", (string?)dropped["omschrijving"]);
        Assert.Equal(("gekozen", "gewogen"), Change(dropped, "/toestand"));
        Assert.Equal((null, "1"), Change(dropped, "/portfolioafspraak"));
        Assert.Contains("Portfolioafspraak 2027", Change(dropped, "/reden").After, StringComparison.Ordinal);
        var chosen = Assert.Single(await History(executive, "2026-0003"))!;
        Assert.Equal("Gekozen in een portfolioafspraak", (string?)chosen["omschrijving"]);
        Assert.Equal(("gewogen", "gekozen"), Change(chosen, "/toestand"));
        Assert.Equal((null, "basis"), Change(chosen, "/afgesprokenVariant"));
        await using var context = server.Register.Open();
        Assert.Equal(
            ["portfolioafspraak.vaststellen", "initiatief.afspreken", "initiatief.afvallen"],
            await context.AuditEntries.OrderByDescending(e => e.Number).Take(3).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop));
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_plan_of_which_something_was_rejected_meanwhile_is_not_adopted_and_nothing_changes()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, cost: 10m);
        var gone = town.With("2026-0002", InitiativeState.Weighed, cost: 10m);
        using var executive = await Planned(server, town);
        await using (var context = server.Register.Open())
        {
            context.Attach(gone);
            gone.Take(InitiativeSteps.Find(InitiativeState.Weighed, InitiativeState.Rejected)!, "toch niet");
            await context.SaveChangesAsync(Stop);
        }

        using var refused = await executive.PostAsJsonAsync(Agreements, new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("2026-0002", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Stop))!["detail"], StringComparison.Ordinal);
        await using var after = server.Register.Open();
        Assert.Equal(InitiativeState.Weighed, (await after.Initiatives.SingleAsync(i => i.Number == "2026-0001", Stop)).State);
        Assert.Empty(await after.Agreements.ToListAsync(Stop));
    }

    [Fact]
    public async Task Only_an_executive_adopts_and_a_reader_sees_a_run_from_then_on()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        using var executive = await Planned(server, town);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var reader = await server.ClientWith(Role.Reader);
        using var forbidden = await manager.PostAsJsonAsync(Agreements, new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        foreach (var address in (string[])[$"{Runs}/1", $"{Runs}/1/probleem", $"{Runs}/1/resultaat", $"{Runs}/1/voortgang"])
        {
            using var unseen = await reader.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        }

        using var adopted = await executive.PostAsJsonAsync(Agreements, new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Created, adopted.StatusCode);
        Assert.Equal(1, (int)(await reader.GetFromJsonAsync<JsonObject>(Runs, Stop))!["totaal"]!);
        // What was adopted, and the figures of its proof; not what was proposed and not chosen, nor prices of rows named after that
        using var problem = await reader.GetAsync($"{Runs}/1/probleem", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, problem.StatusCode);
        var plan = (await reader.GetFromJsonAsync<JsonObject>($"{Runs}/1/resultaat", Stop))!;
        Assert.Equal(("2026-0001", null), ((string?)plan["selected"]![0]!["initiative"], plan["certificate"]));
        Assert.NotNull((double?)plan["bound"]);
        var whole = (await manager.GetFromJsonAsync<JsonObject>($"{Runs}/1/resultaat", Stop))!;
        Assert.NotNull(whole["certificate"]);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"{Runs}/1/probleem", Stop)).StatusCode);
        using var asked = await reader.PostAsJsonAsync(Runs, new { soort = "plan" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
    }

    [Fact]
    public async Task The_plan_of_a_scenario_with_more_money_is_adopted_only_after_its_frames_are()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var (executive, manager) = await WithFrames(server);
        var made = await manager.Post("scenarios", new { naam = "Meer geld" });
        var path = $"scenarios/{(string)made.Body!["id"]!}";
        var content = made.Body["inhoud"]!.DeepClone();
        content["budgetten"]![0]!["jaren"]![0]!["bedrag"] = 1_100_000.10m;
        var changed = await manager.Put(path, new { naam = "Meer geld", inhoud = content }, made.Tag!);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Body?.ToJsonString());
        await Plan(executive, new { soort = "plan", scenario = (Guid)made.Body["id"]! });

        var refused = await executive.Post("portfolioafspraken", new { run = 1, naam = "Meer geld" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("scenario “Meer geld”", (string?)refused.Body!["detail"], StringComparison.Ordinal);
        var promoted = await manager.Post(path + "/stappen", new { naar = "overgenomen" }, changed.Tag);
        Assert.True(promoted.Status == HttpStatusCode.OK, promoted.Body?.ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, (await executive.Post("portfolioafspraken", new { run = 1, naam = "Meer geld" })).Status);
        await AdoptFrames(executive, "Begrotingswijziging");
        var adopted = await executive.Post("portfolioafspraken", new { run = 1, naam = "Meer geld" });
        Assert.True(adopted.Status == HttpStatusCode.Created, adopted.Body?.ToJsonString());
        executive.Dispose();
        manager.Dispose();
    }

    [Fact]
    public async Task A_scenario_that_only_decides_beforehand_is_adopted_and_what_it_decided_is_in_the_trail()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var (executive, manager) = await WithFrames(server);
        var made = await manager.Post("scenarios", new { naam = "Zonder de eerste" });
        var path = $"scenarios/{(string)made.Body!["id"]!}";
        var changed = await manager.Put(path, new
        {
            naam = "Zonder de eerste",
            inhoud = made.Body["inhoud"]!.DeepClone(),
            keuzes = new[] { new { initiatief = "2026-0001", soort = "eruit" } },
        }, made.Tag!);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Body?.ToJsonString());
        await Plan(executive, new { soort = "plan", scenario = (Guid)made.Body["id"]! });
        var adopted = await executive.Post("portfolioafspraken", new { run = 1, naam = "Zonder de eerste" });
        Assert.True(adopted.Status == HttpStatusCode.Created, adopted.Body?.ToJsonString());
        await using var context = server.Register.Open();
        var line = await context.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "portfolioafspraak.vaststellen", Stop);
        Assert.Equal(
            ("2026-0001", "eruit"),
            ((string?)JsonNode.Parse(line.After!)!["keuzes"]![0]!["initiatief"], (string?)JsonNode.Parse(line.After!)!["keuzes"]![0]!["soort"]));
        executive.Dispose();
        manager.Dispose();
    }

    [Fact]
    public async Task A_plan_of_the_draft_or_of_frames_that_were_replaced_is_not_adopted()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var (executive, manager) = await WithFrames(server);
        await Plan(executive, new { soort = "plan" });
        var budget = await manager.Get("budgetten/investering");
        var more = new { code = "investering", naam = "Investeringen", soort = "investering", jaren = new[] { new { jaar = 2027, bedrag = 1_100_000m } } };
        var raised = await manager.Put("budgetten/investering", more, budget.Tag!);
        Assert.True(raised.Status == HttpStatusCode.OK, raised.Body?.ToJsonString());
        await Plan(executive, new { soort = "plan", kaders = "concept" }, number: 2);
        Assert.Equal(HttpStatusCode.Conflict, (await executive.Post("portfolioafspraken", new { run = 2, naam = "Concept" })).Status);
        await AdoptFrames(executive, "Begrotingswijziging");
        Assert.Equal(HttpStatusCode.Conflict, (await executive.Post("portfolioafspraken", new { run = 1, naam = "Van eerder" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await executive.Post("portfolioafspraken", new { run = 2, naam = "Nu" })).Status);
        executive.Dispose();
        manager.Dispose();
    }

    /// <summary>A town with adopted frames; gives clients of the executive and of the portfolio manager.</summary>
    private static async Task<(HttpClient Executive, HttpClient Manager)> WithFrames(RunningServer server)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, points: 9);
        town.With("2026-0002", InitiativeState.Weighed, points: 2);
        await using (var context = server.Register.Open())
            await town.Save(context);
        var executive = await server.ClientWith(Role.Executive);
        await AdoptFrames(executive, "Kadernota 2027");
        return (executive, await server.ClientWith(Role.PortfolioManager));
    }

    private static async Task AdoptFrames(HttpClient executive, string decision)
    {
        var adopted = await executive.Post("kaders/vaststellingen", new { besluit = decision }, (await executive.Get("kaders/concept")).Tag);
        Assert.True(adopted.Status is HttpStatusCode.OK or HttpStatusCode.Created, adopted.Body?.ToJsonString());
    }

    private static async Task Plan(HttpClient executive, object asked, int number = 1)
    {
        var run = await executive.Post("planningsruns", asked);
        Assert.True(run.Status == HttpStatusCode.Accepted, run.Body?.ToJsonString());
        await executive.GetStringAsync($"{Runs}/{number}/voortgang", Stop);
    }

    private static async Task<JsonArray> History(HttpClient client, string number) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/initiatieven/{number}/geschiedenis", Stop))!["items"]!.AsArray();

    private static (string? Before, string? After) Change(JsonNode line, string field)
    {
        var change = line["wijzigingen"]!.AsArray().Single(c => (string?)c!["veld"] == field)!;
        return (change["voor"]?.ToString(), change["na"]?.ToString());
    }

    /// <summary>Saves a town and plans it; gives a client of the executive.</summary>
    private static async Task<HttpClient> Planned(RunningServer server, SmallTown town)
    {
        await using (var context = server.Register.Open())
            await town.Save(context);
        var executive = await server.ClientWith(Role.Executive);
        using var asked = await executive.PostAsJsonAsync(Runs, new { soort = "plan" }, Stop);
        Assert.True(asked.StatusCode == HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync(Stop));
        await executive.GetStringAsync($"{Runs}/1/voortgang", Stop);
        return executive;
    }
}
