using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class RuleNamesTests
{
    private static readonly Problem Town = ProblemReader.ReadFile(KoersProcess.Town).Value! with
    {
        Relations =
        [
            new DependsOn(new RelationId("r/1"), new InitiativeId("school"), new InitiativeId("wijk"), 0),
            new DependsOn(new RelationId("r2"), new InitiativeId("school"), new InitiativeId("wijk"), 2),
            new Before(new RelationId("r1"), new InitiativeId("park"), new InitiativeId("wijk"), 0),
            new DependsOn(new RelationId("r3"), new InitiativeId("school"), new InitiativeId("wijk"), -1),
            new Before(new RelationId("r2"), new InitiativeId("park"), new InitiativeId("wijk"), 2),
            new Before(new RelationId("r3"), new InitiativeId("park"), new InitiativeId("wijk"), -1),
            new Requires(new RelationId("r1"), new InitiativeId("park"), new InitiativeId("loket")),
            new Excludes(new RelationId("r1"), [new("park"), new("loket")]),
            new Together(new RelationId("r1"), [new("park"), new("loket")]),
            new Group(new RelationId("g1"), [new("park"), new("loket")], 1, null),
            new Group(new RelationId("g2"), [new("park"), new("loket")], 1, 2),
        ],
    };

    [Theory]
    [InlineData("mandatory/school", "\"Nieuwe school in het zuiden\" must be done")]
    [InlineData("budget/investering", "budget \"Investeringskredieten\"")]
    [InlineData("capacity/projectleiders", "capacity \"Projectleiders\"")]
    [InlineData("frame/rust", "frame \"Rust in het centrum\": running at once, peak at most 2")]
    [InlineData("frame/ruimte", "frame \"Deel voor Ruimte\": share of spend from 5.0% to 90.0%")]
    [InlineData("frame/groen", "frame \"Ondergrens groen\": score on Groen en klimaatbestendig at least 0.500")]
    [InlineData("dependsOn/r/1", "\"Wijkvernieuwing Noord\" needs \"Nieuwe school in het zuiden\" to be finished first")]
    [InlineData("dependsOn/r2", "\"Wijkvernieuwing Noord\" needs \"Nieuwe school in het zuiden\" to be finished 2 quarters earlier")]
    [InlineData("before/r1", "\"Stadspark\" comes before \"Wijkvernieuwing Noord\" where both are chosen")]
    [InlineData("dependsOn/r3", "\"Wijkvernieuwing Noord\" needs \"Nieuwe school in het zuiden\" finished, but may overlap it by 1 quarter")]
    [InlineData("before/r2", "\"Stadspark\" is finished 2 quarters before \"Wijkvernieuwing Noord\" begins where both are chosen")]
    [InlineData("before/r3", "\"Stadspark\" comes before \"Wijkvernieuwing Noord\" where both are chosen, but they may overlap by 1 quarter")]
    [InlineData("requires/r1", "\"Stadspark\" requires \"Digitaal loket\"")]
    [InlineData("excludes/r1", "at most one of \"Stadspark\", \"Digitaal loket\"")]
    [InlineData("together/r1", "all or none of \"Stadspark\", \"Digitaal loket\"")]
    [InlineData("group/g1", "at least 1 of \"Stadspark\", \"Digitaal loket\"")]
    [InlineData("group/g2", "at least 1 and at most 2 of \"Stadspark\", \"Digitaal loket\"")]
    [InlineData("somethingNew/x", "somethingNew/x")]
    public void Rules_are_told_with_the_names_that_people_gave(string rule, string expected) =>
        Assert.Equal(expected, new RuleNames(Town, new Paper().Page).Describe(rule));

    [Theory]
    [InlineData("budget/investering", "budget/investering/1", "budget \"Investeringskredieten\", in 2028")]
    [InlineData("capacity/projectleiders", "capacity/projectleiders/3", "capacity \"Projectleiders\", in 2027 Q4")]
    [InlineData("requires/r1", "requires/r1", "\"Stadspark\" requires \"Digitaal loket\"")]
    public void Rows_are_told_with_their_year_or_period(string rule, string row, string expected) =>
        Assert.Equal(expected, new RuleNames(Town, new Paper().Page).Describe(rule, row));

    [Fact]
    public void A_conflict_is_a_list_of_what_cannot_hold_together()
    {
        var paper = new Paper(vocabulary: Vocabulary.Dutch);
        var plan = new Plan(PlanStatus.Infeasible, [], null, null, null, ["mandatory/school", "budget/investering"], 0.2, "test");
        PlanReport.Write(paper.Page, new PlanOutcome(Town, plan, null, 0.001, Everything: false));
        Assert.Contains("Geen plan houdt zich aan alle regels; dat is bewezen (0,2 s).", paper.Text, StringComparison.Ordinal);
        Assert.Contains(
            "  - \"Nieuwe school in het zuiden\" moet worden gedaan\n  - budget \"Investeringskredieten\"\n", paper.Text,
            StringComparison.Ordinal);
    }
}
