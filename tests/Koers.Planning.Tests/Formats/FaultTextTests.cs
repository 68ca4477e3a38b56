using System.Globalization;
using Koers.Planning.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public class FaultTextTests
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>().Where(k => k != FaultKind.Other)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fault_has_a_text_in_both_languages_with_the_same_details(FaultKind kind)
    {
        var (english, dutch) = FaultText.Texts[kind];
        Assert.Equal(Details(english.Message), Details(dutch.Message));
        Assert.Equal(Details(english.Expected), Details(dutch.Expected));
        Assert.All([english.Message, english.Expected, dutch.Message, dutch.Expected], Assert.NotEmpty);
    }

    [Fact]
    public void Says_a_fault_in_Dutch_too()
    {
        var fault = Assert.Single(Sample.Faults(p => p["capacities"]![0]!["perPeriod"]!.AsArray().RemoveAt(0)));
        Assert.Equal(("7 waarden gevonden", "8 waarden, één per periode van de horizon"), FaultText.In(Dutch, fault));
        Assert.Equal((fault.Message, fault.Expected), FaultText.In(CultureInfo.GetCultureInfo("de-DE"), fault));
        Assert.Equal(
            "/capacities/0/perPeriod: 7 waarden gevonden; verwacht: 8 waarden, één per periode van de horizon",
            FaultText.Line(Dutch, fault));
        Assert.Equal(
            "/capacities/0/perPeriod: found 7 values; expected: 8 values, one per period of the horizon",
            FaultText.Line(CultureInfo.InvariantCulture, fault));
    }

    [Fact]
    public void Writes_numbers_as_in_the_file_in_every_language()
    {
        var fault = Assert.Single(Sample.Faults(p => p["capacities"]![0]!["reserve"] = 1.5));
        Assert.Equal("1.5 valt buiten het bereik", FaultText.In(Dutch, fault).Message);
    }

    [Fact]
    public void Keeps_every_fault_on_one_line()
    {
        var fault = Assert.Single(Sample.Faults(p => p["value"]!["a\nb\u001b[31m\u202e"] = 1));
        Assert.Equal("/value/a\nb\u001b[31m\u202e", fault.JsonPointer);
        Assert.StartsWith(
            @"/value/a\u000ab\u001b[31m\u202e: unknown field 'a\u000ab\u001b[31m\u202e';", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_a_fault_made_by_hand_as_it_is()
    {
        var fault = new Fault(Severity.Error, "/x", "message", "expected");
        Assert.Equal("/x: message; verwacht: expected", FaultText.Line(Dutch, fault));
    }

    private static IEnumerable<string> Details(string text) =>
        Enumerable.Range(0, 10).Select(i => $"{{{i}}}").Where(detail => text.Contains(detail, StringComparison.Ordinal));
}
