using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Audit;

public class AuditApiTests(PostgreSqlServer databases)
{
    private const string Square = "/api/v1/initiatieven/2026-0042";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_refused_attempt_is_in_the_trail_and_a_stranger_cannot_fill_it(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var controller = await server.ClientWith(Role.Controller);
        using var stranger = server.Stranger();
        using (await stranger.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "x", afdeling = "ruimte" }, Stop))
        using (var refused = await controller.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "x", afdeling = "ruimte" }, Stop))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = (await controller.GetFromJsonAsync<JsonObject>("/api/v1/auditregels?resultaat=geweigerd", Stop))!;
        Assert.Equal(1, (int)page["totaal"]!);
        Assert.Equal(("POST initiatieven", "initiatieven"), ((string?)page["items"]![0]!["actie"], (string?)page["items"]![0]!["object"]));
        for (var n = 0; n < 70; n++)
            using (await controller.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "x", afdeling = "ruimte" }, Stop)) { }
        await using var context = server.Register.Open();
        Assert.Equal(60, context.AuditEntries.Count());
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_trail_is_filtered_taken_away_and_read_as_history(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await Put(manager, "0", "Stationsplein, \"groen\"");
        await Put(manager, "1", "Stationsplein");
        var history = (await manager.GetFromJsonAsync<JsonObject>(Square + "/geschiedenis", Stop))!;
        Assert.Equal(2, (int)history["totaal"]!);
        var change = history["items"]![0]!["wijzigingen"]!.AsArray().Single(c => (string?)c!["veld"] == "/inhoud/naam")!;
        Assert.Equal(("Stationsplein, \"groen\"", "Stationsplein"), ((string?)change["voor"], (string?)change["na"]));
        Assert.Equal("Gewijzigd", (string?)history["items"]![0]!["omschrijving"]);

        var found = (await manager.GetFromJsonAsync<JsonObject>(
            "/api/v1/auditregels?object=initiatief/2026-0042&actie=initiatief.wijzigen&van=2020-01-01T00:00:00Z&tot=2099-01-01T00:00:00Z", Stop))!;
        Assert.Equal(2, (int)found["totaal"]!);
        var none = (await manager.GetFromJsonAsync<JsonObject>("/api/v1/auditregels?object=initiatief/2026-004", Stop))!;
        Assert.Equal(0, (int)none["totaal"]!);

        var csv = await manager.GetStringAsync("/api/v1/auditregels/export", Stop);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"\"naam\"\":\"\"Stationsplein, \\u0022groen\\u0022\"\"", csv, StringComparison.Ordinal);
        var lines = (await manager.GetStringAsync("/api/v1/auditregels/export?vorm=jsonl", Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([1, 2], lines.Select(line => (int)JsonNode.Parse(line)!["nummer"]!));

        using var wrong = await manager.GetAsync("/api/v1/auditregels?resultaat=misschien", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var proposer = await server.ClientWith(Role.Proposer);
        foreach (var address in (string[])["/api/v1/auditregels", "/api/v1/auditregels/export"])
            using (var refused = await proposer.GetAsync(address, Stop))
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("""{"naam":"x","afdeling":"ruimte","varianten":[null]}""", "/varianten/0")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","varianten":[{"code":"basis","uitgaven":[null]}]}""", "/varianten/0/uitgaven/0")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","labels":{"a/b":null}}""", "/labels/a~1b")]
    [InlineData("""{"naam":"x\u0000y","afdeling":"ruimte"}""", "/naam")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","samenvatting":"\u0007"}""", "/samenvatting")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","samenvatting":"\ud83d"}""", null)]
    [InlineData("""{"naam":"x","naam":"y","afdeling":"ruimte"}""", "")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","varianten":[{"code":"basis","kansVanSlagen":NaN}]}""", null)]
    [InlineData("""null""", null)]
    public async Task Input_with_holes_or_with_text_that_is_none_is_refused_and_where(string json, string? where)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/initiatieven", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        if (where is { Length: > 0 })
            Assert.Equal(where, (string?)problem["fouten"]![0]!["waar"]);
    }

    [Fact]
    public async Task A_request_of_more_than_a_megabyte_is_refused()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.Proposer);
        using var content = new StringContent(
            $$"""{"naam":"x","afdeling":"ruimte","samenvatting":"{{new string('x', 1024 * 1024)}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/initiatieven", content, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_missing_for_a_step_is_named_and_duplicates_are_found()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var report = (await manager.GetFromJsonAsync<JsonObject>(Square + "/volledigheid", Stop))!;
        Assert.Equal(["/inhoud/samenvatting", "/inhoud/ambtelijkOpdrachtgever"], report["ontbreekt"]!.AsArray().Select(m => (string?)m!["waar"]));
        using (await Step(manager, "0", "in-voorbereiding")) { }
        using var refused = await Step(manager, "1", "ingediend");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(2, (await refused.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray().Count);
        var steps = (await manager.GetFromJsonAsync<JsonArray>(Square + "/stappen", Stop))!;
        Assert.Equal(["idee", "ingediend", "geparkeerd", "afgewezen"], steps.Select(s => (string?)s!["naar"]));
        using var reader = await server.ClientWith(Role.Executive);
        Assert.Empty((await reader.GetFromJsonAsync<JsonArray>(Square + "/stappen", Stop))!);

        var like = (await manager.GetFromJsonAsync<JsonArray>("/api/v1/initiatieven/dubbelen?naam=vergroening%20Stationsplien", Stop))!;
        Assert.Equal("2026-0042", (string?)like[0]!["nummer"]);
        Assert.Empty((await manager.GetFromJsonAsync<JsonArray>(Square + "/dubbelen", Stop))!);
        using var empty = await manager.GetAsync("/api/v1/initiatieven/dubbelen", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        // Another system has no account, and neither scores nor joins the discussion
        using var assessor = await server.ClientWith(Role.Assessor);
        using var score = await assessor.PutAsJsonAsync(Square + "/scores/groen", new { punten = 5 }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, score.StatusCode);
        using var remark = await assessor.PostAsJsonAsync(Square + "/opmerkingen", new { tekst = "Mooi" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, remark.StatusCode);
    }

    private static async Task<HttpResponseMessage> Step(HttpClient client, string version, string to)
    {
        using var step = new HttpRequestMessage(HttpMethod.Post, Square + "/stappen")
        {
            Headers = { { "If-Match", $"\"{version}\"" } },
            Content = JsonContent.Create(new { naar = to }),
        };
        return await client.SendAsync(step, Stop);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET at = 'onzin' WHERE number = 1")]
    [InlineData(DatabaseKind.PostgreSql, "UPDATE audit_entries SET result = 'Xyz' WHERE number = 1")]
    public async Task Where_a_line_cannot_be_read_any_more_it_is_said_what_finds_it(DatabaseKind kind, string tampering)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await Put(manager, "0", "Stationsplein");
        await using (var context = server.Register.Open())
            Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(tampering, Stop));

        using var answer = await manager.GetAsync("/api/v1/auditregels", Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("koers audit verify", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task Put(HttpClient client, string version, string name)
    {
        using var change = new HttpRequestMessage(HttpMethod.Put, Square)
        {
            Headers = { { "If-Match", $"\"{version}\"" } },
            Content = JsonContent.Create(new { naam = name, afdeling = "ruimte" }),
        };
        using var answer = await client.SendAsync(change, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
