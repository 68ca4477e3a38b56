using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_plan_and_proof()
    {
        var problem = BusyTown.Make(6, mandatory: 3);
        var plan = AssertSame(problem, new() { Deterministic = true, Seed = 7, Gap = 0, TimeLimit = TimeSpan.FromSeconds(1), Threads = 2 });
        Assert.NotEmpty(plan.Selected);
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan_for_generated_problems()
    {
        for (var seed = 5000; seed < 5020; seed++)
            AssertSame(ProblemGenerator.Make(seed), new() { Deterministic = true, Seed = seed, TimeLimit = TimeSpan.FromSeconds(5) });
    }

    private static Plan AssertSame(Problem problem, PlannerOptions options)
    {
        var first = Planner.Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        var second = Planner.Plan(problem, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Selected, second.Selected);
        Assert.Equal(first.Value, second.Value); // to the last digit
        Assert.Equal(first.Bound, second.Bound);
        Assert.Equal(first.Conflict, second.Conflict);
        Assert.Equal(first.Certificate?.Bound, second.Certificate?.Bound);
        Assert.Equal(Prices(first), Prices(second));
        return first;
    }

    private static IEnumerable<KeyValuePair<string, double>>? Prices(Plan plan) =>
        plan.Certificate?.Prices.OrderBy(p => p.Key, StringComparer.Ordinal);
}
