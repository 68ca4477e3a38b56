using Koers.Planning.Plans;

namespace Koers.Planning.Pools;

/// <summary>A pool of the processors of this machine: as many tasks at once as it has threads, each on a thread of its own.</summary>
public sealed class LocalPool : IPlanningPool
{
    private readonly Lock _telling = new();

    /// <param name="threads">How many tasks to plan at once; default the number of processors, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public LocalPool(int? threads = null)
    {
        Width = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 1, nameof(threads));
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Plan> PlanAll(
        IReadOnlyList<PlanningTask> tasks, Action<int, Plan>? finished = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var plans = new Plan[tasks.Count];
        // No partitioning in blocks: tasks differ in length, and the next free thread takes the next task.
        var next = -1;
        void Work()
        {
            for (var n = Interlocked.Increment(ref next); n < tasks.Count; n = Interlocked.Increment(ref next))
            {
                plans[n] = Planner.Plan(tasks[n].Problem, tasks[n].Options, tasks[n].Known, cancellationToken);
                lock (_telling)
                    finished?.Invoke(n, plans[n]);
            }
        }

        var threads = Enumerable.Range(0, Math.Min(Width, tasks.Count))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        // Each task ends by itself soon after a stop, and its best plan must not be lost
        Task.WaitAll(threads, CancellationToken.None);
        return plans;
    }
}
