using System.Diagnostics;
using System.Globalization;
using Koers.Planning;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;

namespace Koers.Bench.Workers;

/// <summary>Lets Koers' engine plan, tells its progress, and checks the plan that it returns.</summary>
internal static class KoersWorker
{
    /// <summary>The gap at which HiGHS stops by default; the other solvers ask for less.</summary>
    private const double Gap = 1e-4;

    public static Verdict Run(string file, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var problem = ProblemReader.ReadFile(file).Required();
        var readSeconds = clock.Elapsed.TotalSeconds;
        var options = new PlannerOptions { TimeLimit = limit - clock.Elapsed, Gap = Gap };
        var plan = Planner.Plan(problem, options, new Teller());
        var report = Evaluator.Check(problem, plan);
        foreach (var fault in report.Faults)
            Console.Error.WriteLine(fault);
        var found = plan.Status is PlanStatus.Feasible or PlanStatus.Optimal;
        return new Verdict(plan.Status.ToString(), report.Value, plan.Bound, found ? report.Holds : null, readSeconds);
    }

    /// <summary>Writes each event at once: the benchmark stamps it with the time at which it arrives.</summary>
    private sealed class Teller : IProgress<PlanningProgress>
    {
        public void Report(PlanningProgress value)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@progress {value.Phase} {value.Value:R} {value.Bound:R}"));
        }
    }
}
