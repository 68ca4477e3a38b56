using Koers.Planning.Formulation;

namespace Koers.Planning.Search;

/// <summary>
/// Looks for any selection that keeps all rows, by annealing on nothing but what is broken: for a model in which nothing is worth anything.
/// It begins at the fractions that leave most room in the limits, rounded, and looks in the core of their prices. Where some selection
/// leaves a little room, it finds one in a moment, also where branch and bound finds none in a minute; it proves nothing.
/// </summary>
/// <param name="tables">The problem; its objective must be zero.</param>
/// <param name="share">Per column, how much of it a good selection with fractions takes.</param>
/// <param name="prices">Per row, the price ≥ 0 of its limit.</param>
/// <param name="seed">Seed of all chance.</param>
internal sealed class KeepingSearch(SearchTables tables, ReadOnlyMemory<double> share, double[] prices, int seed)
{
    /// <summary>What it costs to exceed a limit by the whole of it; one order in time costs <see cref="PerOrder"/>.</summary>
    private const double PerLimit = 1000.0;

    private const double PerOrder = 200.0;
    private const double FirstRun = 500;      // batches
    private const double Longer = 1.4;

    // Where only fractions of a percent of some limits are left, cold and narrow finds what hot and wide does not; many relations want heat.
    // Short runs of each in turn: one rest that left 0.27% of room was found by the second recipe in each of three tries of 4,000 batches,
    // and by heat of 2 or more in none of twelve of 1,000. How they compare on other problems was not measured.
    private static readonly (double Hot, double Cold, double Margin)[] Recipes =
        [(2.0, 0.04, 0.3), (0.05, 0.015, 0.1), (0.5, 0.01, 1.0), (0.15, 0.05, 0.1), (20.0, 0.4, 0.3), (0.5, 0.01, 0.1)];

    /// <summary>Searches; returns per initiative an option or -1, or null where nothing was found.</summary>
    /// <param name="batches">How long: a batch is about a quarter of a millisecond of a processor.</param>
    /// <param name="cancelled">Stops.</param>
    public int[]? Run(double batches, CancellationToken cancelled)
    {
        var reduced = ReducedValues();
        var start = Start.Rounded(tables, share.Span);
        var weights = new PenaltyWeights(PerRow(), PerOrder);
        var priced = PricedUse.Free(tables, weights.PerRow);
        var each = MeanSize(reduced);
        var (left, length) = (batches, FirstRun);
        for (var run = 0; left > 0 && !cancelled.IsCancellationRequested; run++)
        {
            var (hot, cold, margin) = Recipes[run % Recipes.Length];
            var annealing = new Annealing(tables, priced, weights, unchecked(seed + (7919 * run)));
            var limit = Math.Min(left, length);
            annealing.Run(start, new Core(tables, reduced, margin * each, start), new Cooling(hot, cold),
                batch => annealing.Best is not null || cancelled.IsCancellationRequested ? 1.0 : batch / limit);
            if (annealing.Best is { } found)
                return found;
            left -= limit;
            length *= Longer;
        }
        return null;
    }

    /// <summary>Per option, what it does to the limits at their prices, turned round: more is better.</summary>
    private double[] ReducedValues()
    {
        var reduced = new double[tables.Model.Options.Count];
        for (var o = 0; o < reduced.Length; o++)
        {
            var rows = tables.Model.ByColumn.Keys(o);
            var amounts = tables.Model.ByColumn.Amounts(o);
            for (var e = 0; e < rows.Length; e++)
                reduced[o] -= prices[rows[e]] * amounts[e];
        }
        return reduced;
    }

    private double[] PerRow()
    {
        var rows = tables.Model.Rows;
        var perRow = new double[rows.Count];
        for (var r = 0; r < perRow.Length; r++)
        {
            var size = Math.Max(1e-9, Math.Abs(rows.Limits[r]));
            foreach (var amount in rows.Entries.Amounts(r))
                size = Math.Max(size, Math.Abs(amount));
            perRow[r] = PerLimit / size;
        }
        return perRow;
    }

    /// <summary>About what one initiative does to the limits, at their prices.</summary>
    private double MeanSize(double[] reduced)
    {
        var first = tables.Model.Options.First;
        var sum = 0.0;
        for (var i = 0; i < tables.Initiatives; i++)
        {
            var largest = 0.0;
            for (var o = first[i]; o < first[i + 1]; o++)
                largest = Math.Max(largest, Math.Abs(reduced[o]));
            sum += largest;
        }
        return sum / Math.Max(1, tables.Initiatives);
    }
}
