using System.Net;
using System.Net.Http.Json;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Operation;

public class OperationTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_server_says_that_it_lives_and_is_ready_and_that_it_is_not_where_the_register_is_of_an_earlier_version(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var stranger = server.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/ready", Stop)).StatusCode);
        await using (var context = server.Register.Open())
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE migration_id LIKE '%_Process'", Stop);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stranger.GetAsync("/health/ready", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/initiatieven")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/docs")]
    [InlineData("/health/live")]
    [InlineData("/bestaat-niet")]
    public async Task Every_answer_tells_a_browser_to_trust_it_no_further_than_needed(string address)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        using var answer = await stranger.GetAsync(address, Stop);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_description_of_the_API_is_open_to_every_page()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        using var answer = await stranger.GetAsync("/api/v1/openapi.json", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var docs = await stranger.GetAsync("/api/docs", Stop);
        Assert.Equal(HttpStatusCode.OK, docs.StatusCode);
    }

    [Theory]
    [InlineData(true, "203.0.113.7")]
    [InlineData(false, "127.0.0.1")]
    public async Task A_proxy_says_from_where_a_request_came_where_it_was_named_and_nobody_else_does(bool isNamed, string origin)
    {
        await using var server = await RunningServer.Start(
            DatabaseKind.Sqlite, databases, settings => isNamed ? settings with { Proxies = ["127.0.0.1"] } : settings);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await client.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" }, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await using var context = server.Register.Open();
        Assert.Equal(origin, (await context.AuditEntries.SingleAsync(Stop)).Origin);
    }
}
