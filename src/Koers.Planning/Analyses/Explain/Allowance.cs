using System.Diagnostics;
using Koers.Planning.Plans;

namespace Koers.Planning.Analyses;

/// <summary>How much of the time of an analysis is left: by the clock, or counted where the answer must be repeatable.</summary>
internal sealed class Allowance(AnalysisOptions options)
{
    /// <summary>What counts for a problem whose plan was proven best: such problems are small.</summary>
    private const double Proven = 0.02;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double _counted;

    /// <summary>A little is kept for ending in time.</summary>
    private double Limit { get; } = 0.88 * options.TimeLimit.TotalSeconds;

    public double Left => Math.Max(0.0, Limit - (options.Deterministic ? _counted : _watch.Elapsed.TotalSeconds));

    /// <summary>Counts a wave of problems that got so many seconds each.</summary>
    public void Count(IReadOnlyList<Plan> plans, double seconds, int width) => _counted += plans.Sum(
        plan => plan.Status == PlanStatus.Infeasible || plan.Gap <= 1e-9 ? Math.Min(Proven, seconds) : seconds) / Math.Max(1, Math.Min(width, plans.Count));
}
