using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Xunit;

namespace Koers.Planning.Tests.Generation;

public class PlannerAgainstBruteForceTests
{
    private const int PerTest = 30;

    /// <summary>300 problems by one thread, 90 others by two.</summary>
    public static TheoryData<int, int> SeedsAndThreads { get; } =
        [.. Enumerable.Range(0, 13).Select(n => (n * PerTest, n < 10 ? 1 : 2))];

    [Theory]
    [MemberData(nameof(SeedsAndThreads))]
    public void The_planner_finds_what_trying_everything_finds(int firstSeed, int threads)
    {
        var toTheEnd = new PlannerOptions { Gap = 0, TimeLimit = TimeSpan.FromSeconds(20), Threads = threads };
        for (var seed = firstSeed; seed < firstSeed + PerTest; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var best = new BruteForce(problem).Best();
            var plan = Planner.Plan(problem, toTheEnd, cancellationToken: TestContext.Current.CancellationToken);
            if (best is not { } expected)
            {
                AssertConflict(seed, problem, plan);
                continue;
            }
            var found = $"seed {seed}: best is {expected.Value:R} with {RandomPlan.Text(expected.Plan)}; planned {plan.Value:R} " +
                $"({plan.Status}, bound {plan.Bound:R}) with {RandomPlan.Text(plan.Selected)}";
            var slack = 1e-6 * Math.Max(1, Math.Abs(expected.Value));
            Assert.True(plan.Status == PlanStatus.Optimal && Math.Abs(expected.Value - plan.Value!.Value) <= slack, found);
            Assert.True(plan.Bound >= expected.Value - slack && plan.Bound <= expected.Value + (10 * slack), found);
            var report = Evaluator.Check(problem, plan);
            Assert.True(report.Holds, $"{found}: {string.Join(" ", report.Faults)} {string.Join(" ", report.Violations)}");
            Assert.NotNull(plan.Certificate);
            Assert.True(plan.Certificate.Bound >= expected.Value - slack, $"{found}: certified {plan.Certificate.Bound:R}");
            Assert.Empty(plan.Conflict);
        }
    }

    private static void AssertConflict(int seed, Problems.Problem problem, Plan plan)
    {
        Assert.True(
            plan.Status == PlanStatus.Infeasible,
            $"seed {seed}: no plan exists, yet {plan.Status} {RandomPlan.Text(plan.Selected)}");
        Assert.Null(plan.Value);
        Assert.Null(plan.Bound);
        Assert.Null(plan.Gap);
        Assert.Null(plan.Certificate);
        Assert.Empty(plan.Selected);
        Assert.Subset(new PlainReading(problem).Rules().ToHashSet(), plan.Conflict.ToHashSet());
        Assert.True(
            new BruteForce(problem).IsIrreducibleConflict(plan.Conflict),
            $"seed {seed}: {string.Join(", ", plan.Conflict)} is not an irreducible conflict");
    }
}
