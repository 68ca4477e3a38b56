using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>What it costs to let limits give way as far as a selection exceeds them, laid out for speed: entries by option, and groups of
/// rows of which the price is worked out together.</summary>
internal sealed class ExcessPrices
{
    private readonly List<ExcessGroup> _groups = [];
    private readonly Model _model;

    public ExcessPrices(Model model, IReadOnlyList<ElasticLimit> limits)
    {
        (_model, Limits) = (model, limits);
        Hire = new SearchTables(model, new bool[model.Options.Count], new bool[model.Options.First.Length - 1]).Hire;
        var shares = Enumerable.Range(0, limits.Count).Where(n => limits[n].Slack.Shares is not null).ToArray();
        GroupOf = new int[model.Rows.Count + shares.Length];
        Array.Fill(GroupOf, -1);
        Room = [.. model.Rows.Limits, .. shares.Select(_ => 0.0)];
        Size = [.. Enumerable.Range(0, model.Rows.Count).Select(RowSize), .. shares.Select(_ => 1.0)];
        // With carry-over, what a year gets helps the years after it: such a budget is priced as a whole
        foreach (var rule in Enumerable.Range(0, limits.Count).GroupBy(n => limits[n].Rule, StringComparer.Ordinal))
            if (rule.Sum(n => limits[n].Slack.Rows.Count) > rule.SelectMany(n => limits[n].Slack.Rows).Select(r => r.Row).Distinct().Count())
                Add(new LadderGroup([.. rule.Select(n => (limits[n].Slack.Rows[0].Row, n))], limits[rule.First()].Slack.Price));
            else
                foreach (var n in rule)
                    Add(GroupFor(n, limits[n], model.Rows.Count + Math.Max(0, Array.IndexOf(shares, n))));
        for (var r = 0; r < model.Rows.Count; r++)
            if (GroupOf[r] < 0 && !model.RuleBook.Rules[model.Rows.Rule[r]].IsDefinition)
                Add(new HardGroup(r));
        Use = Entries(shares);
    }

    public IReadOnlyList<ElasticLimit> Limits { get; }

    public IReadOnlyList<ExcessGroup> Groups => _groups;

    /// <summary>Per row its group, or -1. Behind the rows of the model come what shares are shares of.</summary>
    public int[] GroupOf { get; }

    /// <summary>Per row, its limit.</summary>
    public double[] Room { get; }

    /// <summary>Per row, the size by which its tolerance goes.</summary>
    public double[] Size { get; }

    public RowHire?[] Hire { get; }

    /// <summary>Per option, what it puts in which rows.</summary>
    public Options.SparseRows Use { get; }

    public Model Model => _model;

    private static ExcessGroup GroupFor(int n, ElasticLimit limit, int whole) =>
        limit.Slack.Shares is { } shares ? new ShareGroup(shares.Row, whole, n, limit.Slack.Price, shares.Steps)
        : limit.IsGivenUp ? new GivenUpGroup([.. limit.Slack.Rows.Select(r => r.Row)], n, limit.Slack.Price)
        : new AmountGroup(limit.Slack.Rows, n, limit.Slack.Price, limit.Slack.IsWhole);

    private void Add(ExcessGroup group)
    {
        foreach (var row in group.Rows)
            GroupOf[row] = _groups.Count;
        _groups.Add(group);
    }

    private double RowSize(int row)
    {
        var size = Math.Max(1.0, Math.Abs(_model.Rows.Limits[row]));
        foreach (var amount in _model.Rows.Entries.Amounts(row))
            size = Math.Max(size, Math.Abs(amount));
        return size;
    }

    private Options.SparseRows Entries(int[] shares)
    {
        var builder = new Options.SparseRowsBuilder(GroupOf.Length);
        for (var o = 0; o < _model.Options.Count; o++)
        {
            var rows = _model.ByColumn.Keys(o);
            var amounts = _model.ByColumn.Amounts(o);
            for (var e = 0; e < rows.Length; e++)
                if (GroupOf[rows[e]] >= 0)
                    builder.Add(rows[e], amounts[e]);
            for (var s = 0; s < shares.Length; s++)
                builder.Add(_model.Rows.Count + s, Limits[shares[s]].Slack.Shares!.Whole[o]);
            builder.EndRow();
        }

        return builder.Build();
    }
}
