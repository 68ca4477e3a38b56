using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;

namespace Koers.Planning.Tests.Analyses.Risk;

/// <summary>
/// One run as the documentation says it, written a second time and plainly: work is cut into so many equal pieces that both the planned
/// and the real periods consist of whole pieces, and everything is added up period by period.
/// </summary>
internal sealed class PlainRun
{
    private readonly Problem _problem;

    /// <param name="problem">The problem.</param>
    /// <param name="plan">What is chosen, what is waited for before who waits.</param>
    /// <param name="lengths">How long each really takes from period 0 or its start on; for finished work it does not matter.</param>
    /// <param name="succeeds">Whether each comes about.</param>
    /// <param name="cost">The factor on all spend.</param>
    public PlainRun(Problem problem, IReadOnlyList<PlainOption> plan, int[] lengths, bool[] succeeds, double cost = 1)
    {
        _problem = problem;
        Money = problem.Budgets.ToDictionary(b => b.Id, _ => new double[problem.Horizon.Years]);
        People = problem.Capacities.ToDictionary(c => c.Id, _ => new double[problem.Horizon.Periods]);
        Finish = new int[plan.Count];
        var score = problem.Goals.ToDictionary(g => g.Id, _ => 0.0);
        for (var n = 0; n < plan.Count; n++)
        {
            var option = plan[n];
            var start = Math.Max(0, option.Start);
            if (option.Start >= 0)
                foreach (var (from, lag) in Waits(option.Initiative.Id))
                    for (var k = 0; k < plan.Count; k++)
                        if (plan[k].Initiative.Id == from)
                            start = Math.Max(start, Finish[k] + Math.Min(lag, option.Start - plan[k].Finish));
            var left = option.Finish - Math.Max(0, option.Start);
            Finish[n] = left > 0 ? start + lengths[n] : option.Finish;
            foreach (var (id, profile) in option.Variant.Spend)
                Spread(profile, option, start, lengths[n], 1, (t, money) => Money[id][t / problem.Horizon.PeriodsPerYear] += cost * money);
            foreach (var (id, money) in option.Variant.SpendAfter)
                for (var t = Math.Max(0, Finish[n]); t < problem.Horizon.Periods; t++)
                    Money[id][t / problem.Horizon.PeriodsPerYear] += cost * money;
            foreach (var (id, profile) in option.Variant.Effort)
                Spread(profile, option, start, lengths[n], (double)lengths[n] / Math.Max(1, left), (t, units) => People[id][t] += units);
            if (succeeds[n])
                foreach (var (id, points) in option.Variant.Contribution)
                    score[id] += points * Effect(option, start, lengths[n], Finish[n]);
        }

        Hire();
        Value = problem.Goals.Sum(g => g.Weight * Math.Min(score[g.Id], g.Cap ?? double.PositiveInfinity));
    }

    public Dictionary<BudgetId, double[]> Money { get; }

    public Dictionary<CapacityId, double[]> People { get; }

    public int[] Finish { get; }

    /// <summary>Without synergies and penalties.</summary>
    public double Value { get; }

    /// <summary>Per year by how much the rule of a budget is broken.</summary>
    public double[] Excess(Budget budget)
    {
        var (limit, spent, excess) = (0.0, 0.0, new double[_problem.Horizon.Years]);
        for (var y = 0; y < excess.Length; y++)
        {
            limit = (budget.CarryOver ? limit : 0) + budget.PerYear[y];
            spent = (budget.CarryOver ? spent : 0) + Money[budget.Id][y];
            excess[y] = spent - limit > 1e-5 ? spent - limit : 0;
        }
        return excess;
    }

    /// <summary>Per period by how much more is asked than there is and can be hired.</summary>
    public double[] Excess(Capacity capacity) => [.. People[capacity.Id].Select((asked, t) =>
        asked - Most(capacity, t) > 1e-5 ? asked - Most(capacity, t) : 0)];

    private static double Most(Capacity capacity, int t) => (capacity.PerPeriod[t] * (1 - capacity.Reserve)) + (capacity.Hire?.MaxPerPeriod ?? 0);

    private IEnumerable<(InitiativeId From, int Lag)> Waits(InitiativeId who) => _problem.Relations.SelectMany(r => r switch
    {
        DependsOn d when d.After == who => [(d.Before, d.Lag)],
        Before b when b.After == who => [(b.First, b.Lag)],
        _ => Array.Empty<(InitiativeId, int)>(),
    });

    private void Spread(IReadOnlyList<double> profile, PlainOption option, int start, int length, double times, Action<int, double> add)
    {
        var past = Math.Max(0, -option.Start);
        var left = option.Finish - Math.Max(0, option.Start);
        // Every planned period in `length` pieces; every real period takes `left` of them
        for (var piece = 0; left > 0 && piece < left * length; piece++)
        {
            var (planned, real) = (past + (piece / length), start + (piece / left));
            if (planned < profile.Count && real < _problem.Horizon.Periods)
                add(real, times * profile[planned] / length);
        }
    }

    private double Effect(PlainOption option, int start, int length, int finish)
    {
        var (felt, all) = (0.0, 0.0);
        var past = Math.Max(0, -option.Start);
        var left = option.Finish - Math.Max(0, option.Start);
        for (var t = 0; t < _problem.Horizon.Periods + _problem.Value.TailPeriods; t++)
        {
            var weight = Math.Pow(1 + _problem.Value.DiscountPerYear, -(double)t / _problem.Horizon.PeriodsPerYear);
            all += weight;
            if (t >= finish)
                felt += weight * option.Variant.Effect.ShareAt(option.Variant.Duration + t - finish);
            else if (t >= start)
                for (var piece = (t - start) * left; piece < (t - start + 1) * left; piece++)
                    felt += weight * option.Variant.Effect.ShareAt(past + (piece / length)) / left;
        }
        return _problem.Value.Normalise ? felt / all : felt;
    }

    private void Hire()
    {
        foreach (var capacity in _problem.Capacities)
            if (capacity.Hire is { } hire)
                for (var t = 0; t < _problem.Horizon.Periods; t++)
                    Money[hire.Budget][t / _problem.Horizon.PeriodsPerYear] += hire.Price * Math.Clamp(
                        People[capacity.Id][t] - (capacity.PerPeriod[t] * (1 - capacity.Reserve)), 0, hire.MaxPerPeriod);
    }
}
