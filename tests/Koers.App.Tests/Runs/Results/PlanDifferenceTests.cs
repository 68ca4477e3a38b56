using Koers.App.Planning;
using Koers.App.Runs.Results;
using Xunit;

namespace Koers.App.Tests.Runs.Results;

public class PlanDifferenceTests
{
    private static readonly Calendar From2027 = new(new DateOnly(2027, 1, 1), 8);
    private static readonly Calendar From2028 = new(new DateOnly(2028, 1, 1), 8);

    [Fact]
    public void A_plan_that_is_worth_less_than_another_can_be_at_most_is_proven_to_cost()
    {
        var was = Plan(1, From2027, value: 10, bound: 11, One("a", 0), One("b", 0));
        var worse = Plan(2, From2027, value: 8, bound: 9, One("a", 2), One("c", 0));

        var difference = PlanDifference.Between(was, worse)!;

        Assert.Equal((-2, true), (difference.Value, difference.IsProven));
        Assert.Equal(("c", "b"), (Assert.Single(difference.In).Number, Assert.Single(difference.Out).Number));
        Assert.Equal(("a", 2), (Assert.Single(difference.Moved).Becomes.Number, difference.Moved[0].Shift));
    }

    [Fact]
    public void Where_the_bounds_overlap_the_difference_is_not_proven()
    {
        var was = Plan(1, From2027, value: 10, bound: 11);
        Assert.False(PlanDifference.Between(was, Plan(2, From2027, value: 9, bound: 10.5))!.IsProven);
        Assert.False(PlanDifference.Between(was, Plan(2, From2027, value: 10, bound: 10.5))!.IsProven);
        Assert.False(PlanDifference.Between(was, Plan(2, From2027, value: 9, bound: null))!.IsProven);
        Assert.True(PlanDifference.Between(was, Plan(2, From2027, value: 12, bound: null))!.IsProven);
    }

    [Fact]
    public void Starts_are_compared_by_day_where_plans_begin_in_other_years()
    {
        // Quarter 4 of a plan from 2027 is quarter 0 of a plan from 2028
        var difference = PlanDifference.Between(Plan(1, From2027, 10, 11, One("a", 4), One("b", 4)), Plan(2, From2028, 10, 11, One("a", 0), One("b", 1)))!;

        Assert.Equal(("b", 1), (Assert.Single(difference.Moved).Becomes.Number, difference.Moved[0].Shift));
    }

    [Fact]
    public void Without_a_plan_there_is_no_difference() =>
        Assert.Null(PlanDifference.Between(Plan(1, From2027, null, null), Plan(2, From2027, 1, 1)));

    private static PlanPicture Plan(int run, Calendar calendar, double? value, double? bound, params PlannedInitiative[] chosen) =>
        new() { Run = run, Calendar = calendar, IsImpossible = false, Value = value, Bound = bound, Chosen = chosen };

    private static PlannedInitiative One(string number, int start) =>
        new(number, $"Initiatief {number}", "ruimte", "", false, "basis", ["basis"], start, start + 1, 0, 7, 0, 0);
}
