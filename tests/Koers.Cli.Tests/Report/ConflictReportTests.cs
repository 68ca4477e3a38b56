using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class ConflictReportTests
{
    private static readonly Problem Town = ProblemReader.ReadFile(KoersProcess.Town).Value!;
    private static readonly string Rule = $"budget/{Town.Budgets[0].Id}";

    [Fact]
    public void What_is_proven_without_knowing_whether_each_rule_is_needed_is_told_as_that()
    {
        var plan = NoPlan with { OpenConflict = [Rule] };
        Assert.Contains("was not settled in the time given", Write(plan, Vocabulary.English), StringComparison.Ordinal);
        Assert.Contains("is niet uitgemaakt in de gegeven tijd", Write(plan, Vocabulary.Dutch), StringComparison.Ordinal);
        Assert.Contains(Town.Budgets[0].Name, Write(plan, Vocabulary.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_is_told_as_one_of_which_nothing_can_be_left_out()
    {
        var text = Write(NoPlan with { Conflict = [Rule, "mandatory/park"] }, Vocabulary.English);
        Assert.Contains("without any one of it, the rest can", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not settled", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_of_one_rule_says_that_it_cannot_be_kept_by_itself()
    {
        var text = Write(NoPlan with { Conflict = [Rule] }, Vocabulary.English);
        Assert.Contains("This alone cannot be kept:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the rest can", text, StringComparison.Ordinal);
        Assert.Contains("Dit alleen kan al niet:", Write(NoPlan with { Conflict = [Rule] }, Vocabulary.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_that_is_told() =>
        Assert.Contains("was not found in the time given", Write(NoPlan, Vocabulary.English), StringComparison.Ordinal);

    private static Plan NoPlan { get; } = new(PlanStatus.Infeasible, [], null, null, null, [], 60, "test");

    private static string Write(Plan plan, Vocabulary vocabulary)
    {
        var paper = new Paper(200, vocabulary);
        ConflictReport.Write(paper.Page, new Periods(Town.Horizon, vocabulary.Report), new PlanOutcome(Town, plan, null, 0.001, Everything: false));
        return paper.Text;
    }
}
