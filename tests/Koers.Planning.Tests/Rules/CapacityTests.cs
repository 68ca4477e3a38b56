using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class CapacityTests
{
    private static readonly Hire AtMostTwo = new(2, 3, new BudgetId("geld"));

    [Fact]
    public void Allows_asking_exactly_what_is_there_and_refuses_more()
    {
        // Period 1 is asked 2 (second period of school) + 1 (road) = 3.
        Town Town(double second) => Towns.Town.Plans(2).Capacity("leiders", [2, second])
            .Can("school", Way.Of(2).Asks("leiders", 1, 2)).Can("weg", Way.Of(1).Asks("leiders", 1));
        Verdict.Keeps(Town(3), "school@0", "weg@1");
        Verdict.Breaks("capacity/leiders", Town(2.9), "school@0", "weg@1");
        Verdict.Keeps(Town(2), "school@0", "weg@0"); // period 0: 1 + 1 = 2
    }

    [Fact]
    public void A_reserve_is_kept_free()
    {
        // 4 fte less 25% = 3.
        Town Town(double units) => Towns.Town.Plans(1).Capacity("leiders", [4], reserve: 0.25).Can("weg", Way.Of(1).Asks("leiders", units));
        Verdict.Keeps(Town(3), "weg@0");
        Verdict.Breaks("capacity/leiders", Town(3.1), "weg@0");
    }

    [Theory]
    [InlineData(3.0, true)]
    [InlineData(3.0 + 2e-6, true)] // within 1e-6 × 3
    [InlineData(3.0 + 5e-6, false)]
    public void Tolerance_is_relative_to_the_limit(double units, bool kept) =>
        Assert.Equal(
        kept ? [] : ["capacity/leiders"],
        Verdict.Broken(Town.Plans(1).Capacity("leiders", [3]).Can("weg", Way.Of(1).Asks("leiders", units)).Problem(), "weg@0"));

    [Theory]
    [InlineData(0.5 + 9e-6, true)] // within 1e-6 × 10, the most that any option asks in that period
    [InlineData(0.5 + 11e-6, false)]
    public void Tolerance_is_relative_to_the_largest_effort(double units, bool kept) =>
        Assert.Equal(
        kept ? [] : ["capacity/leiders"],
        Verdict.Broken(
            Town.Plans(1).Capacity("leiders", [0.5]).Can("weg", Way.Of(1).Asks("leiders", units)).Can("groot", Way.Of(1).Asks("leiders", 10)).Problem(),
            "weg@0"));

    [Fact]
    public void Effort_before_period_0_is_ignored() => Verdict.Keeps(
        Town.Plans(2).Capacity("leiders", [1, 0]).Can("loopt", Way.Of(3).Between(-2, -2).Asks("leiders", 9, 9, 1)), "loopt@-2");

    [Fact]
    public void Hiring_fills_a_shortage_up_to_its_maximum()
    {
        // 4 less 25% = 3 available, 2 to hire: 5 at most.
        Town Town(double units) => Towns.Town.Plans(1).Budget("geld", 100).Capacity("leiders", [4], 0.25, AtMostTwo)
            .Can("weg", Way.Of(1).Asks("leiders", units));
        Verdict.Keeps(Town(5), "weg@0");
        Verdict.Keeps(Town(5 + 1.9e-6), "weg@0"); // hired 2.0000019, within 1e-6 × 2
        Verdict.Breaks("capacity/leiders", Town(5 + 2.2e-6), "weg@0");
    }

    [Fact]
    public void Hired_units_cost_their_budget_in_the_year_they_work()
    {
        // Period 2 lies in year 1: 1 fte short × price 3 = 3, and 4 spent: 7.
        Town Town(double second) => Towns.Town.Plans(4, perYear: 2).Budget("geld", 0, second).Capacity("leiders", [1, 1, 1, 1], hire: AtMostTwo)
            .Can("weg", Way.Of(1).Spends("geld", 4).Asks("leiders", 2));
        Verdict.Keeps(Town(7), "weg@2");
        Verdict.Breaks("budget/geld", Town(6.9), "weg@2");
    }

    [Fact]
    public void Hiring_may_be_paid_from_savings_but_not_from_next_year()
    {
        // Two units hired at 3 = 6.
        Town Town(params double[] perYear) => Towns.Town.Plans(2).SavingBudget("geld", perYear).Capacity("leiders", [0, 0], hire: AtMostTwo)
            .Can("weg", Way.Of(1).Asks("leiders", 2));
        Verdict.Keeps(Town(4, 2), "weg@1"); // 4 saved + 2 = 6
        Verdict.Breaks("budget/geld", Town(4, 1.9), "weg@1");
        Verdict.Breaks("budget/geld", Town(2, 4), "weg@0");
    }

    [Fact]
    public void The_price_of_hiring_counts_in_the_tolerance_of_its_budget()
    {
        // 0.5 hired at price 1000 = 500 > 499.9992 by 8e-4, within 1e-6 × 1000; by 1.2e-3 it is not.
        Town Town(double money) => Towns.Town.Plans(1).Budget("geld", money)
            .Capacity("leiders", [0], hire: new(1, 1000, new("geld"))).Can("weg", Way.Of(1).Asks("leiders", 0.5));
        Verdict.Keeps(Town(499.9992), "weg@0");
        Verdict.Breaks("budget/geld", Town(499.9988), "weg@0");
    }

    [Fact]
    public void Hired_money_counts_against_the_budget_but_not_against_frames() => Verdict.Keeps(
        Town.Plans(1).Budget("geld", 6).Capacity("leiders", [0], hire: AtMostTwo).Can("weg", Way.Of(1).Asks("leiders", 2))
            .Has(new SpendFrame(new("grens"), "grens", Selector.Everything, null, null, null, 0)), "weg@0");
}
