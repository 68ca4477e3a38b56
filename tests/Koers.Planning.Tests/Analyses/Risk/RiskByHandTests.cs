using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Risk;

/// <summary>Answers that can be worked out by hand. docs/method-risk.md has the same examples.</summary>
public class RiskByHandTests
{
    private const int Runs = 40_000;

    private static Problem School(double budget) => Town.Plans(periods: 1).Budget("geld", budget)
        .Can("school", Way.Of(1).Spends("geld", 10)).Problem().Ranged(cost: new ThreePoint(0.8, 1, 1.5));

    [Fact]
    public void The_chance_that_one_triangular_cost_exceeds_its_budget_is_the_area_above_it()
    {
        // Cost 10 X, X triangular 0.8 / 1 / 1.5, budget 12: P(X > 1.2) = 0.3² / (0.7 · 0.5) = 0.25714
        // E(10 X - 12)⁺ = 10 · 0.3³ / (3 · 0.7 · 0.5) = 0.25714
        var year = School(12).Simulate(Runs, "school@0").Budgets[0].Years[0];
        Within(0.09 / 0.35, year.Excess.Chance.Probability, year.Excess.Chance.StandardError);
        Within(10 * 0.027 / 1.05, year.Excess.Expected, year.Excess.StandardError);
        // E X = (0.8 + 1 + 1.5) / 3 = 1.1
        Assert.Equal(11, year.ExpectedUse, 0.03);
        Assert.Equal((10, 12), (year.Planned, year.Available));
        // 20% of the runs cost more than 10 (1.5 - √(0.2 · 0.35)) = 12.3542, 5% more than 10 (1.5 - √(0.05 · 0.35)) = 13.6771
        Assert.Equal([0.8, 0.95], year.Excess.Buffers.Select(need => need.Share));
        Assert.Equal(0.3542, year.Excess.Buffers[0].Amount, 0.05);
        Assert.Equal(1.6771, year.Excess.Buffers[1].Amount, 0.05);
        Assert.All(year.Excess.Buffers, need => Assert.InRange(need.Amount, need.Low!.Value, need.High!.Value));
    }

    [Fact]
    public void One_in_ten_of_a_lognormal_cost_lies_above_its_high_point_and_half_above_its_likely()
    {
        Problem With(double budget) => School(budget).Ranged(cost: new ThreePoint(0, 1.2, 1.8), shape: RangeShape.Lognormal);
        var (high, likely) = (With(18).Simulate(Runs, "school@0"), With(12).Simulate(Runs, "school@0"));
        Within(0.1, high.Budgets[0].Total.Chance.Probability, high.Budgets[0].Total.Chance.StandardError);
        Within(0.5, likely.Budgets[0].Total.Chance.Probability, likely.Budgets[0].Total.Chance.StandardError);
    }

    [Theory]
    // The two always fare the same: P(2 X > 2.5) = P(X > 1.25) = 0.25² / (1 · 0.5) = 1/8
    [InlineData(1.0, 1.0 / 8)]
    // Each by itself: X = 0.5 + (U₁ + U₂) / 2, so the sum passes 2.5 where four uniforms pass 3: 1/4! = 1/24
    [InlineData(0.0, 1.0 / 24)]
    public void Two_initiatives_that_fare_alike_exceed_a_budget_more_often(double strength, double expected)
    {
        var town = Town.Plans(periods: 1).Budget("geld", 25)
            .Can("school", Way.Of(1).Spends("geld", 10)).Labelled("department", "ruimte")
            .Can("brug", Way.Of(1).Spends("geld", 10)).Labelled("department", "ruimte");
        var chance = town.Problem().Ranged(new ThreePoint(0.5, 1, 1.5), correlation: new Correlation("department", strength))
            .Simulate(Runs, "school@0 brug@0").NothingExceeded;
        Within(1 - expected, chance.Probability, chance.StandardError);
    }

    [Fact]
    public void Initiatives_of_different_departments_do_not_fare_alike()
    {
        var town = Town.Plans(periods: 1).Budget("geld", 25)
            .Can("school", Way.Of(1).Spends("geld", 10)).Labelled("department", "ruimte")
            .Can("brug", Way.Of(1).Spends("geld", 10)).Labelled("department", "verkeer");
        var chance = town.Problem().Ranged(new ThreePoint(0.5, 1, 1.5), correlation: new Correlation("department", 1))
            .Simulate(Runs, "school@0 brug@0").NothingExceeded;
        Within(23.0 / 24, chance.Probability, chance.StandardError);
    }

    [Fact]
    public void What_is_dear_also_takes_long_and_asks_more_people_where_they_share_their_luck_altogether()
    {
        // Correlation 1: cost > 1.25 (1/8 of the runs) exactly where effort > 1.25 and duration > 1.25, so that 4 periods take 5 or more
        // from 1.125 on: 1 - ... = (1.5 - 1.125)² / 0.5 = 0.28125
        var town = Town.Plans(periods: 8).Budget("geld", 99, 99, 99, 99, 99, 99, 99, 99).Capacity("team", [1.25, 9, 9, 9, 9, 9, 9, 9])
            .Can("school", Way.Of(4).Spends("geld", 10, 0, 0, 0).Asks("team", 1, 1, 1, 1)).Labelled("department", "ruimte");
        var range = new ThreePoint(0.5, 1, 1.5);
        var result = town.Problem().Ranged(range, range, range, correlation: new Correlation("department", 1)).Simulate(Runs, "school@0");
        var late = result.Initiatives[0].Late;
        Within(0.28125, late.Probability, late.StandardError);
        var team = result.Capacities[0].Periods[0].Excess.Chance;
        Within(0.125, team.Probability, team.StandardError);
    }

    [Fact]
    public void Work_that_takes_longer_stretches_its_money_keeps_its_people_and_pushes_what_waits()
    {
        // Brug takes 3 periods instead of 2: 12 + 6 becomes 8, 4 + 2 = 6 (half of a period of 12 · ⅔ and half of one of 6 · ⅔), 4.
        // People: 3, 3, and from the third of three periods on 1: 3, (3 + 1) / 2 = 2, 1. The school starts in 3 instead of 2, and its
        // upkeep of 1 begins in 4 instead of 3. In period 5 nothing changes.
        var problem = Town.Plans(periods: 6).Budget("geld", 10, 10, 10, 10, 10, 10).Capacity("team", [2, 2, 2, 2, 2, 2])
            .Can("brug", Way.Of(2).Spends("geld", 12, 6).Asks("team", 3, 1))
            .Can("school", Way.Of(1).Spends("geld", 7).Asks("team", 2).SpendsAfter("geld", 1))
            .Has(new DependsOn(new("r"), new("brug"), new("school"), 0)).Problem()
            .Ranged().Except("brug", new Ranges(null, null, Always(1.5), null, null));
        var result = problem.Simulate(10, "brug@0 school@2");
        Equal([8, 6, 4, 7, 1, 1], result.Budgets[0].Years.Select(y => y.ExpectedUse));
        Equal([12, 6, 7, 1, 1, 1], result.Budgets[0].Years.Select(y => y.Planned));
        Equal([3, 2, 1, 2, 0, 0], result.Capacities[0].Periods.Select(p => p.ExpectedUse));
        Assert.Equal([1, 1], result.Initiatives.Select(i => i.Late.Probability));
        Assert.Equal([0, 1], result.Initiatives.Select(i => i.StartsLate.Probability));
        Assert.Equal([3, 4], result.Initiatives.Select(i => i.FinishWhenLate!.Value));
        Assert.Equal([1, 1], result.Initiatives.Select(i => i.ExpectedDelay));
        // Planned were 12 of 10 in the first year; now only the team is short, by 1 in the first period
        Assert.Equal(0, result.Budgets[0].Total.Chance.Probability);
        Equal([1, 0, 0, 0, 0, 0], result.Capacities[0].Periods.Select(p => p.Excess.Expected));
    }

    [Theory]
    [InlineData(-1, 2)] // the school starts a period before the bridge is finished, planned and pushed: 3 - 1
    [InlineData(0, 3)]
    [InlineData(1, 4)]
    public void A_push_keeps_the_lag(int lag, int start)
    {
        // Brug finishes in 3 instead of 2
        var problem = Town.Plans(periods: 9).Budget("geld", 9, 9, 9, 9, 9, 9, 9, 9, 9)
            .Can("brug", Way.Of(2)).Can("school", Way.Of(1).Spends("geld", 7))
            .Has(new Before(new("r"), new("brug"), new("school"), lag)).Problem()
            .Ranged().Except("brug", new Ranges(null, null, Always(1.5), null, null));
        var result = problem.Simulate(10, $"brug@0 school@{2 + lag}");
        Assert.Equal(start, result.Budgets[0].Years.Single(y => y.ExpectedUse > 0).Index);
    }

    [Fact]
    public void What_finishes_early_draws_nobody_forward()
    {
        var problem = Town.Plans(periods: 6).Budget("geld", 9, 9, 9, 9, 9, 9).Can("brug", Way.Of(2)).Can("school", Way.Of(1).Spends("geld", 7))
            .Has(new DependsOn(new("r"), new("brug"), new("school"), 0)).Problem().Ranged(duration: Always(0.5));
        var result = problem.Simulate(10, "brug@0 school@2");
        Equal([0, 0, 7, 0, 0, 0], result.Budgets[0].Years.Select(y => y.ExpectedUse));
        Assert.Equal(-1, result.Initiatives[0].ExpectedDelay);
        Assert.Equal(0, result.Initiatives[0].Late.Probability);
        Assert.Null(result.Initiatives[0].FinishWhenLate);
    }

    [Fact]
    public void Work_that_runs_already_keeps_what_it_did_and_stretches_what_is_left()
    {
        // Started in -2, four periods of 9, 9, 4, 8; half is done. What is left takes 4 periods instead of 2: 2, 2, 4, 4
        var problem = Town.Plans(periods: 5).Budget("geld", 9, 9, 9, 9, 9).Capacity("team", [9, 9, 9, 9, 9])
            .Can("brug", Way.Of(4).Between(-2, -2).Spends("geld", 9, 9, 4, 8).Asks("team", 9, 9, 1, 2).SpendsAfter("geld", 1))
            .Problem().Ranged(duration: Always(2));
        var result = problem.Simulate(10, "brug@-2");
        Equal([2, 2, 4, 4, 1], result.Budgets[0].Years.Select(y => y.ExpectedUse));
        Equal([1, 1, 2, 2, 0], result.Capacities[0].Periods.Select(p => p.ExpectedUse));
        Assert.Equal(2, result.Initiatives[0].ExpectedDelay);
    }

    [Fact]
    public void Work_that_is_finished_already_has_only_its_upkeep_left_and_is_never_late()
    {
        var problem = Town.Plans(periods: 3).Budget("geld", 9, 9, 9)
            .Can("brug", Way.Of(2).Between(-4, -4).Spends("geld", 9, 9).SpendsAfter("geld", 2)).Problem()
            .Ranged(cost: Always(1.5), duration: Always(3));
        var result = problem.Simulate(10, "brug@-4");
        Equal([3, 3, 3], result.Budgets[0].Years.Select(y => y.ExpectedUse));
        Assert.Equal(0, result.Initiatives[0].Late.Probability);
    }

    [Fact]
    public void Money_that_slips_over_the_horizon_is_in_no_year_and_is_said()
    {
        // 6 + 6 over four periods instead of two from period 1 of 3: 3, 3 within and 3, 3 beyond
        var problem = Town.Plans(periods: 3).Budget("geld", 9, 9, 9).Can("brug", Way.Of(2).Spends("geld", 6, 6)).Problem()
            .Ranged(duration: Always(2));
        var budget = problem.Simulate(10, "brug@1").Budgets[0];
        Equal([0, 3, 3], budget.Years.Select(y => y.ExpectedUse));
        Assert.Equal(6, budget.Postponed, 1e-9);
        Assert.Equal(0, Town.Plans(periods: 3).Budget("geld", 9, 9, 9).Can("brug", Way.Of(2).Spends("geld", 6, 6)).Problem().Ranged()
            .Simulate(10, "brug@1").Budgets[0].Postponed);
    }

    [Fact]
    public void People_short_are_hired_as_far_as_may_be_at_a_price_and_the_rest_is_excess()
    {
        // 4 asked of 2: 1.5 can be hired at 10 each, 0.5 is missing. 15 + 3 spent of 16: 2 too much
        var hire = new Hire(1.5, 10, new("geld"));
        var problem = Town.Plans(periods: 1).Budget("geld", 16).Capacity("team", [2], 0, hire)
            .Can("brug", Way.Of(1).Spends("geld", 3).Asks("team", 2)).Problem().Ranged(effort: Always(2));
        var result = problem.Simulate(10, "brug@0");
        var (money, people) = (result.Budgets[0].Years[0], result.Capacities[0].Periods[0]);
        Assert.Equal((18, 2), (money.ExpectedUse, money.Excess.Expected));
        Assert.Equal((4, 3.5, 0.5), (people.ExpectedUse, people.Available, people.Excess.Expected));
        // Planned, nothing is hired: the money of the excess comes from hiring alone
        Assert.Null(Assert.Single(result.MoneyDrivers).Initiative);
        Assert.Equal((15, 1), (result.MoneyDrivers[0].Amount, result.MoneyDrivers[0].Share));
        Assert.Equal(2, result.Initiatives[0].People[new("team")]);
    }

    [Fact]
    public void With_carry_over_a_deficit_lasts_until_it_is_made_up_and_one_buffer_serves_all_years()
    {
        // Spend 12, 9, 3 of 10 a year: 2 and 1 too much until then, then 6 left
        Town With(Func<Town, Town> budget) => budget(Town.Plans(periods: 3))
            .Can("brug", Way.Of(3).Spends("geld", 6, 4.5, 1.5));
        var saving = With(t => t.SavingBudget("geld", 10, 10, 10)).Problem().Ranged(cost: Always(2)).Simulate(40, "brug@0").Budgets[0];
        Equal([2, 1, 0], saving.Years.Select(y => y.Excess.Expected));
        Assert.Equal((2, 2), (saving.Total.Expected, saving.Total.Buffers[1].Amount));
        var strict = With(t => t.Budget("geld", 10, 8, 10)).Problem().Ranged(cost: Always(2)).Simulate(40, "brug@0").Budgets[0];
        Equal([2, 1, 0], strict.Years.Select(y => y.Excess.Expected));
        // 2 in the first year and 1 in the second, and neither serves the other
        Assert.Equal((3, 3), (strict.Total.Expected, strict.Total.Buffers[1].Amount));
    }

    [Fact]
    public void What_an_initiative_adds_is_what_it_used_above_plan_in_the_years_that_were_exceeded()
    {
        // Always 20% dearer, and 13.2 of 12 in year 0: school adds 1.6, brug 0.6; the plan left 1, so 2.2 - 1 = 1.2 is the excess. In year
        // 1 nothing is exceeded, so the park adds nothing.
        var problem = Town.Plans(periods: 2).Budget("geld", 12, 12)
            .Can("school", Way.Of(1).Spends("geld", 8)).Can("brug", Way.Of(1).Spends("geld", 3)).Can("park", Way.Of(1).Spends("geld", 9))
            .Problem().Ranged(cost: Always(1.2));
        var result = problem.Simulate(10, "school@0 brug@0 park@1");
        Assert.Equal(["school", "brug"], result.MoneyDrivers.Select(d => d.Initiative!.Id.Value));
        Equal([1.6, 0.6], result.MoneyDrivers.Select(d => d.Amount));
        Equal([1.6 / 2.2, 0.6 / 2.2], result.MoneyDrivers.Select(d => d.Share));
        Assert.Equal(1.2, result.Budgets[0].Total.Expected, 1e-9);
        Assert.Empty(result.PeopleDrivers);
    }

    [Fact]
    public void Effects_are_felt_later_where_work_finishes_later()
    {
        // 6 periods; from the finish on 10 points each. Planned finish 2: 40. With 3 instead of 2 periods of work: 30. A fifth of it is
        // felt during the work: 2 · 2 + 40 = 44, and 3 · 2 + 30 = 36
        Problem With(Way way) => Town.Plans(periods: 6).Can("brug", way.Brings("doel", 10)).Problem().Ranged(duration: Always(1.5));
        var after = With(Way.Of(2)).Simulate(10, "brug@0").Value;
        Assert.Equal((40, 30), (after.Planned, after.Mean));
        var during = With(Way.Of(2).Works([0.2, 0.2], 1)).Simulate(10, "brug@0").Value;
        Assert.Equal((44, 36), (Math.Round(during.Planned, 9), Math.Round(during.Mean, 9)));
        // A slow start after the finish keeps its distance from it: 0, 0, then half, then whole: 5 + 30 becomes 5 + 20
        var slow = With(Way.Of(2).Works([0, 0, 0.5], 1)).Simulate(10, "brug@0").Value;
        Assert.Equal((35, 25), (slow.Planned, slow.Mean));
    }

    internal static ThreePoint Always(double factor) => RiskTowns.Always(factor);

    /// <summary>Four and a half standard errors: with the seed fixed, either always or never.</summary>
    internal static void Within(double expected, double found, double? standardError) =>
        Assert.InRange(found, expected - (4.5 * standardError!.Value) - 1e-9, expected + (4.5 * standardError.Value) + 1e-9);

    internal static void Equal(double[] expected, IEnumerable<double> found) =>
        Assert.Equal(expected.Select(x => Math.Round(x, 6)), found.Select(x => Math.Round(x, 6)));
}
