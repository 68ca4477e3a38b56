using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Api;

public class ApiDocumentTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_keeps_to_the_rules_of_the_public_sector()
    {
        var (status, output) = await Lint(await Description());
        Assert.True(status == 0, output);
        Assert.Contains("No results with a severity of 'error' found", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"API-Version\"", "\"X-Version\"", "version-header")]
    [InlineData("application/problem+json", "application/json", "problems-are-problem-json")]
    [InlineData("\"If-Match\"", "\"X-Match\"", "change-asks-for-the-version")]
    [InlineData("\"If-Match\"", "\"X-Match\"", "version-that-is-needed-is-asked-for")]
    [InlineData("\"428\"", "\"499\"", "version-that-is-needed-is-asked-for")]
    [InlineData("/initiatieven/{nummer}\"", "/initiatieven/{nummer}/\"", "no-trailing-slash")]
    [InlineData("\"paginaGrootte\"", "\"pagina_grootte\"", "query-keys-camel-case")]
    [InlineData("\"description\": \"How papers refer to it.", "\"title\": \"How papers refer to it.", "properties-are-described")]
    public async Task A_description_that_breaks_a_rule_is_refused(string from, string to, string rule)
    {
        var (status, output) = await Lint((await Description()).Replace(from, to, StringComparison.Ordinal));
        Assert.NotEqual(0, status);
        Assert.Contains(rule, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Properties_say_what_the_documentation_of_our_records_says_also_where_they_refer_to_something_else()
    {
        var schemas = JsonNode.Parse(await Description())!["components"]!["schemas"]!;
        string? Of(string schema, string property) => (string?)schemas[schema]!["properties"]![property]!["description"];
        Assert.Equal("Its number.", Of("RunView", "nummer"));
        // A record with its properties between brackets, and one that refers to another schema
        Assert.Equal("Code of the department.", Of("PartnerInput", "afdeling"));
        Assert.Equal("What was entered.", Of("InitiativeView", "inhoud"));
        Assert.DoesNotContain(schemas.AsObject(), schema => schema.Value!["properties"]?.AsObject().Any(p => p.Value!["description"] is null) == true);
    }

    [Fact]
    public async Task The_examples_are_taken_by_the_server_itself()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var document = JsonNode.Parse(await manager.GetStringAsync("/api/v1/openapi.json", Stop))!;
        foreach (var path in (string[])["/initiatieven", "/doelen", "/budgetten", "/capaciteitspools"])
        {
            var example = document["paths"]!["/api/v1" + path]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;
            using var answer = await manager.PostAsync("/api/v1" + path, new StringContent(example.ToJsonString(), Encoding.UTF8, "application/json"), Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, path + ": " + await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.True(document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject())
            .Count(o => o.Value is JsonObject operation && operation["requestBody"]?["content"]?["application/json"]?["example"] is not null) >= 12);
    }

    private async Task<string> Description()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        return await stranger.GetStringAsync("/api/v1/openapi.json", Stop);
    }

    private static async Task<(int Status, string Output)> Lint(string description)
    {
        var file = Path.Combine(Path.GetTempPath(), $"koers-openapi-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, description, Stop);
        try
        {
            return await Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Status, string Output)> Read(string file)
    {
        var rules = Path.Combine(Rules(), "rules.yaml");
        var program = Path.Combine(Rules(), "node_modules", ".bin", "spectral");
        Assert.True(File.Exists(program), "The linter is not there; the README's test command installs it.");
        using var process = Process.Start(new ProcessStartInfo(program, ["lint", file, "--ruleset", rules])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var outputs = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, string.Concat(outputs));
    }

    private static string Rules([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "eng", "api-rules"));
}
