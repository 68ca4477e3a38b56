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

/// <summary>One searching thread: anneals again and again, each time from the best plan known, in a core that becomes narrower and cooler
/// or wider and hotter by turns.</summary>
internal sealed class Improvement(SearchTables tables, Incumbent incumbent, int seed)
{
    private const int OfferEvery = 32;      // batches

    /// <summary>Margins of the core and temperatures by turns, in multiples of the value of one initiative.</summary>
    private static readonly (double Margin, double Hot, double Cold, bool Together)[] Turns =
        [(0.5, 0.05, 0.002, false), (0.5, 0.05, 0.002, true), (0.6, 0.1, 0.01, false), (0.3, 0.02, 0.002, true)];

    private int _turn;
    private Guidance? _startedFrom;

    /// <summary>Anneals once, until <paramref name="progress"/> answers 1.</summary>
    /// <param name="guidance">Prices to go by.</param>
    /// <param name="progress">How much of the run is over, 0 to 1, by batches done.</param>
    public void Run(Guidance guidance, Func<long, double> progress)
    {
        var (margin, hot, cold, together) = Turns[_turn % Turns.Length];
        var each = Math.Max(1e-9, Math.Abs(guidance.Value)) / tables.Initiatives;
        var core = new Core(tables, guidance.ReducedValue, incumbent.Chosen is null ? 10 * margin * each : margin * each);
        var weights = PenaltyWeights.For(tables.Model, guidance.Prices, guidance.Value, factor: 2.0);
        var annealing = new Annealing(tables, weights, HashCode(seed, _turn++));
        var (offered, lastOffer) = (incumbent.Value, 0L);
        // New prices suggest a new place to begin; from there on, the best plan known is the better place.
        var start = ReferenceEquals(_startedFrom, guidance) ? incumbent.Chosen ?? guidance.Start : guidance.Start;
        _startedFrom = guidance;
        annealing.Run(start, core, new Cooling(hot * each, cold * each, together), batch =>
        {
            if (annealing.BestValue > offered && batch - lastOffer >= OfferEvery)
            {
                (offered, lastOffer) = (annealing.BestValue, batch);
                incumbent.Offer(annealing.Best);
            }
            return progress(batch);
        });
        if (annealing.Best is { } best)
            incumbent.Offer(best);
    }

    private static int HashCode(int seed, int turn)
    {
        unchecked
        {
            return (seed * 397) ^ (turn * 7919);
        }
    }
}
