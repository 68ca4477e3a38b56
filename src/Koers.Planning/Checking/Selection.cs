using Koers.Planning.Options;

namespace Koers.Planning.Checking;

/// <summary>The options that a plan chooses, and what they use together. Knows no rules and no rows.</summary>
internal sealed class Selection
{
    private readonly int[] _optionOf;
    private readonly double[] _spent;
    private readonly double[] _used;
    private readonly double[] _hiringCost;
    private readonly double[] _score;

    /// <param name="options">All options of the problem.</param>
    /// <param name="chosen">The options chosen, at most one per initiative.</param>
    public Selection(OptionSet options, IReadOnlyList<int> chosen)
    {
        Options = options;
        Chosen = chosen;
        _optionOf = new int[options.Problem.Initiatives.Count];
        Array.Fill(_optionOf, -1);
        _spent = new double[options.Problem.Budgets.Count * options.Years];
        _used = new double[options.Problem.Capacities.Count * options.Periods];
        _score = new double[options.Problem.Goals.Count];
        foreach (var o in chosen)
        {
            _optionOf[options.Initiative[o]] = o;
            Sum(options.Spend, o, _spent);
            Sum(options.Effort, o, _used);
            Sum(options.Score, o, _score);
        }
        _hiringCost = new double[_spent.Length];
        for (var b = 0; b < options.Problem.Budgets.Count; b++)
            for (var c = 0; c < options.Problem.Capacities.Count; c++)
                if (options.Problem.Capacities[c].Hire is { } hire && hire.Budget == options.Problem.Budgets[b].Id)
                    for (var t = 0; t < options.Periods; t++)
                        _hiringCost[options.SpendKey(b, options.Problem.Horizon.YearOf(t))] += hire.Price * Hired(c, t);
    }

    public OptionSet Options { get; }

    /// <summary>The options chosen.</summary>
    public IReadOnlyList<int> Chosen { get; }

    public bool IsChosen(int initiative) => _optionOf[initiative] >= 0;

    public bool Has(int option) => _optionOf[Options.Initiative[option]] == option;

    /// <summary>The period in which a chosen initiative starts.</summary>
    public int Start(int initiative) => Options.Start[_optionOf[initiative]];

    /// <summary>The first period of rest of a chosen initiative.</summary>
    public int Finish(int initiative) => Options.Finish[_optionOf[initiative]];

    /// <summary>Points on a goal, not cut off at its cap.</summary>
    public double Score(int goal) => _score[goal];

    /// <summary>Money that the chosen options spend from a budget in a year, hiring left out.</summary>
    public double Spent(int budget, int year) => _spent[Options.SpendKey(budget, year)];

    /// <summary>Money that hired capacity costs a budget in a year.</summary>
    public double HiringCost(int budget, int year) => _hiringCost[Options.SpendKey(budget, year)];

    /// <summary>Units of a capacity asked in a period.</summary>
    public double Used(int capacity, int period) => _used[Options.EffortKey(capacity, period)];

    /// <summary>Units that must be hired in a period: what is asked above what is available. 0 where the capacity cannot be hired.</summary>
    public double Hired(int capacity, int period)
    {
        var from = Options.Problem.Capacities[capacity];
        return from.Hire is null ? 0.0 : Math.Max(0.0, Used(capacity, period) - from.Available(period));
    }

    /// <summary>The amount that an option has under a key; 0 where it has none.</summary>
    public static double Amount(SparseRows table, int option, int key)
    {
        var at = table.Keys(option).BinarySearch(key);
        return at < 0 ? 0.0 : table.Amounts(option)[at];
    }

    private static void Sum(SparseRows table, int option, double[] totals)
    {
        var keys = table.Keys(option);
        var amounts = table.Amounts(option);
        for (var e = 0; e < keys.Length; e++)
            totals[keys[e]] += amounts[e];
    }
}
