using Koers.Planning.Checking;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// The Lagrangian bound where more is known than the rows say: options that no plan holds do not count, initiatives that every plan holds
/// must be paid for, and cuts have prices too. Worked out afresh from the solver's prices, so that its rounding proves nothing.
/// </summary>
internal static class ReducedBound
{
    public static double Of(Model model, bool[] outOfReach, bool[] forced, double[] prices, IReadOnlyList<Cut> cuts, double[] cutPrices)
    {
        var reduced = ReducedValues(model, prices, cuts, cutPrices);
        var bound = model.Constant;
        for (var r = 0; r < prices.Length; r++)
            bound += prices[r] * model.Rows.Limits[r];
        for (var k = 0; k < cutPrices.Length; k++)
            bound += cutPrices[k] * cuts[k].Limit;
        for (var i = 0; i < forced.Length; i++)
        {
            var best = forced[i] ? double.NegativeInfinity : 0.0;
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                if (!outOfReach[o])
                    best = Math.Max(best, reduced[o]);
            bound += best;
        }
        for (var c = model.Columns.Options; c < model.Columns.Count; c++)
            bound += Math.Max(0.0, LagrangianBound.ReducedValue(model, prices, c)) * model.Columns.Upper(c);
        return bound;
    }

    /// <summary>Per option, its value less the prices of all it uses, cuts included.</summary>
    public static double[] ReducedValues(Model model, double[] prices, IReadOnlyList<Cut> cuts, double[] cutPrices)
    {
        var reduced = new double[model.Options.Count];
        for (var o = 0; o < reduced.Length; o++)
            reduced[o] = LagrangianBound.ReducedValue(model, prices, o);
        for (var k = 0; k < cutPrices.Length; k++)
            for (var e = 0; cutPrices[k] > 0 && e < cuts[k].Options.Length; e++)
                reduced[cuts[k].Options[e]] -= cutPrices[k] * cuts[k].Coefficients[e];
        return reduced;
    }
}
