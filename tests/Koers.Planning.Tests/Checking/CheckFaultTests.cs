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
