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

    [Fact]
    public void What_puts_it_out_first_is_named_only_where_the_intervals_say_so()
    {
        var told = Told(isIn: true, with: (40, 41), without: (30, 32));
        var weaker = Point(ChangeKind.Contribution, raised: false, inAt: 0.5, outAt: 0.75);
        var text = Write(told with { TurningPoints = [weaker, Point(ChangeKind.Effort, raised: true, inAt: 0.8, outAt: 0.9)] });
        Assert.Contains("What would put it out first: less effect, by 50.0% to 75.0%.", text, StringComparison.Ordinal);
        var open = told with { TurningPoints = [weaker, Point(ChangeKind.Effort, raised: true, inAt: 0, outAt: 0.977)] };
        Assert.Contains(
            "What would put it out first is not known; it may be: less effect, by 50.0% to 75.0%; more people, by 0.0% to 97.7%.", Write(open), StringComparison.Ordinal);
        Assert.Contains("Wat het er het eerst uit zou halen, is niet bekend; het kan zijn: minder effect", Write(open, Vocabulary.Dutch), StringComparison.Ordinal);
        var unknown = Point(ChangeKind.Effort, raised: true, inAt: 0, outAt: null) with { Verdict = TurnVerdict.NotKnown };
        Assert.Contains("more people (not known in the time given)", Write(told with { TurningPoints = [weaker, unknown] }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_smallest_change_is_called_the_smallest_known_while_others_are_open()
    {
        var told = Told(isIn: false, with: (38, 39), without: (39, 39));
        var more = Point(ChangeKind.Contribution, raised: true, inAt: 0.2, outAt: 0.19);
        var open = Point(ChangeKind.Cost, raised: false, inAt: null, outAt: 0) with { Verdict = TurnVerdict.NotKnown };
        Assert.Contains("The smallest change known that brings it in: more effect", Write(told with { TurningPoints = [more, open] }), StringComparison.Ordinal);
        Assert.Contains("De kleinste verandering die bekend is", Write(told with { TurningPoints = [more, open] }, Vocabulary.Dutch), StringComparison.Ordinal);
        var later = Point(ChangeKind.Cost, raised: false, inAt: 0.5, outAt: 0.4) with { IsOutProven = true };
        Assert.Contains("The smallest change that brings it in: more effect", Write(told with { TurningPoints = [more, later] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_statutory_task_it_says_that_it_must_be_in_and_what_it_uses()
    {
        var bill = new Bill(Park, 0, [
            new BillLine("budget/investering", "budget/investering/0", 100, 0.0218), new BillLine("mandatory/park", "mandatory/park", -1, 2.18)]);
        var told = Told(isIn: true, with: (38, 39), without: (39, 39));
        var text = Write(told with { Initiative = told.Initiative with { Mandatory = true }, Bill = bill });
        Assert.Contains("It is in because it must be, not for its points", text, StringComparison.Ordinal);
        Assert.Contains("it brings 0.0000 points and uses what is worth 2.18 elsewhere", text, StringComparison.Ordinal);
        Assert.DoesNotContain("exactly as much", text, StringComparison.Ordinal);
        Assert.Matches(@"left over +-2\.180", text);
    }

    [Fact]
    public void A_footnote_explains_no_columns_that_are_not_there()
    {
        var never = Point(ChangeKind.Contribution, raised: true, inAt: null, outAt: 4) with { Verdict = TurnVerdict.DoesNotTurn, IsOutProven = true };
        var text = Write(Told(isIn: false, with: (38, 39), without: (39, 39)) with { TurningPoints = [never] });
        Assert.DoesNotContain("In at", text, StringComparison.Ordinal);
        Assert.Contains("* proven.", text, StringComparison.Ordinal);
    }

    private static TurningPoint Point(ChangeKind kind, bool raised, double? inAt, double? outAt) =>
        new(kind, null, raised, TurnVerdict.Turns, inAt, outAt, false, null, null, 4, outAt, false);

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
