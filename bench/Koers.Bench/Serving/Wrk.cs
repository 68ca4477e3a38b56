using System.Diagnostics;
using System.Globalization;

namespace Koers.Bench.Serving;

/// <summary>Load by wrk (Debian's package): clients that ask again and again.</summary>
internal static class Wrk
{
    private const string Mark = "figures:";

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Asks one question by many clients at once.</summary>
    /// <param name="question">What is asked, in words.</param>
    /// <param name="address">The whole address.</param>
    /// <param name="headers">Headers; each client has the next one in turn.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="pause">Milliseconds that each client waits after an answer, on average; 0 = none.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<LoadFigures> Load(
        string question, string address, IReadOnlyList<(string Name, string Value)> headers, int clients, int seconds, int pause, CancellationToken cancellation)
    {
        var script = Path.Combine(Path.GetTempPath(), $"koers-bench-{Environment.ProcessId}.lua");
        await File.WriteAllTextAsync(script, Script(headers, pause), cancellation);
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", $"-c{clients}", $"-d{seconds}s", "-s", script, address])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var output = await wrk.StandardOutput.ReadToEndAsync(cancellation);
            await wrk.WaitForExitAsync(cancellation);
            var numbers = output.Split('\n').First(line => line.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..].Split(' ')
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            var figures = new LoadFigures(question, IsPlanning: false, numbers[0], numbers[1], numbers[2], (int)numbers[3]);
            Console.WriteLine(figures.ToString());
            return figures;
        }
        finally
        {
            File.Delete(script);
        }
    }

    // Pauses differ, so that clients do not ask in step; the 95th percentile is not among what wrk shows by itself
    private static string Script(IReadOnlyList<(string Name, string Value)> headers, int pause) => string.Create(CultureInfo.InvariantCulture, $$"""
        local values = { {{string.Join(", ", headers.Select(header => $"\"{header.Value}\""))}} }
        local turn = 0
        request = function()
          turn = turn + 1
          wrk.headers["{{headers[0].Name}}"] = values[turn % #values + 1]
          return wrk.format("GET")
        end
        {{(pause == 0 ? "" : $"delay = function() return math.random(0, {2 * pause}) end")}}
        done = function(summary, latency, requests)
          io.write(string.format("{{Mark}}%.1f %.2f %.2f %d\n",
            summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.errors.status))
        end
        """);
}
