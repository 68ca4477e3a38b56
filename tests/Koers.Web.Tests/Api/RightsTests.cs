using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Api;

/// <summary>Every role × every operation, asked of the server itself.</summary>
public class RightsTests(PostgreSqlServer databases)
{
    private const string Root = "/api/v1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_role_may_ask_of_every_operation_what_the_table_says()
    {
        await using var town = await FilledTown.Make(DatabaseKind.Sqlite, databases);
        using var stranger = town.Server.Stranger();
        var operations = new EveryOperation(JsonNode.Parse(await stranger.GetStringAsync(Root + "/openapi.json", Stop))!);
        // Who signs out asks nothing more
        var all = operations.All.OrderBy(o => o.Path == Root + "/sessies" && o.Method == HttpMethod.Delete).ToArray();
        var found = all.ToDictionary(o => $"{o.Method} {o.Path[Root.Length..]}", _ => "", StringComparer.Ordinal);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await town.Person(role);
            foreach (var (path, method, operation) in all)
            {
                using var request = new HttpRequestMessage(method, Concrete(path, town.Scenario));
                var body = operations.PossibleBody(path, operation);
                if (path.EndsWith("/relaties", StringComparison.Ordinal) && body is not null)
                    // What it joins decides who may: a new one for each
                    (body["code"], body["initiatieven"]) = ($"{role}".ToLowerInvariant(), new JsonArray(FilledTown.Chosen, town.Initiatives["sociaal/Chosen"]));
                request.Content = body is null ? null : JsonContent.Create(body);
                using var answer = await person.SendAsync(request, Stop);
                var isSignIn = method == HttpMethod.Post && path.StartsWith(Root + "/sessies", StringComparison.Ordinal);
                Assert.True(
                    answer.StatusCode < HttpStatusCode.InternalServerError && (isSignIn || answer.StatusCode != HttpStatusCode.Unauthorized),
                    $"{role} {method} {path}: {await answer.Content.ReadAsStringAsync(Stop)}");
                found[$"{method} {path[Root.Length..]}"] += answer.StatusCode == HttpStatusCode.Forbidden ? '-' : '+';
            }
        }

        var (expected, actual) = (RightsTable.Lines.Select(line => $"{line.Operation}: {line.Signs}").ToArray(), found.Select(line => $"{line.Key}: {line.Value}").ToArray());
        var different = expected.Except(actual).Select(line => $"expected {line}").Concat(actual.Except(expected).Select(line => $"found    {line}"));
        var said = string.Join('\n', different.OrderBy(line => line[9..], StringComparer.Ordinal));
        Assert.True(said.Length == 0, said);
        Assert.Equal(expected.Length, expected.Distinct().Count());
    }

    [Fact]
    public async Task A_role_for_one_department_holds_there_and_not_elsewhere_and_a_lead_may_with_own_initiatives_what_others_may_not()
    {
        await using var town = await FilledTown.Make(DatabaseKind.Sqlite, databases);
        var people = new Dictionary<Role, HttpClient>();
        foreach (var role in AccountRights.PerDepartment)
            people.Add(role, await town.Person(role, "ruimte"));
        var found = new List<string>();
        foreach (var (role, what, _) in RightsTable.InDepartment)
        {
            var person = people[role];
            var signs = "";
            foreach (var department in (string[])["ruimte", "sociaal"])
                signs += await May(person, town, department, what) ? '+' : '-';
            await town.Appoint("sociaal", $"{role}-ruimte");
            signs += await May(person, town, "sociaal", what) ? '+' : '-';
            await town.Appoint("sociaal", null);
            found.Add($"{role} {what}: {signs}");
        }

        Assert.Equal(RightsTable.InDepartment.Select(line => $"{line.Role} {line.What}: {line.Signs}"), found);
        Assert.Equal(AccountRights.PerDepartment.Order(), RightsTable.InDepartment.Select(line => line.Role).Distinct().Order());
        foreach (var person in people.Values)
            person.Dispose();
    }

    /// <summary>Whether somebody is let through: to what is said of the version, which is not sent along.</summary>
    private static async Task<bool> May(HttpClient person, FilledTown town, string department, string what)
    {
        var words = what.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var address = $"initiatieven/{town.Initiatives[$"{department}/{words[1]}"]}";
        var (status, body, _) = words[0] switch
        {
            "change" => await person.Send(HttpMethod.Put, address, new { naam = "Anders", afdeling = department }),
            "score" => await person.Send(HttpMethod.Delete, address + "/scores/wonen"),
            _ => await person.Send(HttpMethod.Post, address + "/stappen", new { naar = words[3], reden = "omdat" }),
        };
        // Nobody assesses own work: not a matter of rights
        var isThrough = status == HttpStatusCode.PreconditionRequired || (words[0] == "score" && status == HttpStatusCode.Conflict);
        Assert.True(isThrough || status == HttpStatusCode.Forbidden, $"{what}: {status} {body?.ToJsonString()}");
        return isThrough;
    }

    private static string Concrete(string path, string scenario) => path
        .Replace("{nummer}", path.Contains("initiatieven", StringComparison.Ordinal) ? FilledTown.Chosen : "1", StringComparison.Ordinal)
        .Replace("/scenarios/{id}", "/scenarios/" + scenario, StringComparison.Ordinal)
        .Replace("{doel}", "wonen", StringComparison.Ordinal).Replace("{code}", "samen", StringComparison.Ordinal)
        .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal);
}
