using Koers.Planning.Checking;

namespace Koers.Planning.Search;

/// <summary>What is known of prices at some moment: from steps of descent at first, then from the linear relaxation.</summary>
/// <param name="Prices">Per row.</param>
/// <param name="ReducedValue">Per option, its value less the prices of what it uses.</param>
/// <param name="Start">A selection that these prices suggest.</param>
/// <param name="Value">About what the best plan is worth: the bound at these prices.</param>
internal sealed record Guidance(double[] Prices, double[] ReducedValue, int[] Start, double Value)
{
    public static Guidance From(SearchTables tables, double[] prices, double[]? share, double value)
    {
        var reduced = new double[tables.Model.Options.Count];
        for (var o = 0; o < reduced.Length; o++)
            reduced[o] = LagrangianBound.ReducedValue(tables.Model, prices, o);
        return new Guidance(prices, reduced, share is null ? Search.Start.Priced(tables, reduced) : Search.Start.Rounded(tables, share), value);
    }
}
