using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class EffortFrameTests
{
    private static Town Town(double max) =>
        Towns.Town.Plans(3).Capacity("leiders", [100, 100, 100]).Capacity("ict", [100, 100, 100])
        .Can("a", Way.Of(2).Asks("leiders", 1, 2).Asks("ict", 50)).Labelled("wijk", "noord")
        .Can("b", Way.Of(1).Asks("leiders", 3)).Labelled("wijk", "noord")
        .Can("c", Way.Of(1).Asks("leiders", 60)).Labelled("wijk", "zuid")
        .Has(new EffortFrame(new("f"), "f", Towns.Town.Where("wijk", "noord"), new("leiders"), max));

    [Fact]
    public void Limits_the_selected_in_every_period()
    {
        Verdict.Keeps(Town(4), "a@0", "b@0", "c@0"); // 1 + 3
        Verdict.Keeps(Town(5), "a@0", "b@1"); // 2 + 3
        Verdict.Breaks("frame/f", Town(4.9), "a@0", "b@1");
    }

    [Theory]
    [InlineData(2.0 - 2.9e-6, true)] // within 1e-6 × 3, the most that a selected initiative asks in that period
    [InlineData(2.0 - 3.1e-6, false)]
    public void Tolerance_looks_at_the_selected_only(double max, bool kept) =>
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(Town(max).Problem(), "a@1"));

    [Fact]
    public void Effort_before_period_0_is_ignored() => Verdict.Keeps(
        Towns.Town.Plans(1).Capacity("leiders", [9]).Can("a", Way.Of(2).Between(-1, -1).Asks("leiders", 9, 1))
            .Has(new EffortFrame(new("f"), "f", Selector.Everything, new("leiders"), 1)), "a@-1");
}
