using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Generation;

public class SmallValuesTests
{
    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    [InlineData(1e-250)]
    public void A_problem_in_smaller_points_has_the_same_best_plan_proven_as_well(double size)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            if (new BruteForce(problem).Best() is not { Value: not 0 } expected)
                continue;
            var small = Smaller(problem, size);
            var plan = Planner.Plan(small, new PlannerOptions { Gap = 0, Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            var found = $"seed {seed}: best is {expected.Value * size:R}; planned {plan.Value:R}, {plan.Status}, bound {plan.Bound:R}";
            var slack = 1e-6 * size * Math.Max(1, Math.Abs(expected.Value));
            Assert.True(plan.Status == PlanStatus.Optimal && Math.Abs((expected.Value * size) - plan.Value!.Value) <= slack, found);
            Assert.True(plan.Bound >= (expected.Value * size) - slack && plan.Bound <= (expected.Value * size) + (10 * slack), found);
            Assert.True(Evaluator.Check(small, plan).Holds, found);
            Assert.True(plan.Certificate!.Bound >= (expected.Value * size) - slack, $"{found}, certified {plan.Certificate.Bound:R}");
        }
    }

    private static Problem Smaller(Problem problem, double size) => problem with
    {
        Goals = [.. problem.Goals.Select(goal => goal with { Weight = size * goal.Weight })],
        Relations = [.. problem.Relations.Select(r => r is Synergy synergy ? synergy with { Value = size * synergy.Value } : r)],
        Reference = problem.Reference is { } r
            ? r with
            {
                DropPenalty = size * r.DropPenalty,
                AddPenalty = size * r.AddPenalty,
                ShiftPenalty = size * r.ShiftPenalty,
                VariantPenalty = size * r.VariantPenalty,
            }
            : null,
    };
}
