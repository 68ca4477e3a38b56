using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

internal sealed partial class PlainReading
{
    private static bool Keeps(IReadOnlyList<PlainOption> plan, Relation relation)
    {
        var count = relation.Members.Count(i => Chosen(plan, i) is not null);
        return relation switch
        {
            DependsOn r => Chosen(plan, r.After) is not { } after
                || (Chosen(plan, r.Before) is { } before && before.Finish + r.Lag <= after.Start),
            Before r => count < 2 || Chosen(plan, r.First)!.Finish + r.Lag <= Chosen(plan, r.After)!.Start,
            Requires r => Chosen(plan, r.Initiative) is null || Chosen(plan, r.Required) is not null,
            Excludes => count <= 1,
            Together => count == 0 || count == relation.Members.Count,
            Group r => count >= (r.Min ?? 0) && count <= (r.Max ?? int.MaxValue),
            Synergy => true,
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation.Type, "a relation that the contract knows"),
        };
    }

    private bool Keeps(IReadOnlyList<PlainOption> plan, Frame frame)
    {
        var inside = frame is SelectingFrame selecting ? plan.Where(o => Matches(o.Initiative, selecting.Where)).ToList() : [];
        return frame switch
        {
            GoalFloor f => AtMost(f.Min, Score(plan, f.Goal)),
            SpendFrame f => Between(f.Min, Spent(inside, f.Budgets, f.Years), f.Max),
            SpendShareFrame f => Between(
                f.Min * Spent(plan, f.Budgets, f.Years), Spent(inside, f.Budgets, f.Years), f.Max * Spent(plan, f.Budgets, f.Years)),
            CountFrame f => Between(f.Min, inside.Count, f.Max),
            ConcurrentFrame f => Periods.All(t => inside.Count(o => o.Runs(t)) <= f.Max),
            StartsFrame f => Periods.All(t => inside.Count(o => o.Start == t) <= f.Max),
            EffortFrame f => Periods.All(t => AtMost(inside.Sum(o => o.People[f.Capacity][t]), f.Max)),
            RiskFrame f => AtMost(inside.Sum(o => o.AtRisk), f.Max),
            _ => throw new ArgumentOutOfRangeException(nameof(frame), frame.Type, "a frame that the contract knows"),
        };
    }

    private static bool Matches(Initiative initiative, Selector where) =>
        where.Labels.All(key => initiative.Labels.TryGetValue(key.Key, out var label) && key.Value.Any(v => v == label));

    private static bool Between(double? min, double found, double? max) =>
        (min is null || AtMost(min.Value, found)) && (max is null || AtMost(found, max.Value));

    private double Spent(IReadOnlyList<PlainOption> plan, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years) => (
        from o in plan
        from b in problem.Budgets
        where budgets is null || budgets.Contains(b.Id)
        from t in Periods
        where years is null || years.Contains(t / problem.Horizon.PeriodsPerYear)
        select o.Money[b.Id][t]).Sum();
}
