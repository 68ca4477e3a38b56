using System.Diagnostics;

namespace Koers.Planning.Running;

/// <summary>
/// How much of the allotted time is over. Normally that is the wall clock; where a plan must be repeatable it is work counted in steps,
/// each taken for a fixed number of seconds, so that a slower machine does the same work in more time.
/// </summary>
internal sealed class Effort(PlannerOptions options, CancellationToken cancelled)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double _counted;

    /// <summary>Whether work is counted instead of time.</summary>
    public bool Counts => options.Deterministic;

    public CancellationToken Cancelled => cancelled;

    /// <summary>Seconds over: of work where it is counted, else of the clock.</summary>
    public double Seconds => Counts ? _counted : _watch.Elapsed.TotalSeconds;

    /// <summary>Seconds by the clock, always.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    public double Limit => options.TimeLimit.TotalSeconds;

    public double Left => Math.Max(0.0, Limit - Seconds);

    /// <summary>Whether time is up or somebody asked to stop.</summary>
    public bool IsOver => cancelled.IsCancellationRequested || Left <= 0;

    /// <summary>Counts work done; without effect on the clock.</summary>
    /// <param name="seconds">What the work takes on a machine of today.</param>
    public void Count(double seconds) => _counted += seconds;

    /// <summary>Most time that one call of a solver may take. Where work is counted a clock must not decide, so it is a day.</summary>
    public TimeSpan SolverLimit(double share = 1.0) =>
        Counts ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(Math.Max(0.001, share * Left));
}
