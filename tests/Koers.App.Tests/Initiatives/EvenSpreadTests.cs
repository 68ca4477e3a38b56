using Koers.App.Initiatives;
using Koers.Domain.Means;
using Xunit;

namespace Koers.App.Tests.Initiatives;

public class EvenSpreadTests
{
    [Theory]
    [InlineData(10_000, 4)]
    [InlineData(10_001, 3)]
    [InlineData(2, 5)]
    [InlineData(0, 1)]
    public void A_total_is_spread_so_that_nothing_is_lost_and_parts_differ_by_a_cent_at_most(long cents, int quarters)
    {
        var parts = EvenSpread.Of(new Euro(cents), quarters);
        Assert.Equal((quarters, cents), (parts.Count, parts.Sum(part => part.Cents)));
        Assert.InRange(parts.Max(part => part.Cents) - parts.Min(part => part.Cents), 0, 1);
    }

    [Fact]
    public void There_is_no_spreading_over_no_quarters() => Assert.Throws<ArgumentOutOfRangeException>(() => EvenSpread.Of(Euro.Of(1), 0));
}
