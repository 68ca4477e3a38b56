using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

/// <summary>One way to do one initiative, read straight from the contract: what it scores, spends and asks in each period.</summary>
internal sealed class PlainOption
{
    public PlainOption(Problem problem, Initiative initiative, Variant variant, int start)
    {
        (Initiative, Variant, Start, Finish) = (initiative, variant, start, start + variant.Duration);
        foreach (var (goal, points) in variant.Contribution)
            Score[goal] = points * variant.Success * Effect(problem, variant, start);
        foreach (var budget in problem.Budgets)
            Money[budget.Id] = [.. Enumerable.Range(0, problem.Horizon.Periods).Select(t => MoneyIn(budget.Id, t))];
        foreach (var capacity in problem.Capacities)
            People[capacity.Id] = [.. Enumerable.Range(0, problem.Horizon.Periods).Select(t => PeopleIn(capacity.Id, t))];
        AtRisk = (1 - variant.Success) * Money.Values.Sum(perPeriod => perPeriod.Sum());
    }

    public Initiative Initiative { get; }
    public Variant Variant { get; }
    public int Start { get; }
    public int Finish { get; }
    public Dictionary<GoalId, double> Score { get; } = [];
    public Dictionary<BudgetId, double[]> Money { get; } = [];
    public Dictionary<CapacityId, double[]> People { get; } = [];
    public double AtRisk { get; }

    public Choice Choice => new(Initiative.Id, Variant.Id, Start);

    public bool Runs(int period) => Start <= period && period < Finish;

    public static IReadOnlyList<PlainOption> Of(Problem problem, Initiative initiative) =>
    [
        .. from v in initiative.Variants
           from s in Enumerable.Range(v.EarliestStart, Math.Max(0, v.LatestStart - v.EarliestStart + 1))
           select new PlainOption(problem, initiative, v, s),
    ];

    private static double Effect(Problem problem, Variant variant, int start)
    {
        var (felt, all) = (0.0, 0.0);
        for (var t = 0; t < problem.Horizon.Periods + problem.Value.TailPeriods; t++)
        {
            var weight = Math.Pow(1 + problem.Value.DiscountPerYear, -(double)t / problem.Horizon.PeriodsPerYear);
            all += weight;
            if (t >= start)
                felt += weight * (t - start < variant.Effect.Profile.Count ? variant.Effect.Profile[t - start] : variant.Effect.After);
        }
        return problem.Value.Normalise ? felt / all : felt;
    }

    private double MoneyIn(BudgetId budget, int period)
    {
        var money = 0.0;
        if (Variant.Spend.TryGetValue(budget, out var profile) && period >= Start && period - Start < profile.Count)
            money += profile[period - Start];
        if (Variant.SpendAfter.TryGetValue(budget, out var after) && period >= Finish)
            money += after;
        return money;
    }

    private double PeopleIn(CapacityId capacity, int period) =>
        Variant.Effort.TryGetValue(capacity, out var profile) && period >= Start && period - Start < profile.Count ? profile[period - Start] : 0.0;
}
