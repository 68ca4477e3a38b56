using Koers.Planning.Options;

namespace Koers.Planning.Search;

/// <summary>What options use, laid out for a search that goes by certain prices.</summary>
/// <param name="Use">Per option, its coefficients by row: what lowers a row first, so that from there on the penalty only grows, and then what costs
/// most where it is too much, so that an option that costs too much is seen early.</param>
/// <param name="Cost">Per option, what all it uses costs at the prices, in points.</param>
internal sealed record PricedUse(SparseRows Use, double[] Cost)
{
    /// <summary>At the prices that guide a search.</summary>
    public static PricedUse Of(SearchTables tables, Guidance guidance)
    {
        var weights = PenaltyWeights.For(tables.Model, guidance.Prices, guidance.Value, factor: 1.0);
        var cost = new double[guidance.ReducedValue.Length];
        for (var o = 0; o < cost.Length; o++)
            cost[o] = tables.Model.Objective[o] - guidance.ReducedValue[o];
        return new PricedUse(DearestFirst(tables.Use, weights.PerRow), cost);
    }

    /// <summary>Where what is used costs nothing as long as limits are kept.</summary>
    /// <param name="tables">The problem.</param>
    /// <param name="weight">Per row, the penalty per unit above its limit.</param>
    public static PricedUse Free(SearchTables tables, double[] weight) =>
        new(DearestFirst(tables.Use, weight), new double[tables.Use.Count]);

    private static SparseRows DearestFirst(SparseRows use, double[] weight)
    {
        var (place, rank) = (new int[use.Key.Length], new double[use.Key.Length]);
        for (var e = 0; e < place.Length; e++)
            (place[e], rank[e]) = (e, use.Amount[e] < 0 ? double.NegativeInfinity : -weight[use.Key[e]] * use.Amount[e]);
        for (var o = 0; o < use.Count; o++)
        {
            var (from, count) = (use.Start[o], use.Start[o + 1] - use.Start[o]);
            rank.AsSpan(from, count).Sort(place.AsSpan(from, count));
        }
        return new SparseRows(use.Start, [.. place.Select(e => use.Key[e])], [.. place.Select(e => use.Amount[e])]);
    }
}
