using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>A problem that is planned, and of which lower limits may be dropped.</summary>
/// <param name="Problem">The problem as it was asked.</param>
/// <param name="Known">What is known of it beforehand.</param>
internal sealed record FreedTask(Problem Problem, Foreknowledge Known);

/// <summary>A plan, and what it was freed of.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Dropped">The rules whose lower limits were dropped before it was planned.</param>
internal sealed record FreedPlan(Plan Plan, IReadOnlySet<string> Dropped);

/// <summary>Plans problems; where one proves impossible, it is planned again without the lower limits in the conflict, until it can be
/// planned.</summary>
internal sealed class FreedPlanning(IPlanningPool pool, PlannerOptions options, CancellationToken cancelled)
{
    /// <summary>After so many conflicts all lower limits are dropped.</summary>
    private const int MostConflicts = 12;

    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    /// <param name="tasks">What to plan.</param>
    /// <param name="timeLimit">Most time for one plan.</param>
    /// <param name="finished">Told when a task has its plan.</param>
    public FreedPlan[] Plan(IReadOnlyList<FreedTask> tasks, TimeSpan timeLimit, Action? finished = null)
    {
        var done = new FreedPlan?[tasks.Count];
        var dropped = tasks.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        for (var round = 0; ; round++)
        {
            var open = Enumerable.Range(0, tasks.Count).Where(n => done[n] is null).ToArray();
            if (open.Length == 0)
                return done!;
            using var patience = Patience(open.Length, timeLimit);
            var plans = pool.PlanAll(
                [.. open.Select(n => new PlanningTask(
                    LowerLimits.Without(tasks[n].Problem, dropped[n]), options with { TimeLimit = timeLimit }, tasks[n].Known))],
                null, patience.Token);
            var isHasty = round >= MostConflicts || patience.IsCancellationRequested;
            for (var k = 0; k < open.Length; k++)
            {
                if (Needs(plans[k], isHasty) && Drop(tasks[open[k]].Problem, plans[k], dropped[open[k]], isHasty))
                    continue;
                done[open[k]] = new FreedPlan(plans[k], dropped[open[k]]);
                finished?.Invoke();
            }
        }
    }

    /// <summary>Finding a conflict takes no account of the time limit: one that takes too long is given up, and all lower limits go.</summary>
    private CancellationTokenSource Patience(int tasks, TimeSpan timeLimit)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (!options.Deterministic)
            patience.CancelAfter((timeLimit * ((tasks + pool.Width - 1) / pool.Width) * 1.2) + Grace);
        return patience;
    }

    private bool Needs(Plan plan, bool isHasty) =>
        plan.Status == PlanStatus.Infeasible || (plan.Value is null && isHasty && !cancelled.IsCancellationRequested);

    /// <summary>Drops lower limits of a conflict; false where there are none left to drop.</summary>
    private static bool Drop(Problem problem, Plan plan, HashSet<string> dropped, bool all)
    {
        var left = LowerLimits.Of(problem).Where(rule => !dropped.Contains(rule)).ToList();
        if (left.Count == 0)
            return false;
        var conflicting = all ? [] : left.Where(rule => plan.Conflict.Contains(rule)).ToList();
        dropped.UnionWith(conflicting.Count > 0 ? conflicting : left);
        return true;
    }
}
