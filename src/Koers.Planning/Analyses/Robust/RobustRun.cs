using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One call of <see cref="Robustness"/>: scenarios → all portfolios, or planning in waves → core index, regret, information.</summary>
internal sealed class RobustRun(
    Problem problem, IReadOnlyList<Choice>? given, RobustSettings settings, AnalysisOptions options, WeightSet set, WeightSource source,
    IProgress<AnalysisProgress>? progress, CancellationToken cancelled)
{
    /// <summary>With more initiatives than this there is no enumerating, however tight the frames.</summary>
    private const int MostInitiatives = 60;

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly List<Scenario> _scenarios = Scenario.Make(problem, set, settings.Vectors, options.Seed);
    private readonly bool _hasScores = Scenario.HasRanges(problem, r => r.Score);
    private readonly bool _hasCosts = Scenario.HasRanges(problem, r => r.Cost);

    public RobustResult Run(int mostPortfolios)
    {
        var table = new PlanTable(problem, _scenarios);
        return Exactly(table, mostPortfolios) ?? BySamples(new PlanTable(problem, _scenarios));
    }

    /// <summary>Whether dominance can be decided at extreme points: costs are certain, and so is what counts of every goal but for a
    /// factor on each initiative within an interval.</summary>
    private bool CanBeExact => problem.Initiatives.Count <= MostInitiatives && !_hasCosts && set.HasAllCorners && (!_hasScores || (problem.Goals.All(g => g.Cap is null)
        && problem.Frames.All(f => f is not GoalFloor)
        && problem.Initiatives.All(i => problem.Analysis.RangesOf(i.Id) is var r && (r.Score is null || r.Shape != RangeShape.Lognormal))));

    private RobustResult? Exactly(PlanTable table, int mostPortfolios)
    {
        if (!CanBeExact || Enumeration.Of(problem, settings.MostSelections, cancelled) is not { Count: > 0 } all
            || new Dominance(problem, set.Corners).NotDominated(all, mostPortfolios, cancelled) is not { } portfolios)
            return null;
        foreach (var portfolio in portfolios)
            table.Add(portfolio);
        var regrets = new Regrets(problem, table, set, new double?[_scenarios.Count]);
        var exact = new Regrets(
            problem, table, set, [.. regrets.Best.Select((best, s) => best < 0 ? (double?)null : table.Value(best, s))]);
        var counts = new int[problem.Initiatives.Count];
        for (var p = 0; p < portfolios.Count; p++)
            foreach (var i in table.Initiatives(p))
                counts[i]++;
        var shares = exact.Shares();
        var cores = problem.Initiatives
            .Select((i, n) => new CoreIndex(i, counts[n] == portfolios.Count ? 1 : (double)counts[n] / portfolios.Count, shares[n])).ToList();
        IReadOnlyList<Choice>[] selections = [.. Enumerable.Range(0, portfolios.Count).Select(table.Selected)];
        var information = new InformationValues(problem, table, exact).All(options.Seed);
        var most = exact.MostRobust();
        return Answer(table, exact, most, Nominal(table, all), cores, information, unplanned: 0) with
        {
            Method = RobustMethod.Exact,
            Portfolios = selections,
        };
    }

    /// <summary>The best of all selections at the weights and scores of the problem itself, which may lie outside what is possible.</summary>
    private int Nominal(PlanTable table, List<int[]> all)
    {
        var measured = new PlanTable(problem, []);
        double[] weights = [.. problem.Goals.Select(g => g.Weight)];
        var best = all.MaxBy(chosen => measured.Value(measured.Add(chosen), weights))!;
        return table.Add(best);
    }

    private RobustResult BySamples(PlanTable table)
    {
        var planning = new ScenarioPlanning(problem, table, settings, options, _start, progress, cancelled);
        var first = planning.PlanAsWeighted();
        int? nominal = first.Value is null ? null : table.Add(first.Selected);
        if (first.Status == PlanStatus.Infeasible && !_hasCosts && !_hasScores)
            return Nothing(first);
        if (given is not null)
            table.Add(given);
        planning.Run(first.Certificate?.Prices ?? Foreknowledge.None.Prices);
        if (table.Plans == 0)
            return Nothing(first);
        double[] weights = [.. problem.Goals.Select(g => g.Weight)];
        if (nominal is not null) // another plan found on the way may be better there
            nominal = Enumerable.Range(0, table.Plans).Where(p => Checks(table, p)).MaxBy(p => table.Value(p, weights));
        var regrets = new Regrets(problem, table, set, planning.Bound);
        var shares = regrets.Shares();
        List<CoreIndex> cores = [.. problem.Initiatives.Select((i, n) => new CoreIndex(i, shares[n], shares[n]))];
        var information = new InformationValues(problem, table, regrets).All(options.Seed);
        return Answer(table, regrets, regrets.MostRobust(), nominal, cores, information, planning.Unplanned) with
        {
            Vectors = [.. _scenarios.Select((s, n) => Vector(table, regrets, n, planning.Bound[n]))],
        };
    }

    /// <summary>Whether a plan keeps the rules of the problem itself: those found with other costs may not.</summary>
    private bool Checks(PlanTable table, int plan) => (!_hasCosts && !_hasScores)
        || Checking.Evaluator.Check(
            problem, new Plan(PlanStatus.Feasible, table.Selected(plan), 0, null, null, [], 0, "")).Violations.Count == 0;

    private RobustResult Answer(
        PlanTable table, Regrets regrets, int? mostRobust, int? nominal, List<CoreIndex> cores,
        IReadOnlyList<InformationValue> information, int unplanned)
    {
        var asked = given is null ? (int?)null : table.Add(given);
        return Empty(PlanStatus.Feasible, []) with
        {
            Vectors = [.. _scenarios.Select((s, n) => Vector(table, regrets, n, Bound(table, regrets, n)))],
            Plans = table.Plans,
            BestPlans = regrets.BestPlans(),
            Initiatives = cores,
            MostRobust = mostRobust is { } m ? regrets.Of(m) : null,
            AsWeighted = nominal is { } w ? regrets.Of(w) : null,
            Given = asked is { } a ? new Regrets(problem, table, set, [.. regrets.Bounds]).Of(a) : null,
            Information = information,
            Unplanned = unplanned,
        };
    }

    private static double? Bound(PlanTable table, Regrets regrets, int scenario) =>
        regrets.Best[scenario] < 0 ? null : table.Value(regrets.Best[scenario], scenario);

    private WeightVector Vector(PlanTable table, Regrets regrets, int n, double? bound)
    {
        var value = regrets.Best[n] < 0 ? (double?)null : table.Value(regrets.Best[n], n);
        // A bound is proven within the tolerance of the rules; it is never said to lie under a plan that exists
        return new WeightVector(_scenarios[n].Weights, _scenarios[n].IsExtreme, value, bound is { } b && value is { } v ? Math.Max(b, v) : bound);
    }

    private RobustResult Nothing(Plan plan) => Empty(plan.Status == PlanStatus.Infeasible ? plan.Status : PlanStatus.Unknown, plan.Conflict);

    private RobustResult Empty(PlanStatus status, IReadOnlyList<string> conflict) => new(
        status, conflict, RobustMethod.Sampled, source,
        [.. problem.Goals.Select((goal, g) => new PossibleWeight(
            goal, _scenarios.Min(s => s.Weights[g]), _scenarios.Max(s => s.Weights[g])))],
        [.. set.Order.Select(g => problem.Goals[g].Id)], _hasScores, _hasCosts, [],
        set.HasAllCorners && _scenarios.Count(s => s.IsExtreme) >= set.Corners.Count, 0, [], null, null, null, null, [], _scenarios.Count,
        TimeProvider.System.GetElapsedTime(_start).TotalSeconds);
}
