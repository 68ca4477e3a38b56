using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Koers.Web.Tests.Frames;

/// <summary>Asks the API for parts of frames.</summary>
internal static class FrameCaller
{
    private const string Root = "/api/v1/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> Send(
        this HttpClient client, HttpMethod method, string path, object? body = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), answer.Headers.ETag?.ToString());
    }

    public static Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> Get(this HttpClient client, string path) => client.Send(HttpMethod.Get, path);

    public static Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> Post(this HttpClient client, string path, object body, string? tag = null) =>
        client.Send(HttpMethod.Post, path, body, tag);

    public static Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> Put(this HttpClient client, string path, object body, string tag) =>
        client.Send(HttpMethod.Put, path, body, tag);

    /// <summary>A municipality with two goals, a budget, a pool and a frame, as its people enter it.</summary>
    public static async Task SetUp(HttpClient manager)
    {
        await Made(manager.Put("instellingen", new { gemeente = "Waterland-Oost", begin = "2027-01-01", kwartalen = 8 }, "\"0\""));
        await Made(manager.Post("doelen", new { code = "wonen", naam = "Betaalbaar wonen", taakveld = "8.3", sdg = 11 }));
        await Made(manager.Post("doelen", new { code = "groen", naam = "Groene stad", volgorde = 1 }));
        await Made(manager.Post("doelen/wegingen", new { methode = "direct", antwoorden = new { wonen = 0.6, groen = 0.4 } }, "\"0\""));
        await Made(manager.Post("budgetten", new
        {
            code = "incidenteel",
            naam = "Incidenteel geld",
            soort = "incidenteel",
            jaren = new[] { new { jaar = 2027, bedrag = 1250000.10m }, new { jaar = 2028, bedrag = 900000m } },
        }));
        await Made(manager.Post("capaciteitspools", new
        {
            code = "leiders",
            naam = "Projectleiders",
            reserve = 0.1,
            inhuur = new { meestTegelijk = 2, prijsPerKwartaal = 30000, budget = "incidenteel" },
            kwartalen = new[] { new { jaar = 2027, kwartaal = 1, fte = 10.5 } },
        }));
        await Made(manager.Post("kaders", new
        {
            code = "innovatie",
            naam = "Ruimte voor innovatie",
            soort = "aandeel-besteding",
            minimum = 0.04m,
            voorwaarden = new[] { new { kenmerk = "soort", waarden = new[] { "innovatie" } } },
        }));
    }

    private static async Task Made(Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> call)
    {
        var (status, body, _) = await call;
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, body?.ToJsonString());
    }
}
