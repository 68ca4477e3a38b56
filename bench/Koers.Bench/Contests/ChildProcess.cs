using System.Diagnostics;
using System.Globalization;
using Koers.Bench.Workers;

namespace Koers.Bench.Contests;

/// <summary>Runs a worker, stamps what it writes with the time, and watches its memory.</summary>
internal static class ChildProcess
{
    /// <summary>Solvers may overrun their limit (a long presolve, a last LP); after this they are ended.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(100);

    public static async Task<Run> Measure(string solver, string file, double seconds, CancellationToken cancellation)
    {
        var moments = new List<Moment>();
        var errors = new List<string>();
        Verdict? verdict = null;
        string? version = null;
        using var scratch = new ScratchFolder();
        using var process = new Process { StartInfo = Command(solver, file, seconds) };
        process.StartInfo.Environment["TMPDIR"] = scratch.Path; // a worker that is ended cannot tidy up
        var clock = Stopwatch.StartNew();
        process.Start();
        var listening = Task.WhenAll(
            Listen(process.StandardOutput, line =>
            {
                var sighting = SolverLog.Read(solver, line);
                if (sighting != default)
                    moments.Add(new Moment(clock.Elapsed.TotalSeconds, sighting.Value, sighting.Bound));
                verdict ??= Verdict.Read(line);
                version ??= SolverLog.Version(line);
            }),
            Listen(process.StandardError, errors.Add));
        var peak = await Watch(process, clock, TimeSpan.FromSeconds(seconds) + Grace, cancellation);
        var elapsed = clock.Elapsed.TotalSeconds;
        await listening;
        var complaint = errors.FirstOrDefault(e => e.Length > 0)?.Replace("Unhandled exception. ", "", StringComparison.Ordinal);
        var failure = verdict is null ? complaint ?? $"ended with exit status {process.ExitCode}" : null;
        return new Run(solver, version, moments, verdict, elapsed, peak, failure);
    }

    /// <summary>A program that writes to a pipe keeps its lines back until it has many; stdbuf makes it write each line at once.</summary>
    private static ProcessStartInfo Command(string solver, string file, double seconds)
    {
        string[] worker = ["worker", solver, file, seconds.ToString("R", CultureInfo.InvariantCulture)];
        var program = Path.ChangeExtension(typeof(ChildProcess).Assembly.Location, null);
        var start = solver != "koers" && Machine.Finds("stdbuf")
            ? new ProcessStartInfo("stdbuf", ["-oL", program, .. worker])
            : new ProcessStartInfo(program, worker);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    private static async Task Listen(StreamReader reader, Action<string> hear)
    {
        while (await reader.ReadLineAsync() is { } line)
            hear(line);
    }

    private static async Task<long> Watch(Process process, Stopwatch clock, TimeSpan limit, CancellationToken cancellation)
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakBytes(process.Id));
            if (clock.Elapsed > limit || cancellation.IsCancellationRequested)
                process.Kill(entireProcessTree: true);
            await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(MemoryPoll, CancellationToken.None));
        }
        cancellation.ThrowIfCancellationRequested();
        return peak;
    }

    /// <summary>The kernel keeps the highest resident size of a process (VmHWM). CBC is a child of its worker: the larger one counts.</summary>
    private static long PeakBytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            var own = line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            var children = File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return children.Select(c => PeakBytes(int.Parse(c, CultureInfo.InvariantCulture))).Append(own).Max();
        }
        catch (IOException)
        {
            return 0; // it ended between two looks
        }
    }
}
