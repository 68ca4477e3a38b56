using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class GoalFloorTests
{
    // Three periods; from the period after its start a brings 2 a period, b 1 with probability 0.5.
    private static Town Town(double min, double? cap = null) => Towns.Town.Plans(3).Goal("wonen", 1, cap).Goal("zorg")
        .Can("a", Way.Of(1).Brings("wonen", 2).Brings("zorg", -1)).Can("b", Way.Of(1).Brings("wonen", 1).Succeeds(0.5))
        .Has(new GoalFloor(new("f"), "f", new("wonen"), min));

    [Fact]
    public void Asks_for_score_in_time()
    {
        Verdict.Keeps(Town(4), "a@0"); // 2 × 2 periods
        Verdict.Breaks("frame/f", Town(4), "a@1"); // 2 × 1
        Verdict.Keeps(Town(2.5), "a@1", "b@1"); // 2 + 0.5
        Verdict.Breaks("frame/f", Town(0.1));
    }

    [Fact]
    public void A_cap_does_not_cut_off_the_score_that_a_floor_asks() => Verdict.Keeps(Town(5, cap: 1), "a@0", "b@0"); // 4 + 1 = 5

    [Theory]
    [InlineData(4 + 3.9e-6, true)] // within 1e-6 × 4
    [InlineData(4 + 4.2e-6, false)]
    public void Tolerance_is_relative(double min, bool kept) =>
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(Town(min).Problem(), "a@0"));

    [Fact]
    public void A_floor_below_zero_limits_harm()
    {
        Town Harm(double min) => Towns.Town.Plans(3).Goal("zorg").Can("a", Way.Of(1).Brings("zorg", -1)).Has(new GoalFloor(new("f"), "f", new("zorg"), min));
        Verdict.Keeps(Harm(-2), "a@0");
        Verdict.Breaks("frame/f", Harm(-1.9), "a@0");
    }
}
