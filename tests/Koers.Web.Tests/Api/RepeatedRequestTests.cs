using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
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
    public async Task What_is_answered_with_a_secret_is_done_once_and_the_secret_is_kept_nowhere()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var client = await server.SignedIn("beheer");
        var someone = new { naam = "indiener", weergavenaam = "Indiener", rollen = Array.Empty<object>() };
        foreach (var (address, content, secret) in ((string, object, string)[])[
            ("accounts", someone, "wachtwoord"), ("api-clients", new { naam = "zaaksysteem", bereik = new[] { "lezen" }, rollen = new[] { "lezer" }, verlooptOp = TimeProvider.System.GetUtcNow().AddDays(9) }, "token"), ("mij/tweede-stap", new { }, "geheim")])
        {
            using var first = await Ask(client, address, content, address);
            var text = await first.Content.ReadAsStringAsync(Stop);
            Assert.True(first.IsSuccessStatusCode, text);
            Assert.Contains($"\"{secret}\":\"", text, StringComparison.Ordinal);
            using var again = await Ask(client, address, content, address);
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }

        await using var context = server.Register.Open();
        var kept = await context.AnsweredRequests.ToListAsync(Stop);
        Assert.Equal(3, kept.Count);
        Assert.All(kept, request => Assert.Equal((0, ""), (request.Status, request.Body)));
        Assert.Equal(1, await context.ApiClients.CountAsync(Stop));
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

    [Fact]
    public async Task A_file_may_be_as_large_as_its_address_takes_and_is_sent_again_whole()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var client = await server.ClientWith(Role.PortfolioManager);
        // Twice as much as other JSON may be
        var plan = Plan() + new string(' ', 2 << 20);
        using var first = await Bring(client, Json(plan), "plan");
        Assert.True(first.StatusCode == HttpStatusCode.Created, await first.Content.ReadAsStringAsync(Stop));
        using var again = await Bring(client, Json(plan), "plan");
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.True(again.Headers.Contains("Idempotent-Replayed"));
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Runs.CountAsync(Stop));
    }

    [Fact]
    public async Task The_same_form_sent_again_is_the_same_request_although_its_parts_are_separated_otherwise()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var client = await server.ClientWith(Role.PortfolioManager);
        var plan = Plan() + new string(' ', 2 << 20);
        using var first = await Bring(client, Form("een", plan), "plan");
        Assert.True(first.StatusCode == HttpStatusCode.Created, await first.Content.ReadAsStringAsync(Stop));
        using var again = await Bring(client, Form("twee", plan), "plan");
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        using var other = await Bring(client, Form("een", plan + " "), "plan");
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Runs.CountAsync(Stop));
    }

    [Fact]
    public async Task What_is_too_large_or_cut_off_is_refused_and_leaves_the_key_free()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var known = await server.ClientWith(Role.PortfolioManager);
        // Sends only when the server says that it may: who is refused half-way through a large body hears of a broken connection instead
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = known.DefaultRequestHeaders.Authorization;
        client.DefaultRequestHeaders.ExpectContinue = true;
        var tooLarge = new string(' ', (20 << 20) + (1 << 17));
        var justTooLarge = new string(' ', (20 << 20) + 1);
        foreach (var content in (HttpContent[])[Json(tooLarge), Form("een", tooLarge), Json(justTooLarge), Form("een", justTooLarge), Uncounted(Json(justTooLarge))])
        {
            using var refused = await Bring(client, content, "sleutel");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        using var initiative = await client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/initiatieven") { Headers = { { "Idempotency-Key", "sleutel" } }, Content = Json(new string(' ', 2 << 20)) }, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, initiative.StatusCode);
        using var noForm = await Bring(client, Form("een", Plan(), isWhole: false), "sleutel");
        Assert.Equal(HttpStatusCode.BadRequest, noForm.StatusCode);
        using var mended = await Bring(client, Json(Plan()), "sleutel");
        Assert.Equal(HttpStatusCode.Created, mended.StatusCode);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string address, object content, string key) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + address) { Headers = { { "Idempotency-Key", key } }, Content = JsonContent.Create(content) }, Stop);

    private static Task<HttpResponseMessage> Bring(HttpClient client, HttpContent content, string key) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/plannen") { Headers = { { "Idempotency-Key", key } }, Content = content }, Stop);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>The same content, of which is not said how long it is.</summary>
    private static StreamContent Uncounted(StringContent content)
    {
        // Nobody knows the length of what comes through a pipe
        var stream = new StreamContent(PipeReader.Create(content.ReadAsStream(Stop)).AsStream());
        stream.Headers.ContentType = content.Headers.ContentType;
        return stream;
    }

    private static ByteArrayContent Form(string separator, string file, bool isWhole = true)
    {
        var text = $"--{separator}\r\nContent-Disposition: form-data; name=bestand; filename=plan.json\r\nContent-Type: application/json\r\n\r\n{file}\r\n--{separator}--\r\n";
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes(isWhole ? text : text[..^20]));
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + separator);
        return form;
    }

    private static string Plan() => """
        {"format":"koers-plan/1","status":"feasible","selected":[{"initiative":"2026-0001","variant":"basis","start":0}],"value":2.25,"bound":null,
        "gap":null,"certificate":null,"conflict":[],"seconds":1,"engine":"een ander programma"}
        """;

    private static async Task SaveTown(RunningServer server)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        await using var context = server.Register.Open();
        await town.Save(context);
    }

    private static Task<HttpResponseMessage> Propose(HttpClient client, string name, string key) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/initiatieven")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new { naam = name, afdeling = "ruimte" }),
        },
        Stop);
}
