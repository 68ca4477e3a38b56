using System.Globalization;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Checking;

public class CheckFaultTests
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl");

    /// <summary>One period of work, then an effect of 2 in the one period after it: worth 2.</summary>
    private static readonly Problem Town = Towns.Town.Plans(2).Goal("doel").Can("a", Way.Of(1).Between(0, 0).Brings("doel", 2)).Problem();

    public static TheoryData<CheckFaultKind> Kinds => [.. Enum.GetValues<CheckFaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fault_has_a_sentence_in_both_languages_with_the_same_details(CheckFaultKind kind)
    {
        var (english, dutch) = CheckFault.Texts[kind];
        for (var detail = 0; detail < 4; detail++)
            Assert.Equal(english.Contains($"{{{detail}}}", StringComparison.Ordinal), dutch.Contains($"{{{detail}}}", StringComparison.Ordinal));
        Assert.NotEqual(english, dutch);
    }

    [Fact]
    public void A_choice_that_is_no_option_is_a_fault() => Says(
        CheckFaultKind.NotAnOption, "Initiatief a in variant basis vanaf periode 1 is geen optie van het probleem.",
        Plan(value: 2, bound: 2) with { Selected = [Towns.Town.Chosen("a@1")] });

    [Fact]
    public void A_second_choice_of_an_initiative_is_a_fault() => Says(
        CheckFaultKind.ChosenTwice, "Initiatief a is twee keer gekozen.",
        Plan(value: 2, bound: 2) with { Selected = [Towns.Town.Chosen("a@0"), Towns.Town.Chosen("a@0")] });

    [Fact]
    public void Choices_without_a_value_are_a_fault() =>
        Says(CheckFaultKind.NoValue, "Het plan noemt geen waarde; het is 2 waard.", Plan(value: null, bound: 2));

    [Fact]
    public void Another_value_is_a_fault() =>
        Says(CheckFaultKind.WrongValue, "Het plan zegt dat het 2,5 waard is; het is 2 waard.", Plan(value: 2.5, bound: 3));

    [Theory]
    [InlineData(12345.678901234, "Het plan noemt geen waarde; het is 12.345,678901 waard.", "The plan states no value; it is worth 12,345.678901.")]
    [InlineData(1e300, "Het plan noemt geen waarde; het is 1e+300 waard.", "The plan states no value; it is worth 1e+300.")]
    public void Numbers_are_written_as_the_language_does(double value, string dutch, string english)
    {
        var fault = CheckFault.Of(CheckFaultKind.NoValue, value);
        Assert.Equal((dutch, english), (fault.In(Dutch), fault.ToString()));
    }

    [Fact]
    public void A_bound_under_the_value_is_a_fault() =>
        Says(CheckFaultKind.BoundUnderValue, "De bovengrens 1,5 ligt onder de waarde 2.", Plan(value: 2, bound: 1.5));

    [Fact]
    public void A_negative_price_is_a_fault() => Says(
        CheckFaultKind.UnusablePrice, "De prijs van het certificaat op weg/0 is -1; prijzen zijn nul of meer.",
        Plan(value: 2, bound: 2) with { Certificate = Priced("weg/0", -1, bound: 2) });

    [Fact]
    public void A_price_on_a_row_that_is_not_there_is_a_fault() => Says(
        CheckFaultKind.UnknownRow, "Het certificaat geeft een prijs aan een rij die het probleem niet heeft: weg/0.",
        Plan(value: 2, bound: 2) with { Certificate = Priced("weg/0", 1, bound: 2) });

    [Fact]
    public void A_bound_that_the_prices_do_not_prove_is_a_fault() => Says(
        CheckFaultKind.UnprovenBound, "De prijzen van het certificaat bewijzen 2, niet 1.",
        Plan(value: 2, bound: 2) with { Certificate = new Certificate(1, new Dictionary<string, double>()) });

    [Theory]
    [InlineData(PlanStatus.Infeasible, "infeasible")]
    [InlineData(PlanStatus.Unknown, "unknown")]
    public void Choices_of_a_plan_that_says_there_is_none_are_a_fault(PlanStatus status, string word)
    {
        var report = Evaluator.Check(Town, Plan(value: null, bound: null) with { Status = status });
        Assert.False(report.Holds);
        Assert.Equal(
            $"Het plan spreekt zichzelf tegen: het zegt {word}, dus dat er geen plan is, en het heeft keuzes (1).", report.Faults[0].In(Dutch));
        Assert.Equal(2, report.Value);
        // Only a proof that there is none is refuted by a plan; and who says that there is none owes no value
        Assert.Equal(status == PlanStatus.Infeasible ? [CheckFaultKind.NotInfeasible] : [], report.Faults.Skip(1).Select(fault => fault.Kind));
    }

    [Fact]
    public void Choices_that_break_rules_do_not_refute_that_there_is_no_plan()
    {
        var poor = Towns.Town.Plans(2).Goal("doel").Budget("geld", 5, 5)
            .Can("a", Way.Of(1).Between(0, 0).Spends("geld", 6).Brings("doel", 2)).Problem();
        var report = Evaluator.Check(poor, Plan(value: null, bound: null) with { Status = PlanStatus.Infeasible });
        Assert.Equal(CheckFaultKind.ChoicesWithoutPlan, Assert.Single(report.Faults).Kind);
        Assert.Equal("budget/geld", Assert.Single(report.Violations).Rule);
    }

    [Theory]
    [InlineData(PlanStatus.Infeasible)]
    [InlineData(PlanStatus.Unknown)]
    public void Without_choices_a_plan_that_says_there_is_none_holds(PlanStatus status)
    {
        var report = Evaluator.Check(Town, Plan(value: null, bound: null) with { Status = status, Selected = [] });
        Assert.True(report.Holds);
        Assert.Null(report.Value);
    }

    [Fact]
    public void A_conflict_that_names_a_rule_that_is_not_there_is_a_fault_once()
    {
        var poor = Towns.Town.Plans(2).Goal("doel").Budget("geld", 5, 5).Must("a", Way.Of(1).Spends("geld", 6)).Problem();
        var plan = Plan(value: null, bound: null) with { Status = PlanStatus.Infeasible, Selected = [] };
        Assert.True(Evaluator.Check(poor, plan with { Conflict = ["budget/geld", "mandatory/a"] }).Holds);
        var fault = Assert.Single(Evaluator.Check(poor, plan with { Conflict = ["budget/zz", "budget/geld", "budget/zz"] }).Faults);
        Assert.Equal("Het conflict noemt een regel die het probleem niet heeft: budget/zz.", fault.In(Dutch));
    }

    // The usual gap is 0.1%, of a value of 2 that is 0.002
    [Theory]
    [InlineData(null, "Het plan zegt optimal en noemt geen bovengrens waar dat uit blijkt.")]
    [InlineData(2.5, "Het plan zegt optimal, en de bovengrens 2,5 die het noemt laat een marge van 25%: alleen optimal als zo'n grote marge was gevraagd.")]
    [InlineData(2.002, null)]
    public void An_optimum_that_the_bound_does_not_support_is_a_warning_and_no_fault(double? bound, string? dutch)
    {
        var plan = Plan(value: 2, bound);
        var report = Evaluator.Check(Town, plan with { Status = PlanStatus.Optimal });
        Assert.True(report.Holds);
        Assert.Equal(dutch is null ? [] : [dutch], report.Warnings.Select(warning => warning.In(Dutch)));
        Assert.Empty(Evaluator.Check(Town, plan).Warnings);
    }

    private static void Says(CheckFaultKind kind, string dutch, Plan plan)
    {
        var fault = Assert.Single(Evaluator.Check(Town, plan).Faults);
        Assert.Equal((kind, dutch), (fault.Kind, fault.In(Dutch)));
        Assert.Equal(fault.ToString(), fault.In(CultureInfo.GetCultureInfo("de")));
    }

    private static Plan Plan(double? value, double? bound) =>
        new(PlanStatus.Feasible, [Towns.Town.Chosen("a@0")], value, bound, null, [], 0, "test");

    private static Certificate Priced(string row, double price, double bound) =>
        new(bound, new Dictionary<string, double>(StringComparer.Ordinal) { [row] = price });
}
