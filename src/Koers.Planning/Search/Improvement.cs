namespace Koers.Planning.Search;

/// <summary>What the next run of an <see cref="Improvement"/> is for.</summary>
internal enum Stage
{
    /// <summary>A first plan.</summary>
    FirstPlan,

    /// <summary>Trying a way of annealing that was not tried yet.</summary>
    Trial,

    /// <summary>A better plan.</summary>
    Improving,
}

/// <summary>
/// One searching thread: anneals again and again. Until there is a plan, in quick runs with ever dearer limits. Then each way of annealing
/// is tried for a short while. From then on most runs look between the best selections met (<see cref="Elites"/>), at the heat of the way
/// that found most, and the others begin afresh, so that there is something new to look between. Where plans of nearly the same problem
/// are known, they are the first to look between, and most ways begin there and warm up only a little.
/// </summary>
/// <param name="tables">The problem.</param>
/// <param name="incumbent">Where plans are offered.</param>
/// <param name="known">Selections of earlier runs; empty where nothing is known.</param>
/// <param name="seed">Seed of all chance.</param>
internal sealed class Improvement(SearchTables tables, Incumbent incumbent, IReadOnlyList<int[]> known, int seed)
{
    private const int OfferEvery = 32;      // batches
    private const double FirstFactor = 10.0;
    private const double DearestFactor = 1e4;

    // Measured on the samples, as are the recipes: docs/decisions/0011.
    private const int AfreshFirst = 10;     // runs before the first look between selections
    private const int AfreshEvery = 4;
    private const int Between = 4;          // selections to look between
    private const double Longer = 1.15;
    private const double Longest = 10.0;
    private const double Stale = 2.5;

    /// <summary>Options around those that the selections hold, in turn: near for small shifts, far for any start and variant.</summary>
    private static readonly int[] Widths = [3, 20];

    private static readonly Recipe Quick = new(Margin: 0.6, Hot: 0.05, Cold: 0.005);

    // Hot and narrow suits many tight capacities, cool suits few tight budgets.
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
    private readonly Elites _elites = new();
    private readonly Draw _draw = new(Mix(seed, -1));
    private Guidance? _guidance;
    private PricedUse? _priced;
    private double _factor = FirstFactor;
    private int _trials;
    private int _runs;
    private int _betweens;
    private double _stretch = 1.0;

    /// <summary>What the next run is for.</summary>
    public Stage Next => incumbent.Chosen is null ? Stage.FirstPlan : _trials < _recipes.Length ? Stage.Trial : Stage.Improving;

    /// <summary>How much longer than a first look the next run should be: looks between selections that found nothing new make the next
    /// ones longer.</summary>
    public double Stretch => Next == Stage.Improving && LooksBetween ? _stretch : 1.0;

    /// <summary>Whether looks between selections have found nothing new for long.</summary>
    public bool IsStale => _stretch > Stale;

    private bool LooksBetween => _elites.Count > 1 && _runs >= (known.Count > 0 ? 0 : AfreshFirst) && _runs % AfreshEvery > 0;

    /// <summary>Anneals once, until <paramref name="progress"/> answers 1.</summary>
    /// <param name="guidance">Prices to go by.</param>
    /// <param name="progress">How much of the run is over, 0 to 1, by batches done.</param>
    public void Run(Guidance guidance, Func<long, double> progress)
    {
        if (!ReferenceEquals(guidance, _guidance))
            (_guidance, _priced, _trials) = (guidance, PricedUse.Of(tables, guidance), 0);
        if (_runs == 0)
            foreach (var selection in known)
                _elites.Add(selection, double.NegativeInfinity);
        switch (Next)
        {
            case Stage.FirstPlan:
                FindFirst(guidance, progress);
                break;
            case Stage.Trial:
                _found[_trials] = AnnealAfresh(guidance, _recipes[_trials], progress);
                _trials++;
                break;
            case Stage.Improving when LooksBetween:
                LookBetween(guidance, progress);
                break;
            default:
                var recipe = Best(_runs % 3 == 2 ? 1 : 0);
                _found[recipe] = Math.Max(_found[recipe], AnnealAfresh(guidance, _recipes[recipe], progress));
                break;
        }
    }

    private void FindFirst(Guidance guidance, Func<long, double> progress)
    {
        var start = known.Count > 0 ? known[_runs % known.Count] : guidance.Start;
        var quick = Quick with { Margin = Quick.Margin * (1 + _runs), Factor = _factor };
        Anneal(guidance, quick, CoreOf(guidance, quick, start), start, progress);
        _factor = Math.Min(DearestFactor, 5 * _factor);
    }

    private double AnnealAfresh(Guidance guidance, Recipe recipe, Func<long, double> progress)
    {
        var start = Begin(guidance, recipe);
        Anneal(guidance, recipe, CoreOf(guidance, recipe, start), start, progress, out var value);
        return value;
    }

    private void LookBetween(Guidance guidance, Func<long, double> progress)
    {
        var selections = _elites.Pick(Between, _draw);
        var core = Core.Between(tables, selections, Widths[_betweens++ % Widths.Length]);
        if (!Anneal(guidance, _recipes[Best(0)], core, selections[0], progress))
            _stretch = Math.Min(Longest, Longer * _stretch);
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

    private Core CoreOf(Guidance guidance, Recipe recipe, int[] start) =>
        new(tables, guidance.ReducedValue, recipe.Margin * Each(guidance), start);

    // About what one initiative is worth
    private double Each(Guidance guidance) => Math.Max(1e-9, Math.Abs(guidance.Value)) / tables.Initiatives;

    private bool Anneal(Guidance guidance, Recipe recipe, Core core, int[] start, Func<long, double> progress) =>
        Anneal(guidance, recipe, core, start, progress, out _);

    /// <returns>Whether something new was found that is among the best.</returns>
    private bool Anneal(Guidance guidance, Recipe recipe, Core core, int[] start, Func<long, double> progress, out double value)
    {
        var weights = PenaltyWeights.For(tables.Model, guidance.Prices, guidance.Value, recipe.Factor);
        var annealing = new Annealing(tables, _priced!, weights, Mix(seed, _runs++));
        annealing.Run(start, core, new Cooling(recipe.Hot * Each(guidance), recipe.Cold * Each(guidance)), Offering(annealing, progress));
        value = annealing.BestValue;
        if (annealing.Best is not { } best)
            return false;
        incumbent.Offer(best);
        return _elites.Add(best, value);
    }

    /// <summary>Progress as it is; offers what is found on the way.</summary>
    private Func<long, double> Offering(Annealing annealing, Func<long, double> progress)
    {
        var (offered, lastOffer) = (incumbent.Value, 0L);
        return batch =>
        {
            if (annealing.BestValue > offered && batch - lastOffer >= OfferEvery)
            {
                (offered, lastOffer) = (annealing.BestValue, batch);
                incumbent.Offer(annealing.Best);
            }
            return progress(batch);
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
