using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Runs;
using Koers.App.Tests.Storage;
using Koers.Domain.Runs;
using Xunit;

namespace Koers.Cli.Tests.Operation;

/// <summary>What the programs write in their log, and what not.</summary>
public class LogTests(PostgreSqlServer databases)
{
    private const string Person = "petra.jansen";
    private const string From = "203.0.113.7";
    private const string Wrong = "helemaal-verkeerd";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_log_of_requests_names_routes_and_nobody(string format)
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await register.SaveSquare();
        ServingProcess.AddUser(register, Person, "beheerder");
        using var server = await ServingProcess.Start(
            register, new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8", ["KOERS_LOGREQUESTS"] = "true", ["KOERS_PROXIES"] = "127.0.0.1" },
            line => line.Split('"').Select(ServingProcess.InText).FirstOrDefault(address => address is not null), "--log-format", format);
        using var browser = server.Browser();
        // Only so can the address of who asks be told from that of the server
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", From);
        Assert.Equal(HttpStatusCode.Unauthorized, await ServingProcess.SignIn(browser, Person, Wrong));
        Assert.Equal(HttpStatusCode.OK, await ServingProcess.SignIn(browser, Person, ServingProcess.Password));
        using var page = await browser.GetAsync("/initiatieven/2026-0042?zoek=Stationsplein", Stop);
        Assert.Contains("Stationsplein vergroenen", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var token = await Token(browser);
        using var other = server.Browser();
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        other.DefaultRequestHeaders.Add("X-Forwarded-For", From);
        using var found = await other.GetAsync("/api/v1/initiatieven?zoek=Stationsplein", Stop);
        Assert.Contains("Stationsplein vergroenen", await found.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var nowhere = await browser.GetAsync($"/{Person}/bestaat-niet?terug={Person}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        var outcome = server.End();

        var log = outcome.Out + outcome.Error;
        foreach (var line in (string[])["POST /api/v1/sessies/ 401 in", "POST /api/v1/sessies/ 200 in", "GET /initiatieven/{nummer} 200 in", "GET /api/v1/initiatieven/ 200 in", "GET - 404 in"])
            Assert.Contains(line, log, StringComparison.Ordinal);
        foreach (var secret in (string[])[Person, From, Wrong, ServingProcess.Password, token, token[..16], "Stationsplein", "zoek", "2026-0042"])
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        if (format == "json")
            Assert.Equal(["Method", "Milliseconds", "Route", "Status", "TraceId", "{OriginalFormat}"], StateOf(outcome.Lines, "GET /api/v1/initiatieven/ 200"));
    }

    [Fact]
    public async Task Every_line_of_a_server_is_JSON_where_the_environment_asks_for_that_and_an_argument_goes_before_it()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        var json = new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8", ["KOERS_LOGFORMAT"] = "json" };
        using (var server = await ServingProcess.Start(
            register, json, line => (string?)JsonNode.Parse(line)!["Message"] is { } said ? ServingProcess.InText(said) : null))
        {
            var ended = server.End();
            Assert.Equal("", ended.Error);
            var said = ended.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
            Assert.All(said, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)line["Timestamp"]));
            Assert.Equal(("Information", "Stopped"), ((string?)said[^1]["LogLevel"], (string?)said[^1]["Message"]));
        }

        using var text = await ServingProcess.Start(register, json, ServingProcess.InText, "--log-format", "text");
        Assert.Contains("Stopped", text.End().ErrorLines);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Every_line_of_a_worker_is_JSON_where_that_is_asked_for(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        await using var context = register.Open();
        var good = await RunRows.AskSmall(context, 1);
        var bad = await RunRows.Ask(context, 2, """{"format":"geen"}""", "{}");
        using var worker = KoersProcess.Start(
            new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8", ["KOERS_DATABASE"] = ServingProcess.Of(register) },
            "worker", "--threads", "1", "--log-format", "json");
        await RunRows.Until(context, good, run => run.State == RunState.Done);
        await RunRows.Until(context, bad, run => run.State == RunState.Failed);
        KoersProcess.Signal(worker, "TERM");
        var outcome = KoersProcess.Finish(worker);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        var lines = outcome.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.EndsWith("waits for planning runs of " + register.Address.Shown, (string?)lines[0]["Message"], StringComparison.Ordinal);
        Assert.Contains(lines, line => (string?)line["Message"] == "Planning run 1 ends: Done" && (int?)line["State"]!["Run"] == 1);
        // What went wrong is one line too, with where it did
        Assert.Contains(lines, line => (string?)line["Message"] == "Planning run 2 failed" && (string?)line["LogLevel"] == "Error" && line["Exception"] is not null);
    }

    [Fact]
    public void A_worker_says_which_forms_a_log_has()
    {
        var refused = KoersProcess.Run("worker", "--log-format", "xml");
        Assert.Equal((2, "--log-format: \"xml\" is no form of the log; expected text or json"), (refused.Status, Assert.Single(refused.ErrorLines)));
        var environment = KoersProcess.Run(new Dictionary<string, string> { ["LC_ALL"] = "nl_NL.UTF-8", ["KOERS_LOGFORMAT"] = "xml" }, "", "worker");
        Assert.Equal(
            (2, "KOERS_LOGFORMAT in de omgeving: \"xml\" is geen vorm van het log; verwacht text of json"),
            (environment.Status, Assert.Single(environment.ErrorLines)));
    }

    private static async Task<string> Token(HttpClient administrator)
    {
        using var made = await administrator.PostAsJsonAsync(
            "/api/v1/api-clients", new { naam = "zaaksysteem", bereik = new[] { "lezen" }, rollen = new[] { "indiener" }, verlooptOp = TimeProvider.System.GetUtcNow().AddDays(30) }, Stop);
        var answer = await made.Content.ReadAsStringAsync(Stop);
        Assert.True(made.StatusCode == HttpStatusCode.Created, answer);
        return (string)JsonNode.Parse(answer)!["token"]!;
    }

    /// <summary>What a line of the log says in fields, by name.</summary>
    private static IEnumerable<string> StateOf(IEnumerable<string> lines, string begin) => lines.Select(line => JsonNode.Parse(line)!)
        .First(line => ((string?)line["Message"])!.StartsWith(begin, StringComparison.Ordinal))["State"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);
}
