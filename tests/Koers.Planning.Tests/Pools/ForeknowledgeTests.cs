using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Pools;

public class ForeknowledgeTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    [Fact]
    public void A_known_plan_is_kept_even_when_there_is_no_time_to_search()
    {
        var problem = BusyTown.Make(21);
        var earlier = Plan(problem, seconds: 2);
        var plan = Planner.Plan(problem, new() { Threads = 1 }, Foreknowledge.Of(earlier), Stopped);
        Assert.True(plan.Value >= earlier.Value - 1e-9, $"{plan.Value} is less than {earlier.Value}");
        Assert.True(Evaluator.Check(problem, plan).Holds);
    }

    [Fact]
    public void A_known_plan_that_breaks_rules_here_is_not_believed()
    {
        var problem = BusyTown.Make(22);
        var earlier = Plan(problem, seconds: 1);
        var poorer = problem with { Budgets = [.. problem.Budgets.Select(b => b with { PerYear = [.. b.PerYear.Select(m => 0.5 * m)] })] };
        foreach (var token in new[] { Stopped, TestContext.Current.CancellationToken })
        {
            var plan = Planner.Plan(poorer, new() { Threads = 1, TimeLimit = TimeSpan.FromSeconds(1) }, Foreknowledge.Of(earlier), token);
            Assert.True(Evaluator.Check(poorer, plan).Holds);
        }
    }

    [Fact]
    public void Known_prices_prove_at_once_what_they_proved()
    {
        var problem = BusyTown.Make(23);
        var earlier = Plan(problem, seconds: 2);
        var plan = Planner.Plan(problem, new() { Threads = 1, TimeLimit = TimeSpan.FromSeconds(0.3) }, Foreknowledge.Of(earlier),
            TestContext.Current.CancellationToken);
        Assert.True(plan.Bound <= earlier.Certificate!.Bound + 1e-6, $"{plan.Bound} is more than {earlier.Certificate.Bound}");
    }

    [Fact]
    public void What_was_found_on_another_problem_never_misleads()
    {
        for (var seed = 7000; seed < 7040; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var best = new BruteForce(problem).Best();
            var strange = ProblemGenerator.Make(seed + 1);
            var known = new Foreknowledge(
                [[.. RandomChoices(strange, seed)], [.. RandomChoices(problem, seed)]],
                new Dictionary<string, double> { ["budget/b1/0"] = 1.5, ["no/such/row"] = 3, ["capacity/c1/0"] = 1e9, ["score/g1"] = 40 });
            var plan = Planner.Plan(problem, new() { Gap = 0, Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) }, known,
                TestContext.Current.CancellationToken);
            if (best is null)
            {
                Assert.Equal(PlanStatus.Infeasible, plan.Status);
                continue;
            }
            Assert.Equal(PlanStatus.Optimal, plan.Status);
            Assert.Equal(best.Value.Value, plan.Value!.Value, 1e-6);
            Assert.True(plan.Bound >= best.Value.Value - 1e-6 && plan.Certificate!.Bound >= best.Value.Value - 1e-6, $"seed {seed}");
            Assert.True(Evaluator.Check(problem, plan).Holds, $"seed {seed}");
        }
    }

    [Fact]
    public void The_same_foreknowledge_and_seed_give_the_same_plan_where_that_is_asked()
    {
        var problem = BusyTown.Make(24);
        var known = Foreknowledge.Of(Plan(problem, seconds: 1));
        var changed = problem with { Goals = [.. problem.Goals.Select((g, n) => g with { Weight = n + 1 })] };
        var options = new PlannerOptions { Deterministic = true, Threads = 1, TimeLimit = TimeSpan.FromSeconds(1), Seed = 3 };
        var first = Planner.Plan(changed, options, known, TestContext.Current.CancellationToken);
        var second = Planner.Plan(changed, options, known, TestContext.Current.CancellationToken);
        Assert.Equal(first.Selected, second.Selected);
        Assert.Equal(first.Bound, second.Bound);
    }

    private static Plan Plan(Problem problem, double seconds) =>
        Planner.Plan(problem, new() { Threads = 2, TimeLimit = TimeSpan.FromSeconds(seconds) }, known: null, TestContext.Current.CancellationToken);

    private static IEnumerable<Choice> RandomChoices(Problem problem, int seed)
    {
        var random = new Random(seed);
        foreach (var initiative in problem.Initiatives)
            if (initiative.Variants.Count > 0 && random.Next(2) == 0)
            {
                var variant = initiative.Variants[random.Next(initiative.Variants.Count)];
                yield return new Choice(initiative.Id, variant.Id, variant.EarliestStart + random.Next(-1, 2));
            }
    }
}
