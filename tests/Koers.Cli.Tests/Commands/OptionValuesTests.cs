using Koers.Cli.Commands;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class OptionValuesTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("60s", 60)]
    [InlineData("2m", 120)]
    [InlineData("1h", 3600)]
    [InlineData("1.5h", 5400)]
    [InlineData("90", 90)]
    [InlineData("0.25", 0.25)]
    [InlineData("10S", 10)]
    [InlineData("168h", 604_800)]
    public void Times_have_units_and_seconds_need_none(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), OptionValues.Time(text));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("0")]
    [InlineData("-5s")]
    [InlineData("+5s")]
    [InlineData("5 s")]
    [InlineData("1,5h")]
    [InlineData("5d")]
    [InlineData("0.5ms")]
    [InlineData("169h")]
    [InlineData("1e999s")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Other_texts_are_no_time(string text) => Assert.Null(OptionValues.Time(text));

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("0.001", 0.001)]
    [InlineData("1e-6", 1e-6)]
    [InlineData("0.5%", 0.005)]
    [InlineData("1", 1.0)]
    [InlineData("100%", 1.0)]
    public void Gaps_are_shares_or_percentages(string text, double gap) => Assert.Equal(gap, OptionValues.Gap(text)!.Value, 12);

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-0.1")]
    [InlineData("1.1")]
    [InlineData("0,5%")]
    [InlineData("NaN")]
    public void Other_texts_are_no_gap(string text) => Assert.Null(OptionValues.Gap(text));

    [Fact]
    public void Whole_numbers_stay_within_their_limits()
    {
        Assert.Equal(256, OptionValues.Whole("256", 1, 256));
        Assert.Null(OptionValues.Whole("257", 1, 256));
        Assert.Null(OptionValues.Whole("0", 1, 256));
        Assert.Null(OptionValues.Whole("1.0", 1, 256));
        Assert.Null(OptionValues.Whole("99999999999", 1, int.MaxValue));
    }
}
