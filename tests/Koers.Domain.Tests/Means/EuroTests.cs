using CsCheck;
using Koers.Domain.Means;
using Xunit;

namespace Koers.Domain.Tests.Means;

public class EuroTests
{
    [Fact]
    public void A_tenth_added_ten_times_is_exactly_one_euro() =>
        Assert.Equal(Euro.Of(1m), Enumerable.Repeat(Euro.Of(0.10m), 10).Aggregate(Euro.Zero, (sum, amount) => sum + amount));

    [Fact]
    public void What_was_added_can_be_taken_off_again()
    {
        var amounts = Gen.Long[-1_000_000_000_000, 1_000_000_000_000];
        Gen.Select(amounts, amounts).Sample((one, other) =>
        {
            Assert.Equal(new Euro(one), new Euro(one) + new Euro(other) - new Euro(other));
            Assert.Equal(new Euro(one), Euro.Of(new Euro(one).Amount));
        });
    }

    [Fact]
    public void Parts_of_a_cent_and_sums_beyond_what_can_be_held_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Euro.Of(0.001m));
        Assert.Throws<OverflowException>(() => new Euro(long.MaxValue) + new Euro(1));
        Assert.Throws<OverflowException>(() => Euro.Of(100_000_000_000_000_000m));
        Assert.Equal("-1234567.80", Euro.Of(-1234567.8m).ToString());
    }
}
