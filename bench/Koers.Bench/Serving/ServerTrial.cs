using System.Diagnostics;
using System.Globalization;
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
    private const int Clients = 50;
    private const int WarmUpSeconds = 5;

    private static readonly (string Question, string Address)[] Lists =
    [
        ("list, filtered and sorted", "/api/v1/initiatieven?toestand=ingediend&sorteer=-gewijzigdOp&paginaGrootte=50"),
        ("list, searched by a word", "/api/v1/initiatieven?zoek=wijk&sorteer=naam&paginaGrootte=50"),
    ];

    public static async Task<ServerFigures> Measure(string koers, string database, int initiatives, int seconds, CancellationToken cancellation)
    {
        var load = Machine.Load();
        var start = TimeProvider.System.GetTimestamp();
        using var server = Process.Start("dotnet", [koers, "serve", "--database", database, "--addresses", Address]);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(Address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token);
            await FirstAnswer(client, cancellation);
            var first = TimeProvider.System.GetElapsedTime(start);
            await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
            server.Refresh();
            var atRest = server.WorkingSet64;
            var loads = await Loads(client, seconds, cancellation);
            server.Refresh();
            return new ServerFigures(DatabaseAddress.Parse(database).Kind, initiatives, Clients, seconds)
            {
                Start = first.TotalSeconds,
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
            loads.Add(await Load(question, address, isPlanning: false, seconds, cancellation));
        using var asked = await client.PostAsJsonAsync(
            "/api/v1/planningsruns", new { soort = "plan", opties = new { tijdslimiet = 60 + (4 * seconds), marge = 0.00001 } }, cancellation);
        asked.EnsureSuccessStatusCode();
        await Task.Delay(TimeSpan.FromSeconds(3), cancellation);
        foreach (var (question, address) in questions)
            loads.Add(await Load(question, address, isPlanning: true, seconds, cancellation));
        return loads;
    }

    private static async Task FirstAnswer(HttpClient client, CancellationToken cancellation)
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

    private static async Task<LoadFigures> Load(string question, string address, bool isPlanning, int seconds, CancellationToken cancellation)
    {
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk",
            ["-t1", $"-c{Clients}", $"-d{seconds}s", "-s", Script(), "-H", "Authorization: Bearer " + LargeRegister.Token, Address + address])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync(cancellation);
        await wrk.WaitForExitAsync(cancellation);
        var numbers = output.Split('\n').First(line => line.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..].Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var figures = new LoadFigures(question, isPlanning, numbers[0], numbers[1], numbers[2], (int)numbers[3]);
        Console.WriteLine(figures.ToString());
        return figures;
    }

    private const string Mark = "figures:";

    /// <summary>What wrk says at the end: the 95th percentile is not among what it shows by itself.</summary>
    private static string Script()
    {
        var file = Path.Combine(Path.GetTempPath(), "koers-bench-wrk.lua");
        File.WriteAllText(
            file,
            $$"""
            done = function(summary, latency, requests)
              io.write(string.format("{{Mark}}%.1f %.2f %.2f %d\n",
                summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.errors.status))
            end
            """);
        return file;
    }
}
