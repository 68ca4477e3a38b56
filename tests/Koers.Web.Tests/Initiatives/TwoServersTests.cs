using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Initiatives;

public sealed class TwoServersTests(PostgreSqlServer databases)
{
    private const string Square = "/api/v1/initiatieven/2026-0042";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_one_server_confirmed_the_other_shows_in_its_next_answer(DatabaseKind kind)
    {
        await using var one = await RunningServer.Start(kind, databases);
        await one.Register.SaveSquare();
        await using var other = KoersServer.Build(new ServerSettings { Database = one.Register.Address, Addresses = "http://127.0.0.1:0" });
        await other.StartAsync(Stop);
        using var writer = await one.ClientWith(Role.PortfolioManager);
        using var reader = new HttpClient { BaseAddress = new Uri(other.Urls.First()) };
        reader.DefaultRequestHeaders.Authorization = writer.DefaultRequestHeaders.Authorization;
        for (var version = 0; version < 10; version++)
        {
            using var change = new HttpRequestMessage(HttpMethod.Put, Square)
            {
                Headers = { { "If-Match", $"\"{version}\"" } },
                Content = JsonContent.Create(new { naam = $"Plein {version}", afdeling = "ruimte" }),
            };
            using var changed = await writer.SendAsync(change, Stop);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
            var page = (await reader.GetFromJsonAsync<JsonObject>($"/api/v1/initiatieven?zoek=plein%20{version}&sorteer=naam", Stop))!;
            Assert.Equal(version + 1, (int)page["items"]![0]!["versie"]!);
            var shown = (await reader.GetFromJsonAsync<JsonObject>(Square, Stop))!;
            Assert.Equal($"Plein {version}", (string?)shown["inhoud"]!["naam"]);
        }
    }

    [Fact]
    public async Task A_client_that_may_see_less_is_shown_less_of_what_is_remembered_for_all()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var proposed = await manager.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "Nog een idee", afdeling = "ruimte" }, Stop);
        Assert.Equal(HttpStatusCode.Created, proposed.StatusCode);
        Assert.Equal(2, (int)(await manager.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven", Stop))!["totaal"]!);
        using var first = await manager.GetAsync(Square, Stop);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var reader = await server.ClientWith(Role.Reader);
        Assert.Equal(0, (int)(await reader.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven", Stop))!["totaal"]!);
        using var hidden = await reader.GetAsync(Square, Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
