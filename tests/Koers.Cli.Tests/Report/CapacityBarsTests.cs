using Koers.Cli.Report;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class CapacityBarsTests
{
    [Fact]
    public void An_average_that_is_not_whole_is_shown_with_its_decimals()
    {
        var town = ProblemReader.ReadFile(KoersProcess.Town).Value!;
        // (3 + 4 + 3 + 4) / 4 = 3.5 in each of the two years
        var problem = town with { Capacities = [town.Capacities[0] with { PerPeriod = [3, 4, 3, 4, 3, 4, 3, 4], Reserve = 0, Hire = null }] };
        var paper = new Paper();
        CapacityBars.Write(
            paper.Page, new Periods(problem.Horizon, paper.Page.Vocabulary.Report), problem.Horizon, Evaluator.Evaluate(problem, []),
            ListSizes.For(everything: false));
        Assert.Matches(@"2027 +\S+ +0\.00  of  3\.50 +0%", paper.Text);
    }
}
