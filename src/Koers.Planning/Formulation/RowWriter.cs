using Koers.Planning.Options;

namespace Koers.Planning.Formulation;

/// <summary>Takes the rows of a rule one by one: begin, add, end. Every row reads Σ coefficient × column ≤ limit.</summary>
internal sealed class RowWriter(OptionSet options, Columns columns)
{
    private readonly SparseRowsBuilder _entries = new(columns.Count);
    private readonly List<string> _names = [];
    private readonly List<double> _limits = [];
    private readonly List<int> _rules = [];
    private SparseRows? _spendByKey;
    private SparseRows? _effortByKey;
    private SparseRows? _scoreByGoal;

    public OptionSet Options { get; } = options;
    public Columns Columns { get; } = columns;

    /// <summary>The rule whose rows come next.</summary>
    public int Rule { get; set; }

    /// <summary>Options by <see cref="OptionSet.SpendKey"/>.</summary>
    public SparseRows SpendByKey => _spendByKey ??= Options.Spend.Transpose(Options.Problem.Budgets.Count * Options.Years);

    /// <summary>Options by <see cref="OptionSet.EffortKey"/>.</summary>
    public SparseRows EffortByKey => _effortByKey ??= Options.Effort.Transpose(Options.Problem.Capacities.Count * Options.Periods);

    /// <summary>Options by goal index.</summary>
    public SparseRows ScoreByGoal => _scoreByGoal ??= Options.Score.Transpose(Options.Problem.Goals.Count);

    public void Add(int column, double coefficient) => _entries.Add(column, coefficient);

    /// <summary>Adds the same coefficient for every option of an initiative: a one where it is chosen.</summary>
    public void AddChosen(int initiative, double coefficient)
    {
        for (var o = Options.First[initiative]; o < Options.First[initiative + 1]; o++)
            Add(o, coefficient);
    }

    public void AddAll(SparseRows table, int row, double factor)
    {
        var keys = table.Keys(row);
        var amounts = table.Amounts(row);
        for (var e = 0; e < keys.Length; e++)
            Add(keys[e], factor * amounts[e]);
    }

    public void EndRow(string name, double limit)
    {
        _entries.EndRow();
        _names.Add(name);
        _limits.Add(limit);
        _rules.Add(Rule);
    }

    public Rows Build() => new([.. _names], [.. _limits], [.. _rules], _entries.Build());
}

/// <summary>Rows Σ coefficient × column ≤ limit, with their names and the rule each comes from.</summary>
internal sealed record Rows(string[] Names, double[] Limits, int[] Rule, SparseRows Entries)
{
    public int Count => Names.Length;
}
