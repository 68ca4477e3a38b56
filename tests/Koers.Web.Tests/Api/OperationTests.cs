using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Api;

/// <summary>What holds of every operation of the API, whatever it is about.</summary>
public class OperationTests(PostgreSqlServer databases)
{
    private const string Chosen = "2026-0042";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_not_change_something_is_told_that_and_not_to_send_a_version_first()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await Fill(server);
        await server.Add("raadslid", new GivenRole(Role.Reader));
        using var reader = await server.SignedIn("raadslid");
        var operations = await Of(reader);
        var asked = operations.All.Where(o => EveryOperation.Parameters(o.Operation, "header").Contains("If-Match")).ToArray();
        Assert.True(asked.Length > 20);
        foreach (var (path, method, operation) in asked)
        {
            var body = operations.PossibleBody(path, operation);
            using var request = new HttpRequestMessage(method, Concrete(path)) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await reader.SendAsync(request, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {await answer.Content.ReadAsStringAsync(Stop)}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"1\"")]
    public async Task Who_may_let_an_initiative_take_no_step_at_all_is_told_that_and_not_which_there_are(string? version)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await Fill(server);
        using var reader = await server.ClientWith(Role.Reader);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        // It is chosen already: there is no such step
        var refused = await reader.Post($"initiatieven/{Chosen}/stappen", new { naar = "gekozen" }, version);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("geparkeerd", (string?)refused.Body!["detail"], StringComparison.Ordinal);
        var now = (await manager.Get($"initiatieven/{Chosen}")).Tag;
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Post($"initiatieven/{Chosen}/stappen", new { naar = "gekozen" }, now)).Status);
    }

    [Theory]
    [InlineData("PUT", "afdelingen/ruimte")]
    [InlineData("DELETE", "afdelingen/ruimte")]
    [InlineData("PUT", "relaties/samen")]
    [InlineData("DELETE", "relaties/samen")]
    [InlineData("DELETE", "budgetten/investering")]
    [InlineData("POST", "doelen/wegingen")]
    public async Task Who_may_is_told_to_send_the_version_and_nothing_happens(string method, string path)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await Fill(server);
        using var manager = await server.ClientWith(Role.PortfolioManager, Role.Administrator);
        var operations = await Of(manager);
        var (_, _, operation) = operations.All.Single(o => o.Method.Method == method && Concrete(o.Path, path.Split('/')[^1]) == "/api/v1/" + path);
        var body = method == "DELETE" ? null
            : path.StartsWith("relaties", StringComparison.Ordinal) ? (await manager.Get(path)).Body!["inhoud"]
            : path.StartsWith("afdelingen", StringComparison.Ordinal) ? JsonNode.Parse("""{"code":"ruimte","naam":"Anders"}""")
            : operations.Body(operation);
        var before = (await server.Trail()).Length;
        var (status, said, _) = await manager.Send(HttpMethod.Parse(method), path, body);
        Assert.Equal(HttpStatusCode.PreconditionRequired, status);
        Assert.Contains("If-Match", (string?)said!["detail"], StringComparison.Ordinal);
        Assert.Equal(before, (await server.Trail()).Length);
    }

    [Fact]
    public async Task Where_parameters_are_known_all_that_are_described_are_and_others_are_refused_by_name()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await Fill(server);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var operations = await Of(manager);
        var lists = operations.All.Where(o => EveryOperation.Parameters(o.Operation, "query").Count > 0).ToArray();
        Assert.Contains(lists, list => list.Path.EndsWith("/auditregels", StringComparison.Ordinal));
        foreach (var (path, method, operation) in lists)
        {
            var described = EveryOperation.Parameters(operation, "query");
            var said = await Refused($"{Concrete(path)}?foo=1", method, operation);
            Assert.Contains("/foo", said.Where);
            Assert.Equal(described.Order(StringComparer.Ordinal), said.Known.Order(StringComparer.Ordinal));
        }

        async Task<(string[] Where, string[] Known)> Refused(string address, HttpMethod method, JsonNode operation)
        {
            using var request = new HttpRequestMessage(method, address);
            if (method == HttpMethod.Post)
                request.Content = JsonContent.Create(operations.Body(operation) ?? new JsonObject());
            using var answer = await manager.SendAsync(request, Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {address}: {answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var faults = (await answer.Json())["fouten"]!.AsArray();
            return (
                [.. faults.Select(fault => (string)fault!["waar"]!)],
                ((string)faults[0]!["wat"]!).Split("Bekend zijn: ")[1].TrimEnd('.').Split(", "));
        }
    }

    [Theory]
    [InlineData("GET", "initiatieven?staat=idee&toestand=idee", HttpStatusCode.BadRequest)]
    [InlineData("HEAD", "initiatieven?staat=idee", HttpStatusCode.BadRequest)]
    [InlineData("HEAD", "initiatieven?pagina=2&paginaGrootte=1", HttpStatusCode.OK)]
    [InlineData("GET", "initiatieven?Toestand=gekozen&toestand=idee&paginagrootte=5", HttpStatusCode.OK)]
    // It takes no parameters at all
    [InlineData("GET", "initiatieven/2026-0042?v=7", HttpStatusCode.BadRequest)]
    public async Task A_parameter_that_is_not_known_is_refused(string method, string address, HttpStatusCode expected)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), "/api/v1/" + address);
        using var answer = await manager.SendAsync(request, Stop);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_reader_sees_the_weighing_of_an_initiative_and_not_of_all_beside_each_other()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await Fill(server);
        using var reader = await server.ClientWith(Role.Reader);
        using var proposer = await server.ClientWith(Role.Proposer);
        Assert.Equal(HttpStatusCode.Forbidden, await reader.Status("/api/v1/afweging"));
        Assert.Equal(HttpStatusCode.OK, await proposer.Status("/api/v1/afweging"));
        Assert.Equal(HttpStatusCode.OK, await reader.Status($"/api/v1/initiatieven/{Chosen}"));
    }

    private static string Concrete(string path, string code = "samen") => path.Replace("{nummer}", Chosen, StringComparison.Ordinal)
        .Replace("{doel}", "wonen", StringComparison.Ordinal).Replace("{code}", code, StringComparison.Ordinal)
        .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal);

    private static async Task<EveryOperation> Of(HttpClient client) => new(JsonNode.Parse(await client.GetStringAsync("/api/v1/openapi.json", Stop))!);

    /// <summary>A municipality with a relation between two initiatives that were chosen, so that readers see them.</summary>
    private static async Task Fill(RunningServer server)
    {
        var square = await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await manager.Post("initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" });
        await using var context = server.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            _ =>
            {
                foreach (var initiative in context.Initiatives)
                    context.Entry(initiative).Property(i => i.State).CurrentValue = InitiativeState.Chosen;
                var other = context.Initiatives.Local.Single(i => i.Id != square.Id);
                var relation = new Relation { Id = Guid.CreateVersion7(), Code = "samen", Type = RelationType.Together };
                relation.Members.AddRange([new RelationMember { Place = 0, InitiativeId = square.Id }, new RelationMember { Place = 1, InitiativeId = other.Id }]);
                context.Relations.Add(relation);
                return Task.FromResult(new Happening("import.uitvoeren", "import/1"));
            },
            Stop);
    }
}
