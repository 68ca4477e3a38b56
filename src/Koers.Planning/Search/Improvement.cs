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

/// <summary>
/// One searching thread: anneals again and again. Until there is a plan, in quick runs with ever dearer limits. Then each way of annealing
/// is tried for a short while, and the one that found most gets the long runs, the next best every third of them. Where plans of nearly
/// the same problem are known, most ways begin there, and warm up only a little.
/// </summary>
/// <param name="tables">The problem.</param>
/// <param name="incumbent">Where plans are offered.</param>
/// <param name="known">Selections of earlier runs; empty where nothing is known.</param>
/// <param name="seed">Seed of all chance.</param>
internal sealed class Improvement(SearchTables tables, Incumbent incumbent, IReadOnlyList<int[]> known, int seed)
{
    private const int OfferEvery = 32;      // batches

    /// <summary>A long run cools once, and then warms up a little and cools again so many times, each from the best selection met.</summary>
    private const int Reheats = 4;

    private const double FirstCooling = 0.6;      // share of a long run
    private const double ReheatedTo = 0.2;        // share of the heat at the start
    private const double FirstFactor = 10.0;
    private const double DearestFactor = 1e4;

    private static readonly Recipe Quick = new(Margin: 0.6, Hot: 0.05, Cold: 0.005);

    // Measured on the samples: hot and narrow suits many tight capacities, cool suits few tight budgets.
    private static readonly Recipe[] Afresh =
    [
        new(Margin: 0.3, Hot: 0.1, Cold: 0.005),
        new(Margin: 1.0, Hot: 0.015, Cold: 0.0005),
        new(Margin: 0.5, Hot: 0.03, Cold: 0.001),
        new(Margin: 0.8, Hot: 0.1, Cold: 0.01),
    ];

    // Measured on short solves of changed problems: dear limits and a narrow core are for those who have little time.
    private static readonly Recipe[] FromKnown =
    [
        new(Margin: 0.3, Hot: 0.02, Cold: 0.005, Factor: 4, IsFromKnown: true),
        new(Margin: 0.3, Hot: 0.1, Cold: 0.005, Factor: 4),
        new(Margin: 0.3, Hot: 0.05, Cold: 0.005, Factor: 4, IsFromKnown: true),
    ];

    private readonly Recipe[] _recipes = known.Count > 0 ? FromKnown : Afresh;
    private readonly double[] _found = new double[known.Count > 0 ? FromKnown.Length : Afresh.Length];
    private Guidance? _guidance;
    private double _factor = FirstFactor;
    private int _trials;
    private int _runs;
    private long _batches;       // of the run under way

    /// <summary>Whether the next run should be short: there is no plan yet, or a recipe is only being tried.</summary>
    public bool WantsShortRun => incumbent.Chosen is null || _trials < _recipes.Length;

    /// <summary>Anneals once, until <paramref name="progress"/> answers 1.</summary>
    /// <param name="guidance">Prices to go by.</param>
    /// <param name="progress">How much of the run is over, 0 to 1, by batches done.</param>
    public void Run(Guidance guidance, Func<long, double> progress)
    {
        if (!ReferenceEquals(guidance, _guidance))
            (_guidance, _trials) = (guidance, 0);
        if (incumbent.Chosen is null)
        {
            var start = known.Count > 0 ? known[_runs % known.Count] : guidance.Start;
            var quick = Quick with { Margin = Quick.Margin * (1 + _runs), Factor = _factor };
            Anneal(guidance, quick, start, isLong: false, progress);
            _factor = Math.Min(DearestFactor, 5 * _factor);
            return;
        }
        var recipe = _trials < _recipes.Length ? _trials : Best(_runs % 3 == 2 ? 1 : 0);
        var isLong = _trials >= _recipes.Length && !_recipes[recipe].IsFromKnown;
        var found = Anneal(guidance, _recipes[recipe], Begin(guidance, _recipes[recipe]), isLong, progress);
        _found[recipe] = _trials < _recipes.Length ? found : Math.Max(_found[recipe], found);
        _trials++;
    }

    /// <summary>Where to begin: afresh, or first from what was known, which may be better than the best plan but for a rule, and then from
    /// the best plan.</summary>
    private int[] Begin(Guidance guidance, Recipe recipe)
    {
        if (!recipe.IsFromKnown)
            return guidance.Start;
        return _trials < _recipes.Length
            ? known[_recipes.Take(_trials).Count(r => r.IsFromKnown) % known.Count]
            : incumbent.Chosen ?? guidance.Start;
    }

    /// <summary>The recipe that found most, or the one after it.</summary>
    private int Best(int rank) => Enumerable.Range(0, _recipes.Length).OrderByDescending(r => _found[r]).ElementAt(rank);

    private double Anneal(Guidance guidance, Recipe recipe, int[] start, bool isLong, Func<long, double> progress)
    {
        _batches = 0;
        var each = Math.Max(1e-9, Math.Abs(guidance.Value)) / tables.Initiatives;
        var core = new Core(tables, guidance.ReducedValue, recipe.Margin * each, start);
        var weights = PenaltyWeights.For(tables.Model, guidance.Prices, guidance.Value, recipe.Factor);
        var annealing = new Annealing(tables, weights, Mix(seed, _runs++));
        var cooling = new Cooling(recipe.Hot * each, recipe.Cold * each);
        var stages = isLong ? Reheats : 0;
        var until = isLong ? FirstCooling : 1.0;
        annealing.Run(start, core, cooling, Staged(annealing, progress, 0.0, until));
        for (var stage = 0; stage < stages; stage++)
        {
            var (from, length) = (FirstCooling + (stage * (1 - FirstCooling) / Reheats), (1 - FirstCooling) / Reheats);
            annealing.Run(
                annealing.Best ?? start, core, cooling with { Hot = Math.Max(cooling.Cold, ReheatedTo * cooling.Hot) },
                Staged(annealing, progress, from, from + length));
        }
        if (annealing.Best is { } best)
            incumbent.Offer(best);
        return annealing.BestValue;
    }

    /// <summary>The part of a run's progress from one share to another, as progress of its own; offers what is found on the way.</summary>
    private Func<long, double> Staged(Annealing annealing, Func<long, double> progress, double from, double until)
    {
        var (offered, lastOffer) = (incumbent.Value, 0L);
        var before = _batches;
        return batch =>
        {
            if (annealing.BestValue > offered && batch - lastOffer >= OfferEvery)
            {
                (offered, lastOffer) = (annealing.BestValue, batch);
                incumbent.Offer(annealing.Best);
            }
            _batches = before + batch;
            return (progress(_batches) - from) / (until - from);
        };
    }

    private static int Mix(int seed, int run)
    {
        unchecked
        {
            return (seed * 397) ^ (run * 7919);
        }
    }

    /// <param name="Margin">Margin of the core, in multiples of the value of one initiative.</param>
    /// <param name="Hot">Temperature at the start, likewise.</param>
    /// <param name="Cold">Temperature at the end, likewise.</param>
    /// <param name="Factor">What breaking a limit costs at the start, in multiples of its price.</param>
    /// <param name="IsFromKnown">Whether it begins at a plan that is known.</param>
    private sealed record Recipe(double Margin, double Hot, double Cold, double Factor = 2.0, bool IsFromKnown = false);
}
