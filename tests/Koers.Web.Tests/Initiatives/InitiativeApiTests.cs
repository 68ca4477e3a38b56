using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Initiatives;

public class InitiativeApiTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_initiative_is_proposed_changed_and_handed_in_and_all_of_it_is_in_the_audit_trail(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var year = TimeProvider.System.GetUtcNow().Year;

        using var proposed = await client.PostAsJsonAsync(
            "/api/v1/initiatieven", new { naam = "Fietsbrug Noord", afdeling = "ruimte" }, Stop);
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        var address = proposed.Headers.Location!.ToString();
        Assert.StartsWith($"/api/v1/initiatieven/{year}-", address, StringComparison.Ordinal);

        using var change = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Headers = { { "If-Match", proposed.Headers.ETag!.ToString() } },
            Content = JsonContent.Create(new
            {
                naam = "Fietsbrug Noord",
                afdeling = "ruimte",
                varianten = new[] { new { code = "basis", looptijd = 4, uitgaven = new[] { new { budget = "investering", kwartaal = 0, bedrag = 1250000.10m } } } },
            }),
        };
        using var changed = await client.SendAsync(change, Stop);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("\"2\"", changed.Headers.ETag!.ToString());

        using var step = new HttpRequestMessage(HttpMethod.Post, address + "/stappen")
        {
            Headers = { { "If-Match", "\"2\"" } },
            Content = JsonContent.Create(new { naar = "in-voorbereiding" }),
        };
        using var stepped = await client.SendAsync(step, Stop);
        var shown = (await client.GetFromJsonAsync<JsonObject>(address, Stop))!;
        Assert.Equal("in-voorbereiding", (string?)shown["toestand"]);
        Assert.Equal(1250000.10m, (decimal?)shown["inhoud"]!["varianten"]![0]!["uitgaven"]![0]!["bedrag"]);

        await using var context = server.Register.Open();
        Assert.Equal(
            ["initiatief.indienen", "initiatief.wijzigen", "initiatief.stap"],
            context.AuditEntries.OrderBy(e => e.Number).Select(e => e.Action).ToArray());
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_change_without_the_version_it_was_made_in_or_in_an_old_one_is_refused()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var without = await client.PutAsJsonAsync("/api/v1/initiatieven/2026-0042", new { naam = "x", afdeling = "ruimte" }, Stop);
        Assert.Equal(HttpStatusCode.PreconditionRequired, without.StatusCode);
        using var old = new HttpRequestMessage(HttpMethod.Put, "/api/v1/initiatieven/2026-0042")
        {
            Headers = { { "If-Match", "\"7\"" } },
            Content = JsonContent.Create(new { naam = "x", afdeling = "ruimte" }),
        };
        using var refused = await client.SendAsync(old, Stop);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, (int?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Stop))!["versie"]);
    }

    [Fact]
    public async Task All_faults_of_what_was_entered_are_named_at_once_and_where()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.Proposer);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/initiatieven",
            new { naam = " ", afdeling = "bestaat-niet", varianten = new[] { new { code = "Basis!", looptijd = 0, kansVanSlagen = 1.5 } } }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]!.AsArray();
        Assert.Equal(
            ["/naam", "/afdeling", "/varianten/0/code", "/varianten/0/looptijd", "/varianten/0/kansVanSlagen"],
            faults.Select(fault => (string?)fault!["waar"]));
    }

    [Theory]
    [InlineData("""{"naam":"x""", "/naam")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","kleur":1}""", "/kleur")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","wettelijk":"ja"}""", "/wettelijk")]
    [InlineData("""{"naam":"x","afdeling":"ruimte","varianten":[{"code":"basis","uitgaven":[{"budget":"b","kwartaal":0,"bedrag":1.005}]}]}""", "/varianten/0/uitgaven/0/bedrag")]
    public async Task What_cannot_be_read_is_named_with_its_place_and_line(string body, string where)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.Proposer);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/initiatieven", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var fault = (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]![0]!;
        Assert.Equal(where, (string?)fault["waar"]);
        Assert.Contains("regel en teken 1:", (string?)fault["wat"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/initiatieven", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/initiatieven/", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/bestaat-niet", HttpStatusCode.NotFound)]
    public async Task A_stranger_gets_a_problem_in_words_and_nothing_else(string address, HttpStatusCode status)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        using var answer = await stranger.GetAsync(address, Stop);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1.0.0", answer.Headers.GetValues("API-Version").Single());
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_paged()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Controller);
        var page = (await client.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven?zoek=STATION%20groen&toestand=idee&sorteer=-gewijzigdOp", Stop))!;
        Assert.Equal((1, "2026-0042"), ((int)page["totaal"]!, (string?)page["items"]![0]!["nummer"]));
        var none = (await client.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven?toestand=lopend", Stop))!;
        Assert.Equal(0, (int)none["totaal"]!);
        using var wrong = await client.GetAsync("/api/v1/initiatieven?paginaGrootte=5000&sorteer=kleur", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }
}
