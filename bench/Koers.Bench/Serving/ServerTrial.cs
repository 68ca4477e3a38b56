using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.Bench.Contests;

namespace Koers.Bench.Serving;

/// <summary>Starts a server on a register and asks it questions by many clients at once.</summary>
internal static class ServerTrial
{
    private const string Address = "http://127.0.0.1:5099";
    private const int WarmUpSeconds = 5;

    // Fifty clients that wait so long after an answer of a few milliseconds ask somewhat more than five hundred times a second
    private const int Pause = 90;

    private static readonly IReadOnlyList<(string Name, string Value)> Callers =
        [.. Enumerable.Range(0, LargeRegister.Clients).Select(number => ("Authorization", "Bearer " + LargeRegister.Token(number)))];

    private static readonly (string Question, string Address)[] Lists =
    [
        ("list, filtered and sorted", "/api/v1/initiatieven?toestand=ingediend&sorteer=-gewijzigdOp&paginaGrootte=50"),
        ("list, searched by a word", "/api/v1/initiatieven?zoek=wijk&sorteer=naam&paginaGrootte=50"),
    ];

    public static async Task<ServerFigures> Measure(string koers, string database, int initiatives, int seconds, CancellationToken cancellation)
    {
        var load = Machine.Load();
        var starts = await StartTrial.Measure(koers, database, cancellation);
        using var server = Process.Start("dotnet", [koers, "serve", "--database", database, "--addresses", Address]);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(Address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token(0));
            await FirstAnswer(client, cancellation);
            await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
            server.Refresh();
            var atRest = server.WorkingSet64;
            var loads = await Loads(client, seconds, cancellation);
            server.Refresh();
            return new ServerFigures(DatabaseAddress.Parse(database).Kind, initiatives, LargeRegister.Clients, seconds)
            {
                Starts = starts,
                AtRest = atRest,
                AtEnd = server.WorkingSet64,
                Load = load,
                Loads = loads,
            };
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<LoadFigures>> Loads(HttpClient client, int seconds, CancellationToken cancellation)
    {
        var page = (await client.GetFromJsonAsync<JsonObject>(Lists[0].Address, cancellation))!;
        (string Question, string Address)[] questions = [.. Lists, ("an initiative", "/api/v1/initiatieven/" + (string)page["items"]![0]!["nummer"]!)];
        // The first answers of each kind compile code; what is measured is a server that has been at work for a while
        foreach (var (question, address) in questions)
            await Load(question, address, isPlanning: false, WarmUpSeconds, cancellation);
        var loads = new List<LoadFigures>();
        foreach (var (question, address) in questions)
        {
            loads.Add(await Load(question, address, isPlanning: false, seconds, cancellation));
            loads.Add(await Load(question, address, isPlanning: false, seconds, cancellation, Pause) with { IsPaced = true });
        }

        using var asked = await client.PostAsJsonAsync(
            "/api/v1/planningsruns", new { soort = "plan", opties = new { tijdslimiet = 60 + (4 * seconds), marge = 0.00001 } }, cancellation);
        asked.EnsureSuccessStatusCode();
        await Task.Delay(TimeSpan.FromSeconds(3), cancellation);
        foreach (var (question, address) in questions)
            loads.Add(await Load(question, address, isPlanning: true, seconds, cancellation));
        return loads;
    }

    public static async Task FirstAnswer(HttpClient client, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/api/v1/initiatieven?paginaGrootte=1", cancellation);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                await Task.Delay(10, cancellation);
            }
        }
    }

    private static async Task<LoadFigures> Load(
        string question, string address, bool isPlanning, int seconds, CancellationToken cancellation, int pause = 0) =>
        await Wrk.Load(question, Address + address, Callers, LargeRegister.Clients, seconds, pause, cancellation)
            with
        { IsPlanning = isPlanning };
}
