using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class HeadlineTests
{
    private static readonly Problem Town = ProblemReader.ReadFile(KoersProcess.Town).Value!;

    [Theory]
    // (100.4 - 100) / 100 = 0.4%
    [InlineData(100, 100.4, "Value 100.00: no plan can be more than 0.40% better (bound 100.40).")]
    [InlineData(100, 112.01, "Value 100.00: no plan can be more than 12.1% better (bound 112.01).")]
    [InlineData(100.0, 100.0, "Value 100.00: proven best, no plan is worth more.")]
    [InlineData(100, null, "Value 100.00: how much better another plan could be is not known.")]
    [InlineData(-2.0, 1.0, "Value -2.00: no plan can be more than 3.00 points better (bound 1.00).")]
    [InlineData(0.01, 3.0, "Value 0.0100: no plan can be more than 2.99 points better (bound 3.00).")]
    public void The_gap_is_told_in_words(double value, double? bound, string expected) =>
        Assert.Contains(expected, Write(value, bound, Vocabulary.English), StringComparison.Ordinal);

    [Fact]
    public void What_was_asked_for_is_told()
    {
        Assert.Contains("That is within the 0.1% asked for.", Write(100, 100.05, Vocabulary.English), StringComparison.Ordinal);
        Assert.Contains("was not reached", Write(100, 101, Vocabulary.English), StringComparison.Ordinal);
        Assert.Contains("geen plan kan meer dan 1,0% beter zijn", Write(100, 101, Vocabulary.Dutch), StringComparison.Ordinal);
    }

    private static string Write(double value, double? bound, Vocabulary vocabulary)
    {
        var paper = new Paper(vocabulary: vocabulary);
        var choices = new[] { new Choice(new InitiativeId("school"), new VariantId("basis"), 0) };
        var plan = new Plan(PlanStatus.Feasible, choices, value, bound, null, [], 1.5, "test");
        Headline.Write(
            paper.Page, new Periods(Town.Horizon, vocabulary.Report),
            new PlanOutcome(Town, plan, Evaluator.Evaluate(Town, choices), 0.001, Everything: false));
        return paper.Text;
    }
}
