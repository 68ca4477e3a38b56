using Koers.Planning.Formulation;

namespace Koers.Planning.Checking;

/// <summary>
/// What row prices prove, by weak duality and nothing else: no plan is worth more than
/// constant + Σ price × limit + Σ over initiatives max(0, best reduced value) + Σ over other columns max(0, reduced value) × upper bound.
/// </summary>
internal static class LagrangianBound
{
    /// <param name="model">The reference formulation.</param>
    /// <param name="prices">One price ≥ 0 per row.</param>
    public static double Of(Model model, ReadOnlySpan<double> prices)
    {
        var bound = model.Constant;
        for (var r = 0; r < model.Rows.Count; r++)
            if (prices[r] != 0)
                bound += prices[r] * model.Rows.Limits[r];
        for (var i = 0; i + 1 < model.Options.First.Length; i++)
        {
            var best = 0.0;
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                best = Math.Max(best, ReducedValue(model, prices, o));
            bound += best;
        }
        for (var c = model.Columns.Options; c < model.Columns.Count; c++)
            bound += Math.Max(0.0, ReducedValue(model, prices, c)) * model.Columns.Upper(c);
        return bound;
    }

    /// <summary>What a column is worth after paying the prices of all it uses.</summary>
    public static double ReducedValue(Model model, ReadOnlySpan<double> prices, int column)
    {
        var value = model.Objective[column];
        var rows = model.ByColumn.Keys(column);
        var coefficients = model.ByColumn.Amounts(column);
        for (var e = 0; e < rows.Length; e++)
            value -= coefficients[e] * prices[rows[e]];
        return value;
    }
}
