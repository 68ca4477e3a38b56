using Koers.Planning.Formulation;

namespace Koers.Planning.Search;

/// <summary>Penalties to begin with for breaking limits: a multiple of the prices of the linear relaxation, and for limits without a
/// price a small share of the value of the whole.</summary>
/// <param name="PerRow">Points per unit above the limit of each row.</param>
/// <param name="PerOrder">Points per broken order in time.</param>
internal sealed record PenaltyWeights(double[] PerRow, double PerOrder)
{
    /// <param name="model">The problem's model.</param>
    /// <param name="prices">Prices per row, or null where none are known yet.</param>
    /// <param name="value">About what a plan is worth, in points.</param>
    /// <param name="factor">Multiple of the prices; above 1, breaking a limit costs more than it brings at the margin.</param>
    public static PenaltyWeights For(Model model, ReadOnlySpan<double> prices, double value, double factor)
    {
        var each = Math.Max(1e-9, Math.Abs(value)) / Math.Max(1, model.Problem.Initiatives.Count);
        var perRow = new double[model.Rows.Count];
        for (var r = 0; r < perRow.Length; r++)
        {
            var (largest, typical) = Coefficients(model, r);
            var size = Math.Max(Math.Abs(model.Rows.Limits[r]), largest);
            var least = 0.02 * Math.Abs(value) / model.Rows.Count / Math.Max(1e-9, size);
            if (largest <= 1.0 && typical >= 1.0)
                least = Math.Max(least, each);     // a row that counts initiatives: one too many costs about one initiative
            perRow[r] = factor * Math.Max(least, prices.Length > 0 ? prices[r] : 0.0);
        }
        return new PenaltyWeights(perRow, factor * each);
    }

    private static (double Largest, double Smallest) Coefficients(Model model, int row)
    {
        var (largest, smallest) = (0.0, double.PositiveInfinity);
        foreach (var a in model.Rows.Entries.Amounts(row))
        {
            largest = Math.Max(largest, Math.Abs(a));
            smallest = Math.Min(smallest, Math.Abs(a));
        }
        return (largest, smallest);
    }
}
