using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Risk;

public class RiskAssumptionTests
{
    private static Town Town(string label = "department") => Towns.Town.Plans(periods: 1).Budget("geld", 12)
        .Can("school", Way.Of(1).Spends("geld", 10)).Labelled(label, "ruimte");

    [Fact]
    public void A_problem_without_ranges_gets_the_general_ones_and_the_answer_says_so()
    {
        var result = Town().Problem().Simulate(40_000, "school@0");
        Assert.Equal(RiskSettings.AssumedRanges, result.Assumptions.RangesAssumed);
        Assert.Equal((new Correlation("department", 0.3), true), (result.Assumptions.Correlation, result.Assumptions.CorrelationAssumed));
        // Cost triangular 0.9 / 1 / 1.44: P(X > 1.2) = 0.24² / (0.54 · 0.44)
        var chance = result.Budgets[0].Total.Chance;
        RiskByHandTests.Within(0.0576 / 0.2376, chance.Probability, chance.StandardError);
    }

    [Fact]
    public void Where_one_initiative_has_a_range_the_others_are_certain()
    {
        var problem = Town().Can("brug", Way.Of(1).Spends("geld", 1)).Problem();
        problem = problem with
        {
            Analysis = AnalysisInput.None with
            {
                Initiatives = new Dictionary<InitiativeId, Ranges> { [new("brug")] = new(new ThreePoint(1, 1, 2), null, null, null, null) },
            },
        };
        var result = problem.Simulate(1000, "school@0 brug@0");
        Assert.Null(result.Assumptions.RangesAssumed);
        // 10 + at most 2
        Assert.Equal(0, result.Budgets[0].Total.Chance.Probability);
    }

    [Theory]
    [InlineData("department", "department")]
    [InlineData("afdeling", "afdeling")]
    [InlineData("kleur", null)]
    public void The_department_is_found_in_either_language(string label, string? found) =>
        Assert.Equal(found, Town(label).Problem().Simulate(10, "school@0").Assumptions.Correlation?.Label);

    [Fact]
    public void The_correlation_of_the_problem_or_of_the_settings_is_not_assumed()
    {
        var own = new Correlation("kleur", 0.9);
        var result = Town().Problem().Ranged(correlation: own).Simulate(10, "school@0");
        Assert.Equal((own, false), (result.Assumptions.Correlation, result.Assumptions.CorrelationAssumed));
        var asked = PlanRisk.Simulate(
            Town().Problem(), [Towns.Town.Chosen("school@0")], new RiskSettings { Runs = 10, Correlation = own }, RiskTowns.Options(),
            null, TestContext.Current.CancellationToken);
        Assert.Equal((own, false), (asked.Assumptions.Correlation, asked.Assumptions.CorrelationAssumed));
    }

    [Fact]
    public void An_empty_plan_exceeds_nothing_and_is_worth_nothing()
    {
        var result = Town().Problem().Simulate(100, "");
        Assert.Equal(1, result.NothingExceeded.Probability);
        Assert.Equal((0, 0, 0), (result.Value.Planned, result.Value.Mean, result.Value.Deviation));
        Assert.Empty(result.Initiatives);
        Assert.Empty(result.MoneyDrivers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_number_of_runs_out_of_range_is_refused(int runs) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Town().Problem().Simulate(runs, "school@0"));

    [Theory]
    [InlineData(1.2, 1, 1.5)]
    [InlineData(0.5, 1, 0.9)]
    [InlineData(-0.1, 1, 2)]
    [InlineData(0.5, 1, double.NaN)]
    public void A_range_out_of_order_is_refused(double low, double likely, double high)
    {
        var fault = Assert.Throws<ArgumentException>(
            () => Town().Problem().Ranged(new ThreePoint(low, likely, high)).Simulate(10, "school@0"));
        Assert.Contains("school", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_strength_out_of_range_is_refused(double strength) => Assert.Throws<ArgumentException>(
        () => Town().Problem().Ranged(correlation: new Correlation("department", strength)).Simulate(10, "school@0"));

    [Fact]
    public void Strangers_and_doubles_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Town().Problem().Simulate(10, "haven@0"));
        Assert.Throws<ArgumentException>(() => Town().Problem().Simulate(10, "school@0 school@0"));
    }
}
