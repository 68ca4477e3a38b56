using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Runs;

public class RunApiTests(PostgreSqlServer databases)
{
    private const string Runs = "/api/v1/planningsruns";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_is_asked_planned_followed_and_adopted(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);

        using var asked = await manager.PostAsJsonAsync(Runs, new { soort = "plan", opties = new { tijdslimiet = 10, zaad = 3 } }, Stop);
        Assert.Equal((HttpStatusCode.Accepted, $"{Runs}/1"), (asked.StatusCode, asked.Headers.Location?.ToString()));
        var run = await Ended(manager, 1);
        // 100,000.10 pays for one of the two of 60,000; the better one brings 0.75 x 6 points in three of four quarters: 3.375
        Assert.Equal(("klaar", "bewezen het best denkbare"), ((string?)run["toestand"], (string?)run["bewijs"]));
        Assert.Equal(3.375, (double)run["waarde"]!, 9);

        var problem = ProblemReader.Read(await manager.GetByteArrayAsync($"{Runs}/1/probleem", Stop)).Required();
        var plan = PlanReader.Read(await manager.GetByteArrayAsync($"{Runs}/1/resultaat", Stop)).Required();
        Assert.True(Evaluator.Check(problem, plan).Holds);
        Assert.Equal("2026-0002", Assert.Single(plan.Selected).Initiative.Value);
        Assert.NotNull(plan.Certificate);

        using var executive = await server.ClientWith(Role.Executive);
        using var adopted = await executive.PostAsJsonAsync("/api/v1/portfolioafspraken", new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/portfolioafspraken/1"), (adopted.StatusCode, adopted.Headers.Location?.ToString()));
        using var reader = await server.ClientWith(Role.Reader);
        var agreement = (await reader.GetFromJsonAsync<JsonObject>("/api/v1/portfolioafspraken/1", Stop))!;
        Assert.Equal("2026-0002", (string?)agreement["initiatieven"]![0]!["initiatief"]);
        var chosen = (await reader.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven/2026-0002", Stop))!;
        Assert.Equal(("gekozen", "basis", "2027-01-01"), ((string?)chosen["toestand"], (string?)chosen["afgesprokenVariant"], (string?)chosen["afgesprokenStart"]));

        await using var context = server.Register.Open();
        Assert.Equal(
            ["planningsrun.vragen", "planningsrun.einde", "portfolioafspraak.vaststellen", "initiatief.afspreken"],
            context.AuditEntries.OrderBy(e => e.Number).Select(e => e.Action).ToArray());
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Every_analysis_runs_as_a_job_and_answers_in_the_format_of_its_command()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await Asked(manager, new { soort = "plan" });
        await Ended(manager, 1);
        await Asked(manager, new { soort = "plan" });
        await Ended(manager, 2);
        using var executive = await server.ClientWith(Role.Executive);
        using var adopted = await executive.PostAsJsonAsync("/api/v1/portfolioafspraken", new { run = 1, naam = "Portfolioafspraak 2027" }, Stop);
        Assert.Equal(HttpStatusCode.Created, adopted.StatusCode);
        (object Input, string Format)[] kinds =
        [
            (new { soort = "verklaring", run = 1, opties = new { initiatief = "2026-0001", tijdslimiet = 2 } }, "koers-explain/1"),
            (new { soort = "prijzen", run = 1, opties = new { bevestigen = 1, tijdslimiet = 2 } }, "koers-prices/1"),
            (new { soort = "verkokering", opties = new { label = "afdeling", tijdslimiet = 2 } }, "koers-silos/1"),
            (new { soort = "grenslijn", opties = new { budgetten = new[] { "investering" }, punten = 3, tijdslimiet = 2 } }, "koers-frontier/1"),
            (new { soort = "robuustheid", run = 1, opties = new { vectoren = 5, tijdslimiet = 2 } }, "koers-robust/1"),
            (new { soort = "risico", run = 1, opties = new { trekkingen = 100, zaad = 7 } }, "koers-risk/1"),
            (new { soort = "herplanning", opties = new { bevriezen = 1, tijdslimiet = 2 } }, "koers-replan/1"),
            (new { soort = "vergelijking", run = 1, opties = new { andereRuns = new[] { 2 } } }, "koers-comparison/1"),
            (new { soort = "herstel", opties = new { conflicten = 1, tijdslimiet = 2 } }, "koers-repair/1"),
        ];
        foreach (var (input, _) in kinds)
            await Asked(manager, input);
        for (var k = 0; k < kinds.Length; k++)
        {
            var run = await Ended(manager, k + 3);
            Assert.True("klaar" == (string?)run["toestand"], $"{kinds[k].Format}: {run}");
            Assert.Equal(kinds[k].Format, (string?)(await manager.GetFromJsonAsync<JsonObject>($"{Runs}/{k + 3}/resultaat", Stop))!["format"]);
        }
    }

    [Fact]
    public async Task Progress_comes_as_events_and_ends_with_the_end()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await Asked(manager, new { soort = "plan" });
        var events = await manager.GetStringAsync($"{Runs}/1/voortgang", Stop);
        var last = events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("event: einde\ndata: {\"nummer\":1,", last, StringComparison.Ordinal);
        Assert.Contains("\"toestand\":\"klaar\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_is_not_told_any_further_how_far_a_run_is()
    {
        // Nobody does the run: it would go on waiting for ever
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { PlanningThreads = 0 });
        await SaveTown(server);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        var cookies = new System.Net.CookieContainer();
        using var browser = await server.SignedIn("pm", cookies: cookies);
        await Asked(browser, new { soort = "plan" });
        using var answer = await browser.GetAsync($"{Runs}/1/voortgang", HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var events = await answer.Content.ReadAsStreamAsync(Stop);
        using var lines = new StreamReader(events);
        Assert.Equal("event: voortgang", await lines.ReadLineAsync(Stop));
        using (await browser.DeleteAsync("/api/v1/sessies", Stop))
            Assert.DoesNotContain("event: einde", await lines.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_what_is_asked_are_named_at_once_and_what_cannot_be_planned_names_initiatives()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var wrong = await manager.PostAsJsonAsync(Runs, new { soort = "verklaring", opties = new { tijdslimiet = 0.5, marge = 0.1 } }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(
            ["/opties/initiatief", "/opties/marge", "/opties/tijdslimiet", "/run"],
            (await wrong.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray().Select(f => (string)f!["waar"]!).Order(StringComparer.Ordinal));
        using var empty = await manager.PostAsJsonAsync(Runs, new { soort = "plan" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        await SaveTown(server, town => town.With("2026-0009", InitiativeState.Running).AgreedStart = null);
        using var unplannable = await manager.PostAsJsonAsync(Runs, new { soort = "plan" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, unplannable.StatusCode);
        Assert.Contains("2026-0009", (string?)(await unplannable.Content.ReadFromJsonAsync<JsonObject>(Stop))!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_not_compared_with_itself_or_twice_with_another()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var wrong = await manager.PostAsJsonAsync(Runs, new { soort = "vergelijking", run = 1, opties = new { andereRuns = new[] { 2, 1, 2 } } }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(
            ["/opties/andereRuns/1", "/opties/andereRuns/2"],
            (await wrong.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray().Select(f => (string)f!["waar"]!));
    }

    private static async Task SaveTown(RunningServer server, Action<SmallTown>? more = null)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, points: 4);
        town.With("2026-0002", InitiativeState.Weighed, points: 6);
        town.With("2026-0003", InitiativeState.Idea, points: 100);
        more?.Invoke(town);
        await using var context = server.Register.Open();
        await town.Save(context);
    }

    private static async Task Asked(HttpClient client, object input)
    {
        using var answer = await client.PostAsJsonAsync(Runs, input, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, $"{input}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    /// <summary>Waits for its end by following it.</summary>
    private static async Task<JsonObject> Ended(HttpClient client, int number)
    {
        await client.GetStringAsync($"{Runs}/{number}/voortgang", Stop);
        return (await client.GetFromJsonAsync<JsonObject>($"{Runs}/{number}", Stop))!;
    }
}
