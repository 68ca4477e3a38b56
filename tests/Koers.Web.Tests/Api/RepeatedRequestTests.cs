using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Api;

public class RepeatedRequestTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_same_request_with_the_same_key_is_done_once_and_answered_twice(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        using var first = await Propose(client, "Fietsbrug", "sleutel-1");
        using var second = await Propose(client, "Fietsbrug", "sleutel-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal((first.Headers.Location, first.Headers.ETag), (second.Headers.Location, second.Headers.ETag));
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await second.Content.ReadAsStringAsync(Stop));
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Initiatives.CountAsync(i => i.Name == "Fietsbrug", Stop));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_another_client_has_keys_of_its_own()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        using var other = await server.ClientWith(Role.Proposer);
        using var first = await Propose(client, "Fietsbrug", "sleutel");
        using var another = await Propose(client, "Zwembad", "sleutel");
        using var elsewhere = await Propose(other, "Zwembad", "sleutel");
        Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
        Assert.Equal(HttpStatusCode.Created, elsewhere.StatusCode);
    }

    [Fact]
    public async Task What_was_refused_may_be_tried_again_with_the_same_key()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        using var refused = await Propose(client, "", "sleutel");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("/naam", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Stop))!["fouten"]![0]!["waar"]);
        using var mended = await Propose(client, "Fietsbrug", "sleutel");
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_make_one_initiative()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Proposer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Propose(client, "Fietsbrug", "sleutel")));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]));
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Initiatives.CountAsync(i => i.Name == "Fietsbrug", Stop));
    }

    private static Task<HttpResponseMessage> Propose(HttpClient client, string name, string key) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/initiatieven")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new { naam = name, afdeling = "ruimte" }),
        },
        Stop);
}
