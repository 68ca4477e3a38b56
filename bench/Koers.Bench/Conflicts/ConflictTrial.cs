using System.Diagnostics;
using Koers.Bench.Generation;
using Koers.Bench.Reports;
using Koers.Planning;
using Koers.Planning.Plans;

namespace Koers.Bench.Conflicts;

/// <summary>One impossible municipality: what the planner says of it, and what that took.</summary>
internal static class ConflictTrial
{
    public const string Heading = """
        | kind | initiatives | seed | answer | rules | took | processor |
        |---|---:|---:|---|---:|---:|---:|
        """;

    public static string Run(MunicipalitySettings settings, TimeSpan limit, CancellationToken cancelled)
    {
        var problem = Municipality.Make(settings);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var plan = Planner.Plan(problem, new PlannerOptions { TimeLimit = limit }, progress: null, cancelled);
        process.Refresh();
        var (answer, rules) = plan switch
        {
            { Status: not PlanStatus.Infeasible } => ("not proven impossible", 0),
            { Conflict.Count: > 0 } => ("conflict, none can be left out", plan.Conflict.Count),
            { OpenConflict.Count: > 0 } => ("cannot hold together, perhaps too many", plan.OpenConflict.Count),
            _ => ("impossible, nothing named", 0),
        };
        return $"| {settings.Contradiction} | {settings.Initiatives} | {settings.Seed} | {answer} | {rules} | {Figures.Seconds(plan.Seconds)} | "
            + $"{Figures.Seconds((process.TotalProcessorTime - before).TotalSeconds)} |";
    }
}
