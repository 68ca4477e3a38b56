using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Api;

/// <summary>What the description says of If-Match and Idempotency-Key is what the server does.</summary>
public class VersionTests(PostgreSqlServer databases)
{
    private const string Root = "/api/v1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_says_that_it_takes_a_version_refuses_to_do_without_and_with_an_old_one()
    {
        await using var town = await FilledTown.Make(DatabaseKind.Sqlite, databases);
        var id = await town.Server.Add("alles", [.. Enum.GetValues<Role>().Select(role => new GivenRole(role))]);
        using var person = await town.Server.SignedIn("alles");
        var submitted = town.Initiatives["ruimte/Submitted"];
        Assert.Equal(HttpStatusCode.OK, (await person.Send(HttpMethod.Put, $"initiatieven/{submitted}/scores/wonen", new { punten = 1, toelichting = "Past hierbij" })).Status);
        var operations = new EveryOperation(JsonNode.Parse(await person.GetStringAsync(Root + "/openapi.json", Stop))!);
        var asked = operations.All.Where(o => Needs(o.Operation)).ToArray();
        Assert.Equal(25, asked.Length);
        var before = (await town.Server.Trail()).Length;
        foreach (var (path, method, operation) in asked)
        {
            var address = Concrete(path, town.Scenario, id, submitted);
            var body = method == HttpMethod.Delete ? null : await Body(person, operations, operation, path, address);
            foreach (var (version, expected) in new[] { (null, HttpStatusCode.PreconditionRequired), ("W/\"1\"", HttpStatusCode.PreconditionRequired), ("\"0\"", HttpStatusCode.PreconditionFailed) })
            {
                var answer = await person.Send(method, address, body, version);
                Assert.True(answer.Status == expected, $"{method} {path} with {version}: {answer.Status} {answer.Body?.ToJsonString()}");
                Assert.Contains(((int)expected).ToString(System.Globalization.CultureInfo.InvariantCulture), operation["responses"]!.AsObject().Select(r => r.Key));
            }
        }

        Assert.Equal(before, (await town.Server.Trail()).Length);
    }

    [Fact]
    public async Task What_does_not_say_that_it_takes_a_version_is_not_refused_for_lack_of_one()
    {
        await using var town = await FilledTown.Make(DatabaseKind.Sqlite, databases);
        await town.Server.Add("alles", [.. Enum.GetValues<Role>().Select(role => new GivenRole(role))]);
        using var person = await town.Server.SignedIn("alles");
        var operations = new EveryOperation(JsonNode.Parse(await person.GetStringAsync(Root + "/openapi.json", Stop))!);
        var others = operations.All.Where(o => o.Method != HttpMethod.Get && !Needs(o.Operation))
            .OrderBy(o => o.Path == Root + "/sessies" && o.Method == HttpMethod.Delete).ToArray();
        Assert.Contains(others, o => o.Method == HttpMethod.Put && o.Path.EndsWith("/afsluiting", StringComparison.Ordinal));
        foreach (var (path, method, operation) in others)
        {
            using var request = new HttpRequestMessage(method, Root + "/" + Concrete(path, town.Scenario, Guid.Empty, FilledTown.Chosen));
            if (operations.PossibleBody(path, operation) is { } body)
                request.Content = JsonContent.Create(body);
            using var answer = await person.SendAsync(request, Stop);
            Assert.True(answer.StatusCode is not HttpStatusCode.PreconditionRequired and not HttpStatusCode.PreconditionFailed, $"{method} {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_key_is_said_to_work_where_it_does_and_an_answer_with_a_secret_is_kept_nowhere()
    {
        await using var town = await FilledTown.Make(DatabaseKind.Sqlite, databases);
        await town.Server.Add("beheer", new GivenRole(Role.Administrator));
        using var person = await town.Server.SignedIn("beheer");
        var operations = new EveryOperation(JsonNode.Parse(await person.GetStringAsync(Root + "/openapi.json", Stop))!);
        Assert.Equal(
            ["/sessies", "/sessies/toegangssleutel", "/sessies/toegangssleutel/opties", "/sessies/tweede-stap"],
            operations.All.Where(o => o.Method == HttpMethod.Post && !Headers(o.Operation).Contains("Idempotency-Key")).Select(o => o.Path[Root.Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(operations.All, o => o.Method != HttpMethod.Post && Headers(o.Operation).Contains("Idempotency-Key"));

        // Signing in again with the same key is signing in again
        Assert.Equal(HttpStatusCode.OK, await Keyed(person, "sessies", new { naam = "beheer", wachtwoord = People.Password }));
        Assert.Equal(HttpStatusCode.Unauthorized, await Keyed(person, "sessies", new { naam = "beheer", wachtwoord = "iets anders" }));
        // Done once, and the password that was shown once is not shown again
        var input = new { naam = "nieuw", weergavenaam = "Nieuw" };
        Assert.Equal(HttpStatusCode.Created, await Keyed(person, "accounts", input));
        Assert.Equal(HttpStatusCode.Conflict, await Keyed(person, "accounts", input));
        await using var context = town.Server.Register.Open();
        Assert.All(context.AnsweredRequests.ToArray(), kept => Assert.Equal("", kept.Body));
    }

    private static async Task<HttpStatusCode> Keyed(HttpClient person, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", "sleutel-" + path);
        using var answer = await person.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static bool Needs(JsonNode operation) =>
        operation["parameters"]?.AsArray().Any(p => (string?)p!["name"] == "If-Match" && (bool?)p["required"] == true) == true;

    private static IReadOnlyList<string> Headers(JsonNode operation) => EveryOperation.Parameters(operation, "header");

    /// <summary>What is there already, so that nothing but the version is wrong.</summary>
    private static async Task<JsonNode?> Body(HttpClient person, EveryOperation operations, JsonNode operation, string path, string address) => path[Root.Length..] switch
    {
        "/initiatieven/{nummer}/stappen" => JsonNode.Parse("""{"naar":"geparkeerd","reden":"later"}"""),
        "/scenarios/{id}/stappen" => JsonNode.Parse("""{"naar":"vervallen"}"""),
        "/doelen/wegingen" => JsonNode.Parse("""{"methode":"direct","antwoorden":{"wonen":0.5,"groen":0.5}}"""),
        "/accounts/{id}" => JsonNode.Parse("""{"weergavenaam":"Anders"}"""),
        "/afdelingen/{code}" or "/programmas/{code}" => JsonNode.Parse($$"""{"code":"{{address.Split('/')[^1]}}","naam":"Anders"}"""),
        "/kaders/vaststellingen" => operations.Body(operation),
        "/scenarios/{id}" => JsonNode.Parse($$"""{"naam":"Anders","inhoud":{{(await person.Get(address)).Body!["inhoud"]!.ToJsonString()}}}"""),
        _ => (await person.Get(address)).Body!["inhoud"],
    };

    private static string Concrete(string path, string scenario, Guid account, string number) => path[(Root.Length + 1)..]
        .Replace("{nummer}", path.Contains("initiatieven", StringComparison.Ordinal) ? number : "1", StringComparison.Ordinal)
        .Replace("scenarios/{id}", "scenarios/" + scenario, StringComparison.Ordinal).Replace("{id}", account.ToString(), StringComparison.Ordinal)
        .Replace("{doel}", "wonen", StringComparison.Ordinal)
        .Replace("{code}", path.Split('/')[3] switch
        {
            "afdelingen" => "sociaal",
            "programmas" => "groen",
            "doelen" => "wonen",
            "budgetten" => "incidenteel",
            "capaciteitspools" => "leiders",
            "kaders" => "innovatie",
            _ => "samen",
        }, StringComparison.Ordinal);
}
