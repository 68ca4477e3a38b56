using System.Globalization;
using System.Text;
using Koers.Bench.Generation;
using Koers.Bench.Reports;
using Koers.Planning.Formats;

namespace Koers.Bench.Contests;

/// <summary>How Koers grows with the size of a municipality: reading and checking, the first plan, memory. Stock solvers are not asked.</summary>
internal static class ScaleTrial
{
    /// <summary>5,000 initiatives with one variant each over seven years have some 25 starts each.</summary>
    private static readonly MunicipalitySettings[] Sizes =
    [
        new() { Initiatives = 300, Periods = 16, Seed = 11 },
        new() { Initiatives = 1_200, Periods = 24, Seed = 12 },
        new() { Initiatives = 5_000, Periods = 28, LeanShare = 0, Seed = 13 },
        new() { Initiatives = 300, Periods = 16, Seed = 14, Contradiction = Contradiction.Goals },
        new() { Initiatives = 5_000, Periods = 28, LeanShare = 0, Seed = 15, Contradiction = Contradiction.Capacity },
    ];

    public static async Task Run(string[] files, double seconds, string page, CancellationToken cancellation)
    {
        using var scratch = new ScratchFolder();
        var conditions = new Conditions(seconds);
        var runs = new List<Run>();
        var rows = new StringBuilder();
        foreach (var file in files.Length > 0 ? files : Sizes.Select(s => Generate(s, scratch.Path)))
        {
            var run = await ChildProcess.Measure("koers", file, seconds, cancellation);
            runs.Add(run);
            var row = Row(file, run);
            Console.WriteLine(row);
            rows.Append(row).Append('\n');
        }
        ReportFile.Replace(page, "scale", $"""
            {conditions.Describe(runs)}

            | instance | initiatives | options | reading and checking | first plan | value | gap | memory | ran | ended |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            {rows}
            """);
    }

    private static string Generate(MunicipalitySettings settings, string folder)
    {
        var kind = settings.Contradiction is { } c ? $"-infeasible-{c}" : "";
        var file = Path.Combine(folder, $"generated-{settings.Initiatives}-{settings.Years}-{settings.Seed}{kind}.json");
        using var stream = File.Create(file);
        ProblemWriter.Write(stream, Municipality.Make(settings));
        return file;
    }

    private static string Row(string file, Run run)
    {
        var problem = ProblemReader.ReadFile(file).Required();
        var options = problem.Initiatives.Sum(i => i.Variants.Sum(v => v.LatestStart - v.EarliestStart + 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {Path.GetFileNameWithoutExtension(file)} | {problem.Initiatives.Count:#,0} | {options:#,0} "
            + $"| {Figures.Seconds(run.Verdict?.ReadSeconds)} | {Figures.Seconds(run.FirstPlanSeconds)} | {Figures.Value(run.Value)} "
            + $"| {Figures.Percent(run.Gap)} | {Figures.Bytes(run.PeakBytes)} | {Figures.Seconds(run.Seconds)} "
            + $"| {run.Failure ?? run.Verdict?.Status} |");
    }
}
