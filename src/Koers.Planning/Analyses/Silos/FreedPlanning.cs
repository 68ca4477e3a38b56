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
            var plans = pool.PlanAll(
                [.. open.Select(n => new PlanningTask(
                    LowerLimits.Without(tasks[n].Problem, dropped[n]), options with { TimeLimit = timeLimit }, tasks[n].Known))],
                (_, plan) =>
                {
                    if (plan.Status != PlanStatus.Infeasible)
                        finished?.Invoke();
                },
                cancelled);
            for (var k = 0; k < open.Length; k++)
                if (plans[k].Status != PlanStatus.Infeasible || !Drop(tasks[open[k]].Problem, plans[k], dropped[open[k]], round))
                    done[open[k]] = new FreedPlan(plans[k], dropped[open[k]]);
        }
    }

    /// <summary>Drops lower limits of a conflict; false where there are none left to drop.</summary>
    private static bool Drop(Problem problem, Plan plan, HashSet<string> dropped, int round)
    {
        var left = LowerLimits.Of(problem).Where(rule => !dropped.Contains(rule)).ToList();
        if (left.Count == 0)
            return false;
        var conflicting = round < MostConflicts ? left.Where(rule => plan.Conflict.Contains(rule)).ToList() : [];
        dropped.UnionWith(conflicting.Count > 0 ? conflicting : left);
        return true;
    }
}
