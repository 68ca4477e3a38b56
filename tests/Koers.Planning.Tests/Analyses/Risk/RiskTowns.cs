using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;

namespace Koers.Planning.Tests.Analyses.Risk;

/// <summary>Gives towns ranges, and simulates plans of them.</summary>
internal static class RiskTowns
{
    public static ThreePoint Always(double factor) => new(factor, factor, factor);

    public static Problem Ranged(
        this Problem problem, ThreePoint? cost = null, ThreePoint? effort = null, ThreePoint? duration = null, ThreePoint? score = null,
        RangeShape? shape = null, Correlation? correlation = null) => problem with
        {
            Analysis = problem.Analysis with
            {
                Ranges = new Ranges(cost ?? ThreePoint.Exactly, effort, duration, score, shape),
                Correlation = correlation,
            },
        };

    /// <summary>One initiative has ranges of its own.</summary>
    public static Problem Except(this Problem problem, string initiative, Ranges ranges) => problem with
    {
        Analysis = problem.Analysis with
        {
            Initiatives = new Dictionary<InitiativeId, Ranges>(problem.Analysis.Initiatives) { [new(initiative)] = ranges },
        },
    };

    public static RiskResult Simulate(this Problem problem, int runs, string plan, int seed = 1, int threads = 2) =>
        problem.Simulate(runs, plan.Length == 0 ? [] : [.. plan.Split(' ').Select(Town.Chosen)], seed, threads);

    public static RiskResult Simulate(this Problem problem, int runs, IReadOnlyList<Choice> plan, int seed = 1, int threads = 2) =>
        PlanRisk.Simulate(problem, plan, new RiskSettings { Runs = runs }, Options(seed, threads), null, default);

    public static AnalysisOptions Options(int seed = 1, int threads = 2) =>
        new() { Seed = seed, Deterministic = true, Pool = new Planning.Pools.LocalPool(threads) };

    /// <summary>Everything that an answer says, in one text: two answers are the same when their texts are.</summary>
    public static string Text(RiskResult result) => System.Text.Json.JsonSerializer.Serialize(new
    {
        result.Runs,
        result.NothingExceeded,
        result.Value,
        Budgets = result.Budgets.Select(b => new { b.Years, b.Total, b.Postponed }),
        Capacities = result.Capacities.Select(c => new { c.Periods, c.Total }),
        Initiatives = result.Initiatives.Select(i => new
        {
            i.Late,
            i.StartsLate,
            i.ExpectedDelay,
            i.FinishWhenLate,
            Money = i.Money.Values,
            People = i.People.Values,
        }),
        Money = result.MoneyDrivers.Select(d => new { d.Initiative?.Id.Value, d.Amount, d.Share }),
        People = result.PeopleDrivers.Select(d => new { d.Initiative?.Id.Value, d.Amount, d.Share }),
    });
}
