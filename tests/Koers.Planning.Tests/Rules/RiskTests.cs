using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class RiskTests
{
    // At risk: a 0.2 × (10 + 5 + 2 × 2.5 after) = 4, b 0.5 × 6 = 3, c nothing.
    private static Town Town(double max) =>
        Towns.Town.Plans(4).Budget("geld", 999, 99, 99, 99).Budget("fonds", 99, 99, 99, 99)
        .Can("a", Way.Of(2).Spends("geld", 10).Spends("fonds", 0, 5).SpendsAfter("geld", 2.5).Succeeds(0.8)).Labelled("soort", "ict")
        .Can("b", Way.Of(1).Spends("geld", 6).Succeeds(0.5)).Labelled("soort", "ict")
        .Can("c", Way.Of(1).Spends("geld", 90)).Labelled("soort", "ict").Can("d", Way.Of(1).Spends("geld", 90).Succeeds(0.1))
        .Has(new RiskFrame(new("f"), "f", Towns.Town.Where("soort", "ict"), max));

    [Fact]
    public void Adds_what_may_be_lost_on_the_selected()
    {
        Verdict.Keeps(Town(7), "a@0", "b@0", "c@0", "d@0"); // 4 + 3
        Verdict.Breaks("frame/f", Town(6.99), "a@0", "b@0");
        Verdict.Keeps(Town(3), "b@3");
    }

    [Fact]
    public void A_later_finish_leaves_less_to_spend_after_it() => Verdict.Keeps(Town(3), "a@2"); // 0.2 × 15

    [Theory]
    [InlineData(3.0 - 3.9e-6, true)] // within 1e-6 × 4, the most that one option risks
    [InlineData(3.0 - 4.1e-6, false)]
    public void Tolerance_is_relative(double max, bool kept) =>
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(Town(max).Problem(), "b@0"));

    [Fact]
    public void Money_spent_before_period_0_is_no_longer_at_risk() => Verdict.Keeps(
        Towns.Town.Plans(1).Budget("geld", 9).Can("a", Way.Of(2).Between(-1, -1).Spends("geld", 100, 2).Succeeds(0.5))
            .Has(new RiskFrame(new("f"), "f", Selector.Everything, 1)), "a@-1");
}
