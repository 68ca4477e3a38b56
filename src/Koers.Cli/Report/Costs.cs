using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What an initiative costs within the horizon, over all budgets.</summary>
internal static class Costs
{
    /// <summary>One variant from one start: money before period 0 is spent already and does not count.</summary>
    public static double Of(Horizon horizon, Variant variant, int start)
    {
        var sum = 0.0;
        foreach (var profile in variant.Spend.Values)
            for (var k = Math.Max(0, -start); k < profile.Count; k++)
                sum += profile[k];
        var periodsAfter = horizon.Periods - Math.Max(start + variant.Duration, 0);
        return sum + (variant.SpendAfter.Values.Sum() * Math.Max(0, periodsAfter));
    }

    /// <summary>The cheapest way to do it.</summary>
    public static double Least(Horizon horizon, Initiative initiative)
    {
        var least = double.PositiveInfinity;
        foreach (var variant in initiative.Variants)
            for (var start = variant.EarliestStart; start <= variant.LatestStart; start++)
                least = Math.Min(least, Of(horizon, variant, start));
        return double.IsFinite(least) ? least : 0;
    }
}
