using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Search;

/// <summary>
/// What a search needs of a problem, laid out for speed and shared by all searching threads: per option the rows it uses, per initiative
/// the initiatives whose order or presence it touches. Hiring, caps and synergies are not rows here: the state works them out.
/// </summary>
internal sealed class SearchTables
{
    /// <summary>Relative slack: limits are kept a tenth as far as the contract tolerates, so that rounding never decides.</summary>
    private const double Slack = 0.1 * Rule.Tolerance;

    public SearchTables(Model model, bool[] outOfReach, bool[] forced)
    {
        Model = model;
        Out = outOfReach;
        Forced = forced;
        Initiatives = model.Options.First.Length - 1;
        Limit = new double[model.Rows.Count];
        var counted = new bool[model.Rows.Count];
        for (var r = 0; r < counted.Length; r++)
        {
            var rule = model.RuleBook.Rules[model.Rows.Rule[r]];
            counted[r] = !rule.IsDefinition && rule is not (DependsOnRule or BeforeRule or MandatoryRule);
            Limit[r] = counted[r] ? model.Rows.Limits[r] + (Slack * Size(model, r)) : double.PositiveInfinity;
        }
        Use = Only(model, counted);
        Hire = HireOf(model);
        for (var r = 0; r < counted.Length; r++)
            if (Hire[r] is { } hire)
                Limit[r] += hire.Max;
        (CappedGoals, CappedScore) = CappedOf(model);
        (Synergies, SynergiesOf) = SynergiesIn(model);
        OrdersOf = OrdersIn(model.Problem, model.Options, Initiatives);
    }

    public Model Model { get; }

    /// <summary>Options that no plan can hold.</summary>
    public bool[] Out { get; }

    /// <summary>Initiatives that every plan holds.</summary>
    public bool[] Forced { get; }

    public int Initiatives { get; }

    /// <summary>Per option, its coefficients by row.</summary>
    public SparseRows Use { get; }

    /// <summary>Per row, what it may hold (hired capacity included); infinite for rows that are kept in another way.</summary>
    public double[] Limit { get; }

    /// <summary>Per row, how its capacity is hired; null where it is not.</summary>
    public RowHire?[] Hire { get; }

    public IReadOnlyList<Goal> CappedGoals { get; }

    /// <summary>Per option, points by index in <see cref="CappedGoals"/>.</summary>
    public SparseRows CappedScore { get; }

    public IReadOnlyList<Synergy> Synergies { get; }

    /// <summary>Per initiative, the synergies it is in, by index.</summary>
    public int[][] SynergiesOf { get; }

    /// <summary>Per initiative, the orders in time it is in.</summary>
    public Order[][] OrdersOf { get; }

    private static double Size(Model model, int row)
    {
        var size = Math.Max(1.0, Math.Abs(model.Rows.Limits[row]));
        foreach (var a in model.Rows.Entries.Amounts(row))
            size = Math.Max(size, Math.Abs(a));
        return size;
    }

    private static SparseRows Only(Model model, bool[] counted)
    {
        var builder = new SparseRowsBuilder(model.Rows.Count);
        for (var o = 0; o < model.Options.Count; o++)
        {
            var rows = model.ByColumn.Keys(o);
            var amounts = model.ByColumn.Amounts(o);
            for (var e = 0; e < rows.Length; e++)
                if (counted[rows[e]])
                    builder.Add(rows[e], amounts[e]);
            builder.EndRow();
        }
        return builder.Build();
    }

    private static RowHire?[] HireOf(Model model)
    {
        var problem = model.Problem;
        var hires = new RowHire?[model.Rows.Count];
        var row = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < model.Rows.Count; r++)
            row[model.Rows.Names[r]] = r;
        foreach (var capacity in problem.Capacities)
            if (capacity.Hire is { } hire)
            {
                var carryOver = problem.Budgets.First(b => b.Id == hire.Budget).CarryOver;
                for (var t = 0; t < problem.Horizon.Periods; t++)
                {
                    var year = problem.Horizon.YearOf(t);
                    hires[row[$"capacity/{capacity.Id}/{t}"]] = new RowHire(
                        capacity.Available(t), hire.MaxPerPeriod, hire.Price, row[$"budget/{hire.Budget}/{year}"],
                        row[$"budget/{hire.Budget}/{(carryOver ? problem.Horizon.Years - 1 : year)}"]);
                }
            }
        return hires;
    }

    private static (IReadOnlyList<Goal> Goals, SparseRows Score) CappedOf(Model model)
    {
        var goals = model.Problem.Goals;
        var index = new int[goals.Count];
        var capped = new List<Goal>();
        for (var g = 0; g < goals.Count; g++)
        {
            index[g] = goals[g].Cap is null ? -1 : capped.Count;
            if (index[g] >= 0)
                capped.Add(goals[g]);
        }
        var score = new SparseRowsBuilder(capped.Count);
        for (var o = 0; o < model.Options.Count; o++)
        {
            var keys = model.Options.Score.Keys(o);
            var points = model.Options.Score.Amounts(o);
            for (var e = 0; e < keys.Length; e++)
                if (index[keys[e]] >= 0)
                    score.Add(index[keys[e]], points[e]);
            score.EndRow();
        }
        return (capped, score.Build());
    }

    private static (IReadOnlyList<Synergy> Synergies, int[][] Of) SynergiesIn(Model model)
    {
        var synergies = model.Problem.Relations.OfType<Synergy>().ToList();
        var of = Enumerable.Range(0, model.Options.First.Length - 1).Select(_ => new List<int>()).ToArray();
        for (var s = 0; s < synergies.Count; s++)
            foreach (var initiative in synergies[s].Initiatives)
                of[model.Options.IndexOf(initiative)].Add(s);
        return (synergies, [.. of.Select(s => s.ToArray())]);
    }

    private static Order[][] OrdersIn(Problem problem, OptionSet options, int initiatives)
    {
        var orders = Enumerable.Range(0, initiatives).Select(_ => new List<Order>()).ToArray();
        void Add(InitiativeId before, InitiativeId after, int lag, bool needs)
        {
            var (first, second) = (options.IndexOf(before), options.IndexOf(after));
            orders[second].Add(new Order(first, IsAfter: true, needs, lag));
            orders[first].Add(new Order(second, IsAfter: false, needs, lag));
        }
        foreach (var relation in problem.Relations)
            if (relation is DependsOn d)
                Add(d.Before, d.After, d.Lag, needs: true);
            else if (relation is Before b)
                Add(b.First, b.After, b.Lag, needs: false);
        return [.. orders.Select(o => o.ToArray())];
    }
}

/// <summary>How a capacity row is hired for: above <paramref name="Available"/>, up to <paramref name="Max"/> more, each unit at
/// <paramref name="Price"/> on the budget rows <paramref name="FirstBudgetRow"/> … <paramref name="LastBudgetRow"/>.</summary>
internal sealed record RowHire(double Available, double Max, double Price, int FirstBudgetRow, int LastBudgetRow);

/// <summary>An order in time between an initiative and another.</summary>
/// <param name="Other">The other initiative.</param>
/// <param name="IsAfter">Whether this initiative is the one that comes after.</param>
/// <param name="Needs">Whether the one that comes after needs the other to be chosen.</param>
/// <param name="Lag">Periods between finish and start.</param>
internal readonly record struct Order(int Other, bool IsAfter, bool Needs, int Lag);
