using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;

namespace Koers.Planning.Tests.Analyses.Repair;

/// <summary>Tries every selection and works out plainly what it would cost to let it be. For problems without hiring.</summary>
internal sealed class CheapestByBruteForce(Problem problem)
{
    private readonly PlainReading _reading = new(problem);

    /// <summary>The least price of giving up, and the least price in all; the first counts first unless giving up is free to choose.</summary>
    public double Least(bool mayGiveUp)
    {
        var prices = new BruteForce(problem).Every().Select(Price).ToList();
        return mayGiveUp ? prices.Min(p => p.GivenUp + p.Limits)
            : prices.OrderBy(p => p.GivenUp).ThenBy(p => p.Limits).First() is var best ? best.GivenUp + best.Limits : 0;
    }

    private (double GivenUp, double Limits) Price(IReadOnlyList<PlainOption> plan)
    {
        var broken = _reading.Broken(plan);
        var givenUp = broken.Count(rule => !rule.StartsWith("budget/", StringComparison.Ordinal)
            && !rule.StartsWith("capacity/", StringComparison.Ordinal) && !rule.StartsWith("frame/", StringComparison.Ordinal));
        var limits = problem.Budgets.Sum(b => Budget(plan, b)) + problem.Capacities.Sum(c => Capacity(plan, c))
            + problem.Frames.Sum(f => Frame(plan, f));
        return (100.0 * givenUp, limits);
    }

    private double Budget(IReadOnlyList<PlainOption> plan, Budget budget)
    {
        var (lacking, sum, size) = (new List<double>(), 0.0, budget.PerYear.Average());
        for (var y = 0; y < budget.PerYear.Count; y++)
        {
            var over = Years(y).Sum(t => plan.Sum(o => o.Money[budget.Id][t])) - budget.PerYear[y];
            sum = budget.CarryOver ? sum + over : over;
            lacking.Add(Math.Max(0, sum));
        }
        var price = 100 / Size(size, Options().SelectMany(o => budget.PerYear.Select((_, y) => budget.CarryOver
            ? Enumerable.Range(0, y + 1).SelectMany(Years).Sum(t => o.Money[budget.Id][t])
            : Years(y).Sum(t => o.Money[budget.Id][t]))));
        return price * (budget.CarryOver ? lacking.Max() : lacking.Sum());
    }

    private double Capacity(IReadOnlyList<PlainOption> plan, Capacity capacity)
    {
        var price = 100 / Size(capacity.PerPeriod.Average(), Options().SelectMany(o => o.People[capacity.Id]));
        return price * Enumerable.Range(0, problem.Horizon.Years).Sum(y => Years(y).Max(t =>
            Math.Max(0, (plan.Sum(o => o.People[capacity.Id][t]) / (1 - capacity.Reserve)) - capacity.PerPeriod[t])));
    }

    private double Frame(IReadOnlyList<PlainOption> plan, Frame frame)
    {
        IReadOnlyList<PlainOption> Inside(SelectingFrame f) => [.. plan.Where(o => f.Where.Matches(o.Initiative))];
        IEnumerable<PlainOption> All(SelectingFrame f) => Options().Where(o => f.Where.Matches(o.Initiative));
        var periods = Enumerable.Range(0, problem.Horizon.Periods).ToArray();
        return frame switch
        {
            GoalFloor f => Over(f.Min - plan.Sum(o => o.Score.GetValueOrDefault(f.Goal)), f.Min, Options().Select(o => o.Score.GetValueOrDefault(f.Goal))),
            SpendFrame f => Over(Inside(f).Sum(o => Counted(o, f.Budgets, f.Years)) - (f.Max ?? double.PositiveInfinity), f.Max ?? 0, All(f).Select(o => Counted(o, f.Budgets, f.Years)))
                + Over((f.Min ?? double.NegativeInfinity) - Inside(f).Sum(o => Counted(o, f.Budgets, f.Years)), f.Min ?? 0, All(f).Select(o => Counted(o, f.Budgets, f.Years))),
            CountFrame f => Over(Inside(f).Count - (f.Max ?? double.PositiveInfinity), f.Max ?? 0, [1.0], true)
                + Over((f.Min ?? double.NegativeInfinity) - Inside(f).Count, f.Min ?? 0, [1.0], true),
            ConcurrentFrame f => Over(periods.Max(t => Inside(f).Count(o => o.Runs(t))) - f.Max, f.Max, [1.0], true),
            StartsFrame f => Over(periods.Max(t => Inside(f).Count(o => o.Start == t)) - f.Max, f.Max, [1.0], true),
            EffortFrame f => Over(periods.Max(t => Inside(f).Sum(o => o.People[f.Capacity][t])) - f.Max, f.Max, All(f).SelectMany(o => o.People[f.Capacity])),
            RiskFrame f => Over(Inside(f).Sum(o => o.AtRisk) - f.Max, f.Max, All(f).Select(o => o.AtRisk)),
            _ => throw new ArgumentOutOfRangeException(nameof(frame), frame.Type, "a frame without shares"),
        };
    }

    private static double Over(double lacking, double limit, IEnumerable<double> asked, bool isWhole = false) =>
        lacking <= 1e-6 ? 0 : (isWhole ? Math.Ceiling(lacking - 1e-6) : lacking) * 100 / Size(Math.Abs(limit), asked);

    private static double Size(double limit, IEnumerable<double> asked)
    {
        if (limit > 1e-9)
            return limit;
        var most = asked.Select(Math.Abs).DefaultIfEmpty().Max();
        return most > 1e-9 ? most : 1;
    }

    private double Counted(PlainOption option, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years) =>
        option.Money.Where(m => budgets?.Contains(m.Key) != false)
            .Sum(m => m.Value.Where((_, t) => years?.Contains(t / problem.Horizon.PeriodsPerYear) != false).Sum());

    private IEnumerable<PlainOption> Options() => _reading.Options.SelectMany(options => options);

    private IEnumerable<int> Years(int year) =>
        Enumerable.Range(0, problem.Horizon.Periods).Where(t => t / problem.Horizon.PeriodsPerYear == year);
}
