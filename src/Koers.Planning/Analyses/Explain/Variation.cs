using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Nearly the same problem: with one initiative forced, left out, or with one of its figures changed.</summary>
internal static class Variation
{
    /// <summary>Every plan holds it.</summary>
    public static Problem Forced(Problem problem, InitiativeId id) => Changed(problem, id, i => i with { Mandatory = true });

    /// <summary>No plan holds it, and no law asks for it. It keeps its place, so that relations that name it keep their meaning.</summary>
    public static Problem LeftOut(Problem problem, InitiativeId id) =>
        Changed(problem, id, i => i with { Mandatory = false, Variants = [] });

    public static Problem Spending(Problem problem, InitiativeId id, double factor) => EachVariant(problem, id, v => v with
    {
        Spend = v.Spend.ToDictionary(p => p.Key, p => Scaled(p.Value, factor)),
        SpendAfter = v.SpendAfter.ToDictionary(p => p.Key, p => p.Value * factor),
    });

    public static Problem Contributing(Problem problem, InitiativeId id, double factor) => EachVariant(problem, id, v => v with
    {
        Contribution = v.Contribution.ToDictionary(p => p.Key, p => p.Value * factor),
    });

    /// <param name="problem">The problem.</param>
    /// <param name="id">The initiative.</param>
    /// <param name="capacity">Of which capacity; null = of all.</param>
    /// <param name="factor">Factor on what it asks.</param>
    public static Problem Asking(Problem problem, InitiativeId id, CapacityId? capacity, double factor) =>
        EachVariant(problem, id, v => v with
        {
            Effort = v.Effort.ToDictionary(
                p => p.Key, p => capacity is null || p.Key == capacity ? Scaled(p.Value, factor) : p.Value),
        });

    /// <summary>It may start so many periods before and after its windows, within the horizon. What already runs keeps its start.</summary>
    public static Problem Starting(Problem problem, InitiativeId id, int periods) => EachVariant(problem, id, v => v.EarliestStart < 0 ? v : v with
    {
        EarliestStart = Math.Max(0, v.EarliestStart - periods),
        LatestStart = Math.Min(problem.Horizon.Periods - v.Duration, v.LatestStart + periods),
    });

    /// <summary>The most periods by which <see cref="Starting"/> can still widen a window; 0 where it may start always.</summary>
    public static int Room(Problem problem, Initiative initiative) => initiative.Variants.Where(v => v.EarliestStart >= 0)
        .Select(v => Math.Max(v.EarliestStart, problem.Horizon.Periods - v.Duration - v.LatestStart)).Append(0).Max();

    /// <param name="problem">The problem.</param>
    /// <param name="budget">Which budget grows.</param>
    /// <param name="more">Money per year.</param>
    public static Problem MoreMoney(Problem problem, BudgetId budget, IReadOnlyList<double> more) => problem with
    {
        Budgets = [.. problem.Budgets.Select(b => b.Id != budget ? b : b with { PerYear = [.. b.PerYear.Zip(more, (had, extra) => had + extra)] })],
    };

    /// <param name="problem">The problem.</param>
    /// <param name="capacity">Which capacity grows; its reserve is less than 1.</param>
    /// <param name="more">Units per period that can be planned, the share kept free not counted.</param>
    public static Problem MorePeople(Problem problem, CapacityId capacity, IReadOnlyList<double> more) => problem with
    {
        Capacities = [.. problem.Capacities.Select(c => c.Id != capacity ? c : c with
        {
            PerPeriod = [.. c.PerPeriod.Zip(more, (had, extra) => had + (extra / (1 - c.Reserve)))],
        })],
    };

    private static Problem EachVariant(Problem problem, InitiativeId id, Func<Variant, Variant> change) =>
        Changed(problem, id, i => i with { Variants = [.. i.Variants.Select(change)] });

    private static Problem Changed(Problem problem, InitiativeId id, Func<Initiative, Initiative> change) =>
        problem with { Initiatives = [.. problem.Initiatives.Select(i => i.Id == id ? change(i) : i)] };

    private static IReadOnlyList<double> Scaled(IReadOnlyList<double> amounts, double factor) => [.. amounts.Select(amount => amount * factor)];
}
