using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One limit that could give way: what it is to people, and to the search.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Side">Which side of it.</param>
/// <param name="Year">The year, for budgets and capacities.</param>
/// <param name="Old">The limit as it is; null where the rule is given up as a whole.</param>
/// <param name="Slack">What the search sees.</param>
internal sealed record ElasticLimit(string Rule, LimitSide Side, int? Year, double? Old, Slack Slack)
{
    public bool IsGivenUp => Side == LimitSide.Whole;
}

/// <summary>Everything in a problem that can give way, in amounts that somebody can decide on: a budget and a capacity per year, a frame
/// by its limit, a statutory task or a relation as a whole.</summary>
internal sealed class Elastic
{
    private readonly Problem _problem;
    private readonly Model _model;
    private readonly Dictionary<string, int> _row = new(StringComparer.Ordinal);
    private readonly List<ElasticLimit> _limits = [];

    private Elastic(Model model)
    {
        (_problem, _model) = (model.Problem, model);
        for (var r = 0; r < model.Rows.Count; r++)
            _row[model.Rows.Names[r]] = r;
    }

    public static IReadOnlyList<ElasticLimit> Of(Model model)
    {
        var elastic = new Elastic(model);
        foreach (var budget in model.Problem.Budgets)
            elastic.Add(budget);
        foreach (var capacity in model.Problem.Capacities)
            elastic.Add(capacity);
        foreach (var frame in model.Problem.Frames)
            elastic.Add(frame);
        foreach (var rule in model.RuleBook.Rules)
            if (!rule.IsDefinition && elastic._limits.TrueForAll(limit => limit.Rule != rule.Name) && elastic.CanBeGivenUp(rule.Name))
                elastic.GiveUp(rule.Name);
        return elastic._limits;
    }

    private bool CanBeGivenUp(string rule) =>
        rule.StartsWith("mandatory/", StringComparison.Ordinal) || _problem.Relations.Any(r => $"{r.Type}/{r.Id}" == rule);

    private void Add(Budget budget)
    {
        var rule = $"budget/{budget.Id}";
        var price = PricePerUnit(rule, budget.PerYear.Average(), [.. Enumerable.Range(0, budget.PerYear.Count).Select(y => _row[$"{rule}/{y}"])]);
        for (var y = 0; y < budget.PerYear.Count; y++)
        {
            var last = budget.CarryOver ? budget.PerYear.Count - 1 : y;
            var rows = Enumerable.Range(y, last - y + 1).Select(k => (_row[$"{rule}/{k}"], 1.0));
            _limits.Add(new(rule, LimitSide.Max, y, budget.PerYear[y], new Slack(price, double.PositiveInfinity, false, [.. rows])));
        }
    }

    private void Add(Capacity capacity)
    {
        var rule = $"capacity/{capacity.Id}";
        if (capacity.Reserve >= 1)
            return;
        var all = Enumerable.Range(0, _problem.Horizon.Periods).ToArray();
        var price = PricePerUnit(rule, capacity.PerPeriod.Average(), [.. all.Select(t => _row[$"{rule}/{t}"])]);
        foreach (var year in all.GroupBy(_problem.Horizon.YearOf))
            _limits.Add(new(
                rule, LimitSide.Max, year.Key, year.Average(t => capacity.PerPeriod[t]),
                new Slack(price, double.PositiveInfinity, false, [.. year.Select(t => (_row[$"{rule}/{t}"], 1 - capacity.Reserve))])));
    }

    private void Add(Frame frame)
    {
        var rule = $"frame/{frame.Id}";
        var rows = Enumerable.Range(0, _model.Rows.Count)
            .Where(r => _model.RuleBook.Rules[_model.Rows.Rule[r]].Name == rule).ToArray();
        switch (frame)
        {
            case GoalFloor f:
                Limit(rule, LimitSide.Min, f.Min, rows, false);
                break;
            case SpendFrame f:
                Both(rule, f.Min, f.Max, false);
                break;
            case CountFrame f:
                Both(rule, f.Min, f.Max, true);
                break;
            case SpendShareFrame f:
                Shares(rule, f);
                break;
            case ConcurrentFrame f:
                Limit(rule, LimitSide.Max, f.Max, rows, true);
                break;
            case StartsFrame f:
                Limit(rule, LimitSide.Max, f.Max, rows, true);
                break;
            case EffortFrame f:
                Limit(rule, LimitSide.Max, f.Max, rows, false);
                break;
            case RiskFrame f:
                Limit(rule, LimitSide.Max, f.Max, rows, false);
                break;
            default:
                throw new ArgumentException($"Frame {frame.Id}: nobody says how type {frame.Type} gives way.", nameof(frame));
        }
    }

    private void Both(string rule, double? min, double? max, bool isWhole)
    {
        if (max is { } most)
            Limit(rule, LimitSide.Max, most, [_row[$"{rule}/max"]], isWhole);
        if (min is { } least)
            Limit(rule, LimitSide.Min, least, [_row[$"{rule}/min"]], isWhole);
    }

    private void Limit(string rule, LimitSide side, double old, int[] rows, bool isWhole) => _limits.Add(new(
        rule, side, null, old,
        new Slack(PricePerUnit(rule, Math.Abs(old), rows), double.PositiveInfinity, isWhole, [.. rows.Select(r => (r, 1.0))])));

    /// <summary>A share gives way to whole percentages, and beyond ten of them to multiples of five: to raise it by any amount would be a
    /// product of two unknowns.</summary>
    private void Shares(string rule, SpendShareFrame frame)
    {
        var options = _model.Options;
        double[] whole = [.. Enumerable.Range(0, options.Count).Select(Rules.CountedSpend.Of(options, frame.Budgets, frame.Years).By)];
        void Side(LimitSide side, double old)
        {
            var row = _row[$"{rule}/{(side == LimitSide.Max ? "max" : "min")}"];
            var steps = Enumerable.Range(0, 101).Where(p => p % 5 == 0 || Math.Abs(p - (100 * old)) < 10).Select(p => side == LimitSide.Max ? (p / 100.0) - old : old - (p / 100.0))
                .Where(step => step > 1e-9).Order();
            double[] all = [.. steps];
            if (all.Length > 0)
                _limits.Add(new(rule, side, null, old, new Slack(PricePerUnit(rule, Math.Abs(old), []), all[^1], false, [])
                {
                    Shares = new ShareSteps(row, all, whole),
                }));
        }

        if (frame.Max is { } max)
            Side(LimitSide.Max, max);
        if (frame.Min is { } min)
            Side(LimitSide.Min, min);
    }

    private void GiveUp(string rule)
    {
        var price = Positive(_problem.Analysis.RelaxationPrices.TryGetValue(rule, out var own) ? own : RepairSettings.GiveUpPrice);
        var rows = Enumerable.Range(0, _model.Rows.Count).Where(r => _model.RuleBook.Rules[_model.Rows.Rule[r]].Name == rule)
            .Select(r => (r, Math.Max(0.0, ElasticSearch.Most(_model, r) - _model.Rows.Limits[r])));
        _limits.Add(new(rule, LimitSide.Whole, null, null, new Slack(price, 1.0, true, [.. rows])));
    }

    /// <summary>Where a limit is 0, a percentage of it says nothing: the most that one option asks stands in its place.</summary>
    private double PricePerUnit(string rule, double size, int[] rows)
    {
        if (_problem.Analysis.RelaxationPrices.TryGetValue(rule, out var own))
            return Positive(own);
        if (size <= 1e-9)
            foreach (var r in rows)
                foreach (var amount in _model.Rows.Entries.Amounts(r))
                    size = Math.Max(size, Math.Abs(amount));
        return RepairSettings.PricePerSize / (size <= 1e-9 ? 1.0 : size);
    }

    // What is free still gives way no more than it must
    private static double Positive(double price) => Math.Max(price, 1e-6);
}
