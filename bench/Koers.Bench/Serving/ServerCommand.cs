using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Koers.Bench.Serving;

/// <summary><c>koers-bench server</c>: how fast the API answers, at rest and while a plan is made. The load comes from wrk (Debian's package).</summary>
internal static class ServerCommand
{
    private const string Address = "http://127.0.0.1:5099";
    private const int Clients = 50;
    private static readonly string[] Lists =
    [
        "/api/v1/initiatieven?toestand=ingediend&sorteer=-gewijzigdOp&paginaGrootte=50", "/api/v1/initiatieven?zoek=wijk&sorteer=naam&paginaGrootte=50",
    ];

    public static Command Make(string repository)
    {
        var initiatives = new Option<int>("--initiatives") { Description = "How many initiatives.", DefaultValueFactory = _ => 2000 };
        var seconds = new Option<int>("--seconds") { Description = "How long each measurement takes.", DefaultValueFactory = _ => 10 };
        var command = new Command("server", "Measures the server on a register of its own.") { initiatives, seconds };
        command.SetAction((parsed, cancellation) => Run(repository, parsed.GetValue(initiatives), parsed.GetValue(seconds), cancellation));
        return command;
    }

    private static async Task<int> Run(string repository, int initiatives, int seconds, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("koers-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "koers.db");
            var koers = Path.Combine(repository, "src", "Koers.Cli", "bin", "Release", "net10.0", "koers.dll");
            using (var demo = Process.Start("dotnet", [koers, "demo", "--no-serve", "--database", file]))
                await demo.WaitForExitAsync(cancellation);
            await LargeRegister.Fill(file, initiatives, TimeProvider.System.GetUtcNow(), cancellation);
            var start = TimeProvider.System.GetTimestamp();
            using var server = Process.Start("dotnet", [koers, "serve", "--database", file, "--addresses", Address]);
            try
            {
                await Measure(server, start, initiatives, seconds, cancellation);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(CancellationToken.None);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(Process server, long start, int initiatives, int seconds, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token);
        await FirstAnswer(client, cancellation);
        var first = TimeProvider.System.GetElapsedTime(start);
        await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
        server.Refresh();
        Say($"{initiatives} initiatives, {Clients} clients at once, {seconds} s each");
        Say($"start to first answer: {first.TotalSeconds:0.00} s; memory in rest: {server.WorkingSet64 / 1e6:0} MB");
        var page = (await client.GetFromJsonAsync<JsonObject>(Lists[0], cancellation))!;
        var item = "/api/v1/initiatieven/" + (string)page["items"]![0]!["nummer"]!;
        // The first answers of each kind compile code; what is measured is a server that has been at work for a while
        foreach (var address in (string[])[.. Lists, item])
            await Load(address, 5, cancellation);
        await All(item, seconds, "at rest", cancellation);
        using var asked = await client.PostAsJsonAsync(
            "/api/v1/planningsruns", new { soort = "plan", opties = new { tijdslimiet = 60 + (4 * seconds), marge = 0.00001 } }, cancellation);
        Say($"planning run asked: {(int)asked.StatusCode}");
        await Task.Delay(TimeSpan.FromSeconds(3), cancellation);
        await All(item, seconds, "while a plan is made", cancellation);
        server.Refresh();
        Say($"memory at the end: {server.WorkingSet64 / 1e6:0} MB");
    }

    private static async Task All(string item, int seconds, string when, CancellationToken cancellation)
    {
        foreach (var address in (string[])[.. Lists, item])
            Say($"{when}: {address}\n{await Load(address, seconds, cancellation)}");
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

    private static async Task<string> Load(string address, int seconds, CancellationToken cancellation)
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
        return output.Split('\n').First(line => line.Contains("answers a second", StringComparison.Ordinal)).TrimEnd();
    }

    /// <summary>What wrk says at the end: the 95th percentile is not among what it shows by itself.</summary>
    private static string Script()
    {
        var file = Path.Combine(Path.GetTempPath(), "koers-bench-wrk.lua");
        File.WriteAllText(
            file,
            """
            done = function(summary, latency, requests)
              io.write(string.format("  %.0f answers a second; median %.1f ms, 95%% %.1f ms, 99%% %.1f ms; %d not 2xx\n",
                summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
                latency:percentile(99) / 1000, summary.errors.status))
            end
            """);
        return file;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
