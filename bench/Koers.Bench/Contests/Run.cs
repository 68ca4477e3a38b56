using System.Runtime.InteropServices;
using Koers.Bench.Workers;

namespace Koers.Bench.Contests;

/// <summary>A value or bound (or both) that a solver had at a moment.</summary>
/// <param name="Seconds">Wall time since its process started: reading the problem is in it.</param>
/// <param name="Value">Worth of its best plan; null where it does not say.</param>
/// <param name="Bound">Upper bound; null where it does not say.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Moment(double Seconds, double? Value, double? Bound);

/// <summary>One solver's work on one instance.</summary>
/// <param name="Solver">Its name.</param>
/// <param name="Version">What its log says; null where it does not.</param>
/// <param name="Moments">What its log said, in time.</param>
/// <param name="Verdict">How it ended; null where it crashed.</param>
/// <param name="Seconds">Wall time of its process.</param>
/// <param name="PeakBytes">Most memory that its process held (resident).</param>
/// <param name="Failure">Why there is no verdict; null where there is one.</param>
internal sealed record Run(
    string Solver, string? Version, IReadOnlyList<Moment> Moments, Verdict? Verdict, double Seconds, long PeakBytes, string? Failure)
{
    /// <summary>The plan itself counts where there is one to look at; else what the log said.</summary>
    public double? Value => Verdict is { Holds: true, Value: { } value } ? value : ValueAt(double.MaxValue);

    public double? Bound => Moments.Select(m => m.Bound).Append(Verdict?.Bound).Min();

    public double? Gap => GapBetween(Value, Bound);

    public double? FirstPlanSeconds => SecondsTo(double.NegativeInfinity);

    public double? ValueAt(double seconds) => Moments.Where(m => m.Seconds <= seconds).Max(m => m.Value);

    /// <summary>When it first had a plan worth this much; null where it never had.</summary>
    public double? SecondsTo(double value)
    {
        var slack = double.IsFinite(value) ? 1e-9 * Math.Abs(value) : 0;
        foreach (var moment in Moments)
            if (moment.Value >= value - slack)
                return moment.Seconds;
        return Value >= value - slack ? Seconds : null;
    }

    public static double? GapBetween(double? value, double? bound) => (bound - value) / Math.Max(1e-9, Math.Abs(value ?? 0));
}
