using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class SynergyTests
{
    // Each brings 2 points in the one period there is.
    private static Town Town(double value) => Towns.Town.Plans(1).Goal("doel")
        .Can("a", Way.Of(1).Brings("doel", 2).Works([1], 1)).Can("b", Way.Of(1).Brings("doel", 2).Works([1], 1)).Can("c")
        .Has(new Synergy(new("s"), Towns.Town.Ids("a", "b", "c"), value));

    [Theory]
    [InlineData(1.5, 5.5)] // 2 + 2 + 1.5
    [InlineData(-1.5, 2.5)] // 2 + 2 - 1.5
    public void Counts_once_when_all_are_chosen(double value, double expected) => Verdict.IsWorth(expected, Town(value), "a@0", "b@0", "c@0");

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    public void Counts_for_nothing_when_one_is_missing(double value) => Verdict.IsWorth(4, Town(value), "a@0", "b@0");

    [Fact]
    public void The_rows_forbid_to_claim_a_bonus_without_all()
    {
        Assert.Contains(("synergy/s", "synergy/s/c"), Verdict.Rows(Town(1.5).Problem(), "a@0", "b@0").Claiming("synergy/s", 1).Broken());
        Assert.Empty(Verdict.Rows(Town(1.5).Problem(), "a@0", "b@0", "c@0").Claiming("synergy/s", 1).Broken());
    }

    [Fact]
    public void The_rows_forbid_to_pass_over_an_overlap()
    {
        Assert.Equal([("synergy/s", "synergy/s")], Verdict.Rows(Town(-1.5).Problem(), "a@0", "b@0", "c@0").Claiming("synergy/s", 0).Broken());
        Assert.Empty(Verdict.Rows(Town(-1.5).Problem(), "a@0", "b@0").Claiming("synergy/s", 0).Broken());
    }
}
