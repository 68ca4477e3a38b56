using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class ExplanationReportTests
{
    private static readonly Problem Town = ProblemReader.ReadFile(KoersProcess.Town).Value!;
    private static readonly Choice Park = new(new InitiativeId("park"), new VariantId("basis"), 0);

    [Fact]
    public void A_range_below_zero_is_told_as_it_is_with_what_that_means()
    {
        // In and worth 40, out and worth 39; bounds 60.11 and 62.18: from 40 - 62.18 to 60.11 - 39
        var text = Write(Told(isIn: true, with: (40, 60.11), without: (39, 62.18)));
        Assert.Contains("What it truly adds lies between -22.18 and 21.11 points; that much room the bounds leave.", text, StringComparison.Ordinal);
        Assert.Contains("Below zero would mean that the best plan without it is worth more", text, StringComparison.Ordinal);
        // Out: what taking it in costs, from 39 - 60.11 to 62.18 - 38
        text = Write(Told(isIn: false, with: (38, 60.11), without: (39, 62.18)), Vocabulary.Dutch);
        Assert.Contains("Wat opnemen werkelijk kost ligt tussen -21,11 en 24,18 punten;", text, StringComparison.Ordinal);
        Assert.Contains("Onder nul zou het beste plan met dit initiatief meer waard zijn", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_above_zero_leaves_nothing_open()
    {
        var text = Write(Told(isIn: true, with: (40, 41), without: (30, 32)));
        Assert.Contains("What it truly adds lies between 8.00 and 11.00 points", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Below zero", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_bill_that_comes_out_even_nothing_is_called_short()
    {
        var bill = new Bill(Park, 2.14, [new BillLine("budget/investering", "budget/investering/0", 100, 0.0214000000001)]);
        var text = Write(Told(isIn: false, with: (38, 39), without: (39, 39)) with { Bill = bill });
        Assert.Contains("it brings 2.14 points and uses what is worth 2.14: exactly as much.", text, StringComparison.Ordinal);
    }

    private static Explanation Told(bool isIn, (double Value, double Bound) with, (double Value, double Bound) without) => new(
        Town.Initiatives.First(i => i.Id == Park.Initiative), isIn ? [Park] : [], Math.Max(with.Value, without.Value),
        Side([Park], with), Side([], without), Park, [], null, [], [], true);

    private static Plan Side(IReadOnlyList<Choice> selected, (double Value, double Bound) found) =>
        new(PlanStatus.Feasible, selected, found.Value, found.Bound, null, [], 1, "test");

    private static string Write(Explanation told, Vocabulary? vocabulary = null)
    {
        var paper = new Paper(width: 200, vocabulary);
        new ExplanationReport(paper.Page, Town, told, everything: true).Write();
        return paper.Text;
    }
}
