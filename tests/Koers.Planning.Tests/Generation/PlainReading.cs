using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

/// <summary>
/// A second reading of the contract, written from its text and sharing nothing with the engine's rules: which rules a plan breaks and
/// what it is worth. Slow and plain.
/// </summary>
internal sealed partial class PlainReading(Problem problem)
{
    private const double Slack = 1e-6;

    public IReadOnlyList<IReadOnlyList<PlainOption>> Options { get; } = [.. problem.Initiatives.Select(i => PlainOption.Of(problem, i))];

    public double Value(IReadOnlyList<PlainOption> plan)
    {
        var value = 0.0;
        foreach (var goal in problem.Goals)
            value += goal.Weight * Math.Min(goal.Cap ?? double.PositiveInfinity, Score(plan, goal.Id));
        foreach (var synergy in problem.Relations.OfType<Synergy>())
            if (synergy.Initiatives.All(i => Chosen(plan, i) is not null))
                value += synergy.Value;
        return value - Penalty(plan);
    }

    /// <summary>The names, as in conflicts, of everything that a plan breaks.</summary>
    /// <param name="plan">At most one option per initiative.</param>
    /// <param name="inForce">Which rules there are; null = all. Without a capacity nobody need be hired for it.</param>
    public IReadOnlyList<string> Broken(IReadOnlyList<PlainOption> plan, Func<string, bool>? inForce = null)
    {
        inForce ??= _ => true;
        var broken = new List<string>();
        void Ask(string rule, Func<bool> keeps)
        {
            if (inForce(rule) && !keeps())
                broken.Add(rule);
        }

        foreach (var budget in problem.Budgets)
            Ask($"budget/{budget.Id}", () => KeepsBudget(plan, budget, inForce));
        foreach (var capacity in problem.Capacities)
            Ask($"capacity/{capacity.Id}", () => Periods.All(t => AtMost(Shortage(plan, capacity, t), capacity.Hire?.MaxPerPeriod ?? 0)));
        foreach (var initiative in problem.Initiatives)
            if (initiative.Mandatory)
                Ask($"mandatory/{initiative.Id}", () => Chosen(plan, initiative.Id) is not null);
        foreach (var relation in problem.Relations)
            Ask($"{relation.Type}/{relation.Id}", () => Keeps(plan, relation));
        foreach (var frame in problem.Frames)
            Ask($"frame/{frame.Id}", () => Keeps(plan, frame));
        broken.Sort(StringComparer.Ordinal);
        return broken;
    }

    /// <summary>The names of everything that can be broken.</summary>
    public IReadOnlyList<string> Rules()
    {
        var all = new List<string>();
        Broken([], rule =>
        {
            all.Add(rule);
            return false;
        });
        return all;
    }

    private IEnumerable<int> Periods => Enumerable.Range(0, problem.Horizon.Periods);

    private static bool AtMost(double found, double limit) => found <= limit + (Slack * Math.Max(1, Math.Abs(limit)));

    private static PlainOption? Chosen(IReadOnlyList<PlainOption> plan, InitiativeId id) => plan.FirstOrDefault(o => o.Initiative.Id == id);

    private static double Score(IReadOnlyList<PlainOption> plan, GoalId goal) => plan.Sum(o => o.Score.GetValueOrDefault(goal));

    private static double Shortage(IReadOnlyList<PlainOption> plan, Capacity capacity, int t) =>
        Math.Max(0, plan.Sum(o => o.People[capacity.Id][t]) - (capacity.PerPeriod[t] * (1 - capacity.Reserve)));

    private bool KeepsBudget(IReadOnlyList<PlainOption> plan, Budget budget, Func<string, bool> inForce)
    {
        var left = 0.0;
        for (var y = 0; y < budget.PerYear.Count; y++)
        {
            left = (budget.CarryOver ? left : 0) + budget.PerYear[y];
            foreach (var t in Periods.Where(t => t / problem.Horizon.PeriodsPerYear == y))
            {
                left -= plan.Sum(o => o.Money[budget.Id][t]);
                foreach (var capacity in problem.Capacities)
                    if (capacity.Hire is { } hire && hire.Budget == budget.Id && inForce($"capacity/{capacity.Id}"))
                        left -= hire.Price * Shortage(plan, capacity, t);
            }
            if (left < -Slack)
                return false;
        }
        return true;
    }

    private double Penalty(IReadOnlyList<PlainOption> plan)
    {
        if (problem.Reference is not { } reference)
            return 0;
        var penalty = 0.0;
        foreach (var held in reference.Plan)
            penalty += Chosen(plan, held.Initiative) switch
            {
                null => reference.DropPenalty,
                var now => (reference.ShiftPenalty * Math.Abs(now.Start - held.Start))
                    + (now.Variant.Id == held.Variant ? 0 : reference.VariantPenalty),
            };
        return penalty + (reference.AddPenalty * plan.Count(o => reference.Plan.All(h => h.Initiative != o.Initiative.Id)));
    }
}
