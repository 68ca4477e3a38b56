using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses;

public class PlanComparisonTests
{
    private static Problem Problem => Town.Plans(periods: 4).Budget("geld", 10, 10, 10, 10)
        .Can("school", Way.Of(1)).Can("brug", Way.Of(1)).Can("park", Way.Of(1)).Can("bad", Way.Of(1)).Problem();

    [Fact]
    public void Says_what_comes_in_goes_out_and_moves_in_the_order_of_the_problem()
    {
        var comparison = Compare("school@0 brug@1 park@2", "brug@0 park@3 bad@1");
        Assert.Empty(comparison.Changes[0]);
        Assert.Equal(["school", "brug", "park", "bad"], comparison.Changes[1].Select(change => change.Initiative.Id.Value));
        Assert.Equal([true, false, false, false], comparison.Changes[1].Select(change => change.IsOut));
        Assert.Equal([false, false, false, true], comparison.Changes[1].Select(change => change.IsIn));
        // brug 1 → 0: one earlier; park 2 → 3: one later; what is not in both does not move
        Assert.Equal([0, -1, 1, 0], comparison.Changes[1].Select(change => change.Shift));
    }

    [Fact]
    public void Every_plan_is_compared_with_the_first()
    {
        var comparison = Compare("school@0", "school@0", "school@1");
        Assert.Empty(comparison.Changes[1]);
        Assert.Equal(1, Assert.Single(comparison.Changes[2]).Shift);
    }

    [Fact]
    public void Another_variant_in_the_same_period_is_a_change()
    {
        var change = new PlanChange(Problem.Initiatives[0], Town.Chosen("school/plus@1"), Town.Chosen("school@1"));
        Assert.True(change.IsOtherVariant);
        Assert.Equal(0, change.Shift);
        Assert.False(new PlanChange(Problem.Initiatives[0], null, Town.Chosen("school@1")).IsOtherVariant);
    }

    [Fact]
    public void Nothing_to_compare_and_strangers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PlanComparison.Of(Problem, []));
        var fault = Assert.Throws<ArgumentException>(() => Compare("school@0", "haven@0"));
        Assert.Contains("haven", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_changes_turn_the_first_plan_into_the_other_on_generated_problems()
    {
        for (var seed = 7000; seed < 7040; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var plans = new BruteForce(problem).Plans().Take(20).ToList();
            if (plans.Count == 0)
                continue;
            var comparison = PlanComparison.Of(problem, [.. plans.Select(plan => (IReadOnlyList<Choice>)[.. plan])]);
            for (var k = 0; k < plans.Count; k++)
            {
                var made = plans[0].ToDictionary(choice => choice.Initiative);
                foreach (var change in comparison.Changes[k])
                    if (change.After is { } after)
                        made[change.Initiative.Id] = after;
                    else
                        Assert.True(made.Remove(change.Initiative.Id));
                Assert.Equal(plans[k].ToHashSet(), made.Values.ToHashSet());
            }
        }
    }

    private static PlanComparison Compare(params string[] plans) =>
        PlanComparison.Of(Problem, [.. plans.Select(plan => (IReadOnlyList<Choice>)[.. plan.Split(' ').Select(Town.Chosen)])]);
}
