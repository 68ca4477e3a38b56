using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Makes the answer from what the runs gave.</summary>
internal sealed class RiskSummary(RiskModel model, PlannedUse planned, PlanFigures figures, RiskTally tally, RiskRecords records)
{
    /// <summary>Fewer runs than this say nothing of what one run in twenty does.</summary>
    private const int LeastKept = 20;

    private const int Steps = 10;

    private static readonly double[] BufferShares = [0.8, 0.95];
    private static readonly double[] ValueShares = [0.05, 0.2, 0.5, 0.8, 0.95];

    private readonly RiskMeans _means = model.Means;
    private readonly int _runs = (int)tally.Whole[0];
    private readonly int _kept = (int)Math.Min(tally.Whole[0], records.Kept);

    public RiskResult Result(int asked, int seed, RiskAssumptions assumptions)
    {
        var initiatives = Initiatives();
        var hiring = Enumerable.Range(0, _means.Budgets).Sum(HiringDriver);
        return new RiskResult(
            _runs, asked, _kept, seed, assumptions, Sampling.Chance(tally.Whole[1], _runs), Value(),
            [.. figures.Budgets.Select(Budget)], [.. figures.Capacities.Select(Capacity)], initiatives,
            Drivers(initiatives, i => i.Money.Values.Sum(), hiring), Drivers(initiatives, i => i.People.Values.Sum(), 0));
    }

    private BudgetRisk Budget(BudgetFigures budget, int b) => new(
        budget.Budget,
        [.. Enumerable.Range(0, _means.Years)
            .Select(y => Slice(y, (b * _means.Years) + y, budget.Spent[y], budget.Available[y]))],
        Excess(_means.Slices + b), tally.Postponed[b] / _runs);

    private CapacityRisk Capacity(CapacityFigures capacity, int c) => new(
        capacity.Capacity,
        [.. Enumerable.Range(0, _means.Periods)
            .Select(t => Slice(
                t, (_means.Budgets * _means.Years) + (c * _means.Periods) + t, capacity.Used[t], capacity.Available[t] + _means.MostHired[c]))],
        Excess(_means.Slices + _means.Budgets + c));

    private SliceRisk Slice(int index, int slice, double plan, double available) =>
        new(index, plan, available, tally.Use[slice] / _runs, Excess(slice));

    private Excess Excess(int measure)
    {
        var (sum, squares) = (tally.Excess[measure], tally.ExcessSquared[measure]);
        return new Excess(
            Sampling.Chance(tally.Exceeded[measure], _runs), sum / _runs, Sampling.Error(sum, squares, _runs), Buffers(measure));
    }

    private Need[] Buffers(int measure)
    {
        if (_kept < LeastKept)
            return [];
        if (tally.Exceeded[measure] == 0)
            return [.. BufferShares.Select(share => Sampling.Quantile(share, _kept, _ => 0.0))];
        // Most excesses are zero: only the others need sorting
        var over = records.Excess.AsSpan(measure * records.Kept, _kept).ToArray().Where(x => x > 0).ToArray();
        Array.Sort(over);
        var none = _kept - over.Length;
        return [.. BufferShares.Select(share => Sampling.Quantile(share, _kept, rank => rank <= none ? 0.0 : over[rank - none - 1]))];
    }

    private ValueRisk Value()
    {
        // Synergies and penalties are of the choice, not of how it turns out
        var constant = figures.SynergyValue - figures.Penalty;
        var values = records.Value.AsSpan(0, _runs).ToArray();
        Array.Sort(values);
        var (least, most) = (values[0] + constant, values[^1] + constant);
        var mean = values.Sum() / _runs;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        var steps = new int[most > least ? Steps : 1];
        foreach (var value in values)
            steps[most > least ? Math.Min(Steps - 1, (int)((value + constant - least) / (most - least) * Steps)) : 0]++;
        return new ValueRisk(
            figures.Value, mean + constant, Sampling.Error(0, squares, _runs), _runs < 2 ? null : Math.Sqrt(squares / (_runs - 1)),
            [.. ValueShares.Select(share => Sampling.Quantile(share, _runs, rank => values[rank - 1] + constant))], steps, least, most);
    }

    private List<InitiativeRisk> Initiatives() =>
    [
        .. Enumerable.Range(0, model.Count).OrderBy(n => model.Initiative[n]).Select(n => new InitiativeRisk(
            model.Problem.Initiatives[model.Initiative[n]], model.Choices[n], model.Finish[n],
            Sampling.Chance(tally.Late[n], _runs), Sampling.Chance(tally.StartsLate[n], _runs), (double)tally.Delay[n] / _runs,
            tally.Late[n] > 0 ? (double)tally.LateFinish[n] / tally.Late[n] : null, Money(n), People(n))),
    ];

    // What was used in the slices that made up the excess, less what the plan would have used there
    private Dictionary<BudgetId, double> Money(int n)
    {
        var by = new Dictionary<BudgetId, double>();
        for (var e = model.Spend.First[n]; e < model.Spend.First[n + 1]; e++)
        {
            var b = model.Spend.Of[e];
            var adds = tally.MoneyDriver[e];
            for (var y = 0; y < _means.Years; y++)
                adds -= tally.Weighted[(b * _means.Years) + y] * planned.Money[(e * _means.Years) + y];
            by[model.Problem.Budgets[b].Id] = adds / _runs;
        }

        return by;
    }

    private Dictionary<CapacityId, double> People(int n)
    {
        var by = new Dictionary<CapacityId, double>();
        for (var e = model.People.First[n]; e < model.People.First[n + 1]; e++)
        {
            var c = model.People.Of[e];
            var first = (_means.Budgets * _means.Years) + (c * _means.Periods);
            var adds = tally.PeopleDriver[e];
            for (var t = 0; t < _means.Periods; t++)
                adds -= tally.Weighted[first + t] * planned.People[(e * _means.Periods) + t];
            by[model.Problem.Capacities[c].Id] = adds / _runs;
        }

        return by;
    }

    private double HiringDriver(int b)
    {
        var adds = 0.0;
        for (var y = 0; y < _means.Years; y++)
        {
            var slice = (b * _means.Years) + y;
            adds += tally.HiringDriver[slice] - (tally.Weighted[slice] * figures.Budgets[b].Hiring[y]);
        }

        return adds / _runs;
    }

    private static Driver[] Drivers(List<InitiativeRisk> initiatives, Func<InitiativeRisk, double> amountOf, double hiring)
    {
        var causes = initiatives.Select(i => (Initiative: (Initiative?)i.Initiative, Amount: amountOf(i)))
            .Append((Initiative: null, Amount: hiring)).Where(c => Math.Abs(c.Amount) > 1e-9).OrderByDescending(c => c.Amount).ToArray();
        var all = causes.Sum(c => c.Amount);
        return all > 0 ? [.. causes.Select(c => new Driver(c.Initiative, c.Amount, c.Amount / all))] : [];
    }
}
