using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Xunit;

namespace Koers.Cli.Tests.Terminal;

public class NumbersTests
{
    private static readonly Numbers English = Numbers.For(Language.English);
    private static readonly Numbers Dutch = Numbers.For(Language.Dutch);

    [Fact]
    public void Numbers_are_written_as_the_language_does()
    {
        Assert.Equal("1,250,000.00", English.Fixed(1_250_000, 2));
        Assert.Equal("1.250.000,00", Dutch.Fixed(1_250_000, 2));
        Assert.Equal("-3,5", Dutch.Fixed(-3.5, 1));
        Assert.Equal("0.00", English.Fixed(-0.0001, 2));
        Assert.Equal("1.2e+20", English.Fixed(1.2e20, 2));
    }

    [Theory]
    [InlineData(0.0371, "0.0371")]
    [InlineData(105.457, "105.46")]
    [InlineData(4043.28, "4,043.28")]
    [InlineData(893_556.4, "893,556")]
    public void Points_have_the_figures_that_tell_plans_apart(double points, string expected) =>
        Assert.Equal(expected, English.Points(points));

    [Theory]
    [InlineData(0.0040, "0.40%")]
    [InlineData(0.00401, "0.41%")]
    [InlineData(0.1201, "12.1%")]
    [InlineData(0.12, "12.0%")]
    [InlineData(0.00001, "0.0010%")]
    [InlineData(0, "0.0000%")]
    public void Gaps_are_rounded_up_so_that_at_most_is_true(double gap, string expected) => Assert.Equal(expected, English.Gap(gap));

    [Theory]
    [InlineData(0.34, "0.3 s")]
    [InlineData(12.4, "12 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(3840, "1 h 4 min")]
    public void Times_have_the_unit_that_fits(double seconds, string expected) =>
        Assert.Equal(expected, English.Time(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_gap_asked_for_is_written_as_meant()
    {
        Assert.Equal("0.1%", English.Asked(0.001));
        Assert.Equal("0,05%", Dutch.Asked(0.0005));
    }
}
