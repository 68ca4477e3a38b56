using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Explain;

public class SidesTests
{
    [Theory]
    [InlineData(2.0, 2.0, 2.0, 2.0, true)] // a proven tie
    [InlineData(2.0, 3.0, 2.0, 2.0, false)] // with it may still be worth more
    [InlineData(2.0, 2.0, 2.0, 3.0, false)]
    [InlineData(2.0, 3.0, 4.0, 9.0, true)] // what with it can be worth at most is less
    [InlineData(4.0, 9.0, 2.0, 3.0, true)]
    [InlineData(2.0, 4.0, 4.0, 9.0, false)] // just not
    [InlineData(2.0, null, 2.0, 2.0, false)] // nothing is proven at all
    [InlineData(null, null, 2.0, 2.0, true)]
    public void Which_side_is_worth_more_is_settled_only_by_bounds(double? with, double? boundWith, double? without, double? boundWithout, bool isSettled)
    {
        var problem = Town.Plans(1).Values(tail: 1).Can("a", Way.Of(1).Brings("doel", 2)).Problem();
        var sides = new Sides(problem, Found(null, null), new("a"));
        sides.Take(Found(with, boundWith), Found(without, boundWithout));
        Assert.Equal(isSettled, sides.IsSettled);
    }

    private static Plan Found(double? value, double? bound) => new(PlanStatus.Feasible, [], value, bound, null, [], 0, "hand");
}
