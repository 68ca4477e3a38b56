using Koers.Planning.Plans;

namespace Koers.Planning.Pools;

/// <summary>
/// Plans many problems at once. The analyses plan through this seam only, so that later many machines can share the work: a pool that
/// sends tasks elsewhere is one more implementation. This project does not build a distribution of its own.
/// </summary>
public interface IPlanningPool
{
    /// <summary>How many tasks it plans at the same time.</summary>
    int Width { get; }

    /// <summary>Plans every task; returns the plans in the order of the tasks. After a stop, tasks that have not begun answer with status
    /// <see cref="PlanStatus.Unknown"/> or a plan that was known beforehand; nothing is thrown.</summary>
    /// <param name="tasks">What to plan.</param>
    /// <param name="finished">Told when a task is finished, with its number and plan, from any thread, one at a time; null = nobody.</param>
    /// <param name="cancellationToken">Stops: what is running returns its best plan so far.</param>
    IReadOnlyList<Plan> PlanAll(
        IReadOnlyList<PlanningTask> tasks, Action<int, Plan>? finished = null, CancellationToken cancellationToken = default);
}
