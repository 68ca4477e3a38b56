using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class SilosReportTests
{
    // Each part gets half a specialist, and either task asks a whole one
    private static readonly Problem Specialist = ProblemReader.Read("""
        {
          "format": "koers-problem/1", "name": "Een specialist",
          "horizon": { "start": "2027-01-01", "periods": 2, "periodsPerYear": 1 }, "value": { "normalise": false },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "capacities": [ { "id": "specialist", "name": "Constructeur", "perPeriod": [1, 1] } ],
          "initiatives": [
            { "id": "brug", "name": "Brug", "labels": { "afdeling": "Ruimte" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [1] }, "contribution": { "doel": 10 } } ] },
            { "id": "school", "name": "School", "labels": { "afdeling": "Jeugd" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [1] }, "contribution": { "doel": 10 } } ] }
          ],
          "relations": [ { "id": "volgorde", "type": "excludes", "initiatives": ["brug", "school"] } ]
        }
        """u8.ToArray()).Value!;

    [Fact]
    public void A_part_without_a_plan_may_be_for_want_of_time_or_because_it_was_stopped()
    {
        var report = Report();
        var stopped = report with { Parts = [.. report.Parts.Select(part => part with { Plan = part.Plan with { Value = null } })] };
        Assert.Contains("Time ran out, or it was stopped, before these parts had a plan: Jeugd, Ruimte.", Write(stopped), StringComparison.Ordinal);
        Assert.Contains(
            "De tijd was om, of er is gestopt, voordat deze delen een plan hadden: Jeugd, Ruimte.", Write(stopped, Vocabulary.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_called_too_large_that_only_a_relation_keeps_out_of_its_part()
    {
        var report = Report();
        Assert.Contains("means too small to use", Write(report), StringComparison.Ordinal);
        Assert.Contains("fixed shares are so small", Write(report), StringComparison.Ordinal);
        var outcome = report.Outcome!;
        var related = report with
        {
            Outcome = outcome with { Fares = [.. outcome.Fares.Select(fare => fare with { Rules = ["excludes/volgorde"] })] },
        };
        var text = Write(related);
        Assert.Contains("1 cannot be done within its part: only the whole can", text, StringComparison.Ordinal);
        Assert.Contains("means too small to use, or a relation that it cannot keep", text, StringComparison.Ordinal);
        Assert.DoesNotContain("too large for the share", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed shares are so small", text, StringComparison.Ordinal);
        Assert.Contains("1 kan niet binnen zijn deel: kan alleen in het geheel", Write(related, Vocabulary.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_lost_is_said_of_the_plans_found_with_what_is_proven_beside_it()
    {
        var report = Report();
        var open = report with { Outcome = report.Outcome! with { Compared = report.Outcome.Compared with { Bound = 12 } } };
        Assert.Contains("Between the plans found, dividing loses 10.00 of the 10.00 points of the whole", Write(open), StringComparison.Ordinal);
        Assert.Contains("Proven: at most 12.00 is lost", Write(open), StringComparison.Ordinal);
        var unproven = open with { Outcome = open.Outcome with { Broken = ["frame/veel"], Compared = open.Outcome.Compared with { Bound = null } } };
        Assert.Contains("How much is lost at most is not proven.", Write(unproven), StringComparison.Ordinal);
        Assert.Contains("the best plan found for it is worth 10.00. No plan that keeps them is worth more than", Write(unproven), StringComparison.Ordinal);
    }

    private static SiloReport Report() => Silos.Compare(
        Specialist, new("afdeling"), new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(5) }, cancellationToken: TestContext.Current.CancellationToken);

    private static string Write(SiloReport report, Vocabulary? vocabulary = null)
    {
        var paper = new Paper(width: 200, vocabulary);
        SilosReport.Write(paper.Page, Specialist, report, everything: true);
        return paper.Text;
    }
}
