namespace Koers.Planning.Problems;

/// <summary>
/// Which weights an uncertainty leaves possible, as bounds per goal, an order, and a sum that stays that of the problem:
/// <list type="bullet">
/// <item>a goal with a range weighs within it; one that only the order names weighs at least 0;</item>
/// <item>each goal of the order weighs at least as much as the next;</item>
/// <item>goals that are not named keep their weight; but where every named goal has a range, they make up the sum between them, in the
/// proportions that they have in the problem.</item>
/// </list>
/// </summary>
internal sealed class WeightBounds
{
    /// <summary>Relative room for the rounding of sums.</summary>
    private const double Rounding = 1e-9;

    public WeightBounds(IReadOnlyList<Goal> goals, WeightUncertainty uncertainty)
    {
        var ordered = new HashSet<GoalId>(uncertainty.Order);
        Sum = goals.Sum(g => g.Weight);
        (Low, High) = (new double[goals.Count], new double[goals.Count]);
        var isNamed = goals.Select(g => ordered.Contains(g.Id) || uncertainty.Between.ContainsKey(g.Id)).ToArray();
        var allRanged = uncertainty.Order.All(uncertainty.Between.ContainsKey);
        for (var g = 0; g < goals.Count; g++)
            (Low[g], High[g]) = uncertainty.Between.TryGetValue(goals[g].Id, out var range) ? (range.Low, range.High)
                : isNamed[g] ? (0, Sum)
                : (goals[g].Weight, goals[g].Weight);
        Order = [.. uncertainty.Order.Select(id => IndexOf(goals, id)).Where(g => g >= 0)];
        Others = allRanged ? [.. Enumerable.Range(0, goals.Count).Where(g => !isNamed[g] && goals[g].Weight > 0)] : [];
        Tighten();
    }

    /// <summary>Sum of all weights in the problem, and of all weights that are possible.</summary>
    public double Sum { get; }

    /// <summary>Lowest weight per goal, as order and ranges leave it; of <see cref="Others"/>: their weight in the problem.</summary>
    public double[] Low { get; }

    /// <summary>Highest weight per goal, as order and ranges leave it; of <see cref="Others"/>: their weight in the problem.</summary>
    public double[] High { get; }

    /// <summary>Goals from the most to the least important.</summary>
    public int[] Order { get; }

    /// <summary>Goals that make up the sum in their own proportions; empty where goals that are not named keep their weight.</summary>
    public int[] Others { get; }

    /// <summary>Whether any weights are possible.</summary>
    public bool IsPossible
    {
        get
        {
            if (Low.Where((low, g) => low > High[g] + (Rounding * Sum)).Any()) return false;
            var others = new HashSet<int>(Others);
            var (low, high) = (Total(Low), Total(High));
            return low <= Sum * (1 + Rounding) && (others.Count > 0 || high >= Sum * (1 - Rounding));

            double Total(double[] weights) => weights.Where((_, g) => !others.Contains(g)).Sum();
        }
    }

    private static int IndexOf(IReadOnlyList<Goal> goals, GoalId id)
    {
        for (var g = 0; g < goals.Count; g++)
            if (goals[g].Id == id)
                return g;
        return -1;
    }

    /// <summary>No goal weighs more than the one before it may, nor less than the one after it must.</summary>
    private void Tighten()
    {
        for (var k = 1; k < Order.Length; k++) High[Order[k]] = Math.Min(High[Order[k]], High[Order[k - 1]]);
        for (var k = Order.Length - 2; k >= 0; k--) Low[Order[k]] = Math.Max(Low[Order[k]], Low[Order[k + 1]]);
    }
}
