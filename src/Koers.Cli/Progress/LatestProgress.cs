using Koers.Planning;

namespace Koers.Cli.Progress;

/// <summary>Keeps the last thing that the planner said; written on its thread, read on the display's.</summary>
internal sealed class LatestProgress(TimeProvider clock) : IProgress<PlanningProgress>
{
    private readonly long _start = clock.GetTimestamp();
    private PlanningProgress _latest = new(PlanningPhase.Preparing, TimeSpan.Zero, null, null, null);

    /// <summary>The last report, with the time that it is now: the display goes on where the planner is silent for a moment.</summary>
    public PlanningProgress Now => Volatile.Read(ref _latest) with { Elapsed = clock.GetElapsedTime(_start) };

    public void Report(PlanningProgress value) => Volatile.Write(ref _latest, value);
}
