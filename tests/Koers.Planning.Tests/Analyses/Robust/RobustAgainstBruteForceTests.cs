using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Robust;

/// <summary>Generated small problems, where every plan can be tried at every vector.</summary>
public sealed class RobustAgainstBruteForceTests
{
    private const double Slack = 1e-6;

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(80)]
    public void Exact_portfolios_regret_and_core_index_are_those_of_trying_every_plan(int first)
    {
        foreach (var (problem, order) in Problems(first, 40))
        {
            var plans = new BruteForce(problem).Plans().Select(plan => new Tried(problem, plan)).ToList();
            var result = Analyse(problem, new RobustSettings { Order = order, Vectors = 40 });
            if (plans.Count == 0)
            {
                Assert.Equal(PlanStatus.Infeasible, result.Status);
                continue;
            }
            Assert.Equal(RobustMethod.Exact, result.Method);
            var corners = Corners(problem, order);
            var left = plans.Where(p => !plans.Exists(other => Dominates(other, p, corners))).ToList();
            Assert.Equal(left.Select(p => p.Key).Order(StringComparer.Ordinal), result.Portfolios!.Select(Key).Order(StringComparer.Ordinal));
            foreach (var core in result.Initiatives)
                Assert.Equal((double)left.Count(p => p.Has(core.Initiative)) / left.Count, core.Index, 1e-9);
            CheckVectors(result, plans);
            // Regret is convex in the weights: the extreme vectors say it for all
            var least = plans.Min(p => corners.Max(w => plans.Max(q => q.At(w)) - p.At(w)));
            Assert.Equal(least, result.MostRobust!.WorstRegret, Slack * Math.Max(1, least));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Sampling_agrees_with_enumerating(int first)
    {
        foreach (var (problem, order) in Problems(first, 10))
        {
            var exact = Analyse(problem, new RobustSettings { Order = order, Vectors = 8 });
            var sampled = Analyse(problem, new RobustSettings { Order = order, Vectors = 8, MostSelections = 0, Gap = 0 });
            Assert.Equal(exact.Status, sampled.Status);
            if (exact.Status == PlanStatus.Infeasible)
                continue;
            Assert.Equal(RobustMethod.Sampled, sampled.Method);
            Assert.Null(sampled.Portfolios);
            Assert.Equal(0, sampled.Unplanned);
            CheckVectors(sampled, [.. new BruteForce(problem).Plans().Select(plan => new Tried(problem, plan))]);
            Assert.Equal(exact.Vectors.Select(v => Math.Round(v.Value!.Value, 5)), sampled.Vectors.Select(v => Math.Round(v.Value!.Value, 5)));
            foreach (var (all, some) in exact.Initiatives.Zip(sampled.Initiatives))
            {
                // What is in every portfolio that is not dominated is in every best plan; ties aside, what is in none is in none
                Assert.True(all.Kind != CoreKind.Core || some.Index >= 1 - Slack || HasTies(problem, sampled), all.Initiative.Id.Value);
                Assert.True(all.Kind != CoreKind.Exterior || some.Index <= Slack || HasTies(problem, sampled), all.Initiative.Id.Value);
            }
        }
    }

    [Fact]
    public void Uncertain_scores_are_valued_as_the_evaluator_values_them()
    {
        foreach (var (made, order) in Problems(100, 15))
        {
            var problem = made with { Analysis = new() { Ranges = Ranges.Certain with { Score = new(0.5, 1, 1.5) } } };
            var set = new WeightSet(problem.Goals, new(order, new Dictionary<GoalId, Interval>()));
            var scenarios = Scenario.Make(problem, set, 10, seed: 3);
            var table = new PlanTable(problem, scenarios);
            foreach (var plan in new BruteForce(problem).Plans().Take(20).ToList())
            {
                var row = table.Add(plan);
                for (var s = 0; s < scenarios.Count; s++)
                    Assert.Equal(Evaluator.Evaluate(scenarios[s].Of(problem), plan).Value, table.Value(row, s), 1e-9);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var (problem, order) = Problems(7, 1).First();
        string Answer(int seed)
        {
            var result = Robustness.Analyse(
                problem, null, new RobustSettings { Order = order, Vectors = 20, MostSelections = 0 },
                new AnalysisOptions { Deterministic = true, Seed = seed, TimeLimit = TimeSpan.FromSeconds(2) },
                cancellationToken: TestContext.Current.CancellationToken);
            return string.Join(' ', result.Vectors.Select(v => $"{v.Weights[0]:R} {v.Value:R} {v.Bound:R}"))
                + Key(result.MostRobust!.Selected) + string.Join(' ', result.Information.Select(i => $"{i.Points:R}"));
        }

        Assert.Equal(Answer(1), Answer(1));
        Assert.NotEqual(Answer(1), Answer(2));
    }

    private static void CheckVectors(RobustResult result, List<Tried> plans)
    {
        foreach (var vector in result.Vectors)
        {
            var best = plans.Max(p => p.At(vector.Weights));
            Assert.Equal(best, vector.Value!.Value, Slack * Math.Max(1, Math.Abs(best)));
            Assert.True(vector.Bound >= best - Slack);
        }
        foreach (var plan in (RobustPlan?[])[result.MostRobust, result.AsWeighted])
        {
            var own = plans.First(p => p.Key == Key(plan!.Selected));
            var worst = result.Vectors.Max(v => plans.Max(p => p.At(v.Weights)) - own.At(v.Weights));
            Assert.Equal(worst, plan!.WorstRegret, Slack * Math.Max(1, Math.Abs(worst)));
            Assert.True(plan.WorstRegretAtMost >= worst - Slack);
        }
    }

    /// <summary>Whether another plan is as good somewhere, so that which one was found is chance.</summary>
    private static bool HasTies(Problem problem, RobustResult result)
    {
        var plans = new BruteForce(problem).Plans().Select(plan => new Tried(problem, plan)).ToList();
        return result.Vectors.Any(v => plans.Count(p => p.At(v.Weights) >= v.Value - Slack) > 1);
    }

    private static bool Dominates(Tried one, Tried other, IReadOnlyList<double[]> corners) =>
        corners.All(w => one.At(w) >= other.At(w) - 1e-9) && corners.Any(w => one.At(w) > other.At(w) + 1e-9);

    /// <summary>Equal weights for the first k goals, and none for the others.</summary>
    private static List<double[]> Corners(Problem problem, IReadOnlyList<GoalId> order)
    {
        var (sum, n) = (problem.Goals.Sum(g => g.Weight), problem.Goals.Count);
        return [.. Enumerable.Range(1, n).Select(k => problem.Goals.Select(
            goal => order.ToList().IndexOf(goal.Id) < k ? sum / k : 0).ToArray())];
    }

    /// <summary>Problems with several goals of which some weigh anything, each with all its goals in some order.</summary>
    private static IEnumerable<(Problem Problem, IReadOnlyList<GoalId> Order)> Problems(int first, int count) =>
        Enumerable.Range(first, count).Select(ProblemGenerator.Make).Where(p => p.Goals.Count > 1 && p.Goals.Sum(g => g.Weight) > 0)
            .Select(p => (p, (IReadOnlyList<GoalId>)[.. p.Goals.Select(g => g.Id).Reverse()]));

    private static string Key(IReadOnlyList<Choice> plan) =>
        string.Join(' ', plan.Select(c => $"{c.Initiative}/{c.Variant}/{c.Start}").Order(StringComparer.Ordinal));

    private static RobustResult Analyse(Problem problem, RobustSettings settings) =>
        Robustness.Analyse(problem, null, settings, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A plan with the points per goal that count, by the evaluator.</summary>
    private sealed class Tried(Problem problem, IReadOnlyList<Choice> plan)
    {
        private readonly PlanFigures _figures = Evaluator.Evaluate(problem, plan);

        public string Key { get; } = RobustAgainstBruteForceTests.Key(plan);

        public bool Has(Initiative initiative) => plan.Any(c => c.Initiative == initiative.Id);

        public double At(IReadOnlyList<double> weights) =>
            _figures.Goals.Select((g, n) => weights[n] * g.Counted).Sum() + _figures.SynergyValue - _figures.Penalty;
    }
}
