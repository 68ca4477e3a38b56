using Koers.Planning.Bounding;
using Xunit;

namespace Koers.Planning.Tests.Bounding;

public class CoverCutsTests
{
    [Fact]
    public void Every_plan_that_keeps_the_rules_keeps_every_cut_and_the_fractions_break_it()
    {
        var (cuts, lifted) = (0, 0);
        CutTrial.Try(
            Enumerable.Range(6000, 150),
            (model, leftOut, share, _) => new CoverCuts(model, leftOut).Separate(share),
            cut =>
            {
                cuts++;
                lifted += cut.Coefficients.Max() > 1 ? 1 : 0;
            });
        Assert.True(cuts > 300 && lifted > 10, $"{cuts} cuts, {lifted} of them lifted: too few to say anything");
    }
}
