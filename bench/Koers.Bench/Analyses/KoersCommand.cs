using System.Diagnostics;
using System.Text.Json;

namespace Koers.Bench.Analyses;

/// <summary>Runs <c>koers</c> as a user would, as a process, and reads its JSON.</summary>
internal sealed class KoersCommand(string repository)
{
    private readonly string _program = Path.Combine(repository, "src", "Koers.Cli", "bin", "Release", "net10.0", "koers.dll");

    /// <summary>Wall time of the whole process, and what it answered; null where it answered nothing that can be read.</summary>
    public async Task<(double Seconds, JsonDocument? Answer, string Complaint)> Run(
        IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [_program, .. arguments, "--json", "--quiet"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("koers does not start.");
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var text = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var seconds = clock.Elapsed.TotalSeconds;
        var complaint = (await errors).Split('\n').FirstOrDefault(l => l.Length > 0) ?? "";
        try
        {
            return (seconds, JsonDocument.Parse(text), complaint);
        }
        catch (JsonException)
        {
            return (seconds, null, $"exit status {process.ExitCode}: {complaint}");
        }
    }

    /// <summary>What planning a problem for a minute finds: what short solves inside analyses are held against.</summary>
    public async Task<double?> Value(string problem, double seconds, CancellationToken cancellation, string? plan = null)
    {
        string[] keep = plan is null ? [] : ["--out", plan];
        var (_, answer, _) = await Run(
            ["plan", problem, "--time-limit", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds}s"), .. keep], cancellation);
        using (answer)
            return answer is not null && answer.RootElement.GetProperty("value") is { ValueKind: JsonValueKind.Number } value
                ? value.GetDouble() : null;
    }
}
