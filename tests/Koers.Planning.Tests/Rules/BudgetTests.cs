using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class BudgetTests
{
    // Two years of two periods. School spends 3 + 4 from its start, road 5 in one period.
    private static Town Town(bool saves, params double[] perYear)
    {
        var town = Towns.Town.Plans(4, perYear: 2);
        return (saves ? town.SavingBudget("geld", perYear) : town.Budget("geld", perYear))
            .Can("school", Way.Of(2).Spends("geld", 3, 4)).Can("weg", Way.Of(1).Spends("geld", 5));
    }

    [Fact]
    public void Allows_spending_what_each_year_holds() =>
        Verdict.Keeps(Town(saves: false, 7, 5), "school@0", "weg@2"); // year 0: 3 + 4 = 7; year 1: 5

    [Fact]
    public void Refuses_overspending_one_year_while_another_has_money_left() =>
        Verdict.Breaks("budget/geld", Town(saves: false, 12, 4), "weg@2"); // year 1: 5 > 4, though year 0 keeps 12

    [Fact]
    public void Counts_each_period_in_its_own_year() =>
        Verdict.Keeps(Town(saves: false, 3, 4), "school@1"); // period 1 (year 0): 3; period 2 (year 1): 4

    [Fact]
    public void Savings_of_earlier_years_pay_for_later_ones() =>
        Verdict.Keeps(Town(saves: true, 8, 4), "school@2", "weg@3"); // up to year 1: 7 + 5 = 12 = 8 + 4

    [Fact]
    public void Savings_cannot_be_spent_before_they_are_there() =>
        Verdict.Breaks("budget/geld", Town(saves: true, 6, 6), "school@0"); // year 0: 7 > 6, though two years hold 12

    [Fact]
    public void Savings_are_spent_only_once() =>
        Verdict.Breaks("budget/geld", Town(saves: true, 7, 4), "school@0", "weg@2"); // 7 + 5 = 12 > 7 + 4

    [Theory]
    [InlineData(7.0, true)] // exactly the limit
    [InlineData(7.0 - 6e-6, true)] // 7 exceeds it by 6e-6, within 1e-6 × 7
    [InlineData(7.0 - 8e-6, false)] // and by 8e-6, outside
    public void Tolerance_is_relative_to_the_limit(double limit, bool kept) => Judge(kept, Town(saves: false, limit, 0), "school@0");

    [Theory]
    [InlineData(0.99999, true)] // 1 > 0.99999 by 1e-5, within 1e-6 × 1000
    [InlineData(0.998, false)] // by 2e-3, outside
    public void Tolerance_is_relative_to_the_largest_coefficient_of_the_row(double limit, bool kept) => Judge(
        kept, Towns.Town.Plans(1).Budget("geld", limit).Can("klein", Way.Of(1).Spends("geld", 1)).Can("groot", Way.Of(1).Spends("geld", 1000)), "klein@0");

    [Theory]
    [InlineData(1.9 - 1e-6, true)] // the saving row adds both years of groot: tolerance 1e-6 × (1 + 1)
    [InlineData(1.9 - 3e-6, false)]
    public void With_carry_over_the_coefficient_is_the_sum_over_years(double first, bool kept) => Judge(
        kept,
        Towns.Town.Plans(2).SavingBudget("geld", first, 0).Can("groot", Way.Of(2).Spends("geld", 1, 1)).Can("rest", Way.Of(1).Spends("geld", 1.9)),
        "rest@1");

    [Fact]
    public void Spend_after_the_finish_runs_to_the_end_of_the_horizon()
    {
        // School is finished after period 1: 3 + 4 in year 0, then 2 in periods 2 and 3 = 4 in year 1.
        Town Town(double second) => Towns.Town.Plans(4, perYear: 2).Budget("geld", 7, second)
            .Can("school", Way.Of(2).Spends("geld", 3, 4).SpendsAfter("geld", 2));
        Verdict.Keeps(Town(4), "school@0");
        Verdict.Breaks("budget/geld", Town(3.9), "school@0");
        Verdict.Keeps(Town(7), "school@2"); // no period is left after the finish
    }

    [Fact]
    public void What_a_running_initiative_spent_before_period_0_is_ignored()
    {
        // Started at -1: the 9 fell before period 0, 1 falls in period 0, then 2 in period 1.
        Town Town(double first) => Towns.Town.Plans(2).Budget("geld", first, 2)
            .Can("loopt", Way.Of(2).Between(-1, 0).Spends("geld", 9, 1).SpendsAfter("geld", 2));
        Verdict.Keeps(Town(1), "loopt@-1");
        Verdict.Breaks("budget/geld", Town(0.9), "loopt@-1");
        Verdict.Breaks("budget/geld", Town(1), "loopt@0");
    }

    [Fact]
    public void The_last_year_may_be_cut_short() => Verdict.Breaks(
        "budget/geld", Towns.Town.Plans(3, perYear: 2).Budget("geld", 9, 1).Can("weg", Way.Of(1).Spends("geld", 2)), "weg@2");

    private static void Judge(bool kept, Town town, params string[] chosen) =>
        Assert.Equal(kept ? [] : ["budget/geld"], Verdict.Broken(town.Problem(), chosen));
}
