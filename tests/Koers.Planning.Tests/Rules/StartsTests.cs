using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class StartsTests
{
    private static Town Town(double max) =>
        Towns.Town.Plans(4).Can("a", Way.Of(2)).Labelled("afdeling", "ruimte").Can("b").Labelled("afdeling", "ruimte")
        .Can("c").Can("loopt", Way.Of(2).Between(-1, 0)).Labelled("afdeling", "ruimte")
        .Has(new StartsFrame(new("f"), "f", Towns.Town.Where("afdeling", "ruimte"), max));

    [Fact]
    public void Allows_starts_in_different_periods() => Verdict.Keeps(Town(1), "a@1", "b@2", "c@1");

    [Fact]
    public void Refuses_more_starts_than_allowed_in_one_period()
    {
        Verdict.Breaks("frame/f", Town(1), "a@1", "b@1");
        Verdict.Keeps(Town(2), "a@1", "b@1");
        Verdict.Breaks("frame/f", Town(0), "b@3");
    }

    [Fact]
    public void What_started_before_period_0_starts_in_no_period()
    {
        Verdict.Keeps(Town(1), "loopt@-1", "a@0");
        Verdict.Breaks("frame/f", Town(1), "loopt@0", "a@0");
    }
}
