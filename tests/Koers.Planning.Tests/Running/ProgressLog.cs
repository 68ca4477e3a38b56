namespace Koers.Planning.Tests.Running;

/// <summary>Keeps every report, in the order in which it came.</summary>
internal sealed class ProgressLog(Action<PlanningProgress>? also = null) : IProgress<PlanningProgress>
{
    private readonly Lock _lock = new();
    private readonly List<PlanningProgress> _reports = [];

    public IReadOnlyList<PlanningProgress> Reports
    {
        get
        {
            lock (_lock)
                return [.. _reports];
        }
    }

    public void Report(PlanningProgress value)
    {
        lock (_lock)
            _reports.Add(value);
        also?.Invoke(value);
    }
}
