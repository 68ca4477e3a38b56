using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class PeriodsTests
{
    [Theory]
    [InlineData("2027-01-01", 4, 0, "2027 Q1")]
    [InlineData("2027-01-01", 4, 7, "2028 Q4")]
    [InlineData("2027-01-01", 4, -1, "2026 Q4")]
    [InlineData("2024-07-01", 4, 3, "2025 Q2")]
    [InlineData("2027-02-01", 4, 1, "May 2027")]
    [InlineData("2027-01-01", 12, 14, "Mar 2028")]
    [InlineData("2027-01-01", 1, 2, "2029")]
    [InlineData("2027-07-01", 1, 0, "2027/28")]
    [InlineData("2027-01-01", 2, 3, "2028 H2")]
    [InlineData("2027-01-01", 3, 1, "May 2027")]
    [InlineData("2027-01-01", 52, 5, "period 5")]
    [InlineData("9999-07-01", 4, 5, "period 5")]
    [InlineData("0001-01-01", 4, -5, "period -5")]
    public void Periods_have_the_names_that_people_use(string start, int perYear, int period, string expected)
    {
        var horizon = new Horizon(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), 60, perYear);
        Assert.Equal(expected, new Periods(horizon, Vocabulary.English.Report).Name(period));
    }

    [Fact]
    public void Years_and_durations_follow_the_language()
    {
        var periods = new Periods(new Horizon(new DateOnly(2027, 7, 1), 16, 4), Vocabulary.Dutch.Report);
        Assert.Equal("2028/29", periods.Year(1));
        Assert.Equal("2027 K3", periods.Name(0));
        Assert.Equal("16 kwartalen", periods.Length(16));
        Assert.Equal("1 kwartaal", periods.Length(1));
        Assert.Equal("6 kw", periods.ShortLength(6));
    }

    [Fact]
    public void The_turn_of_a_century_is_two_figures()
    {
        var periods = new Periods(new Horizon(new DateOnly(2099, 7, 1), 4, 4), Vocabulary.English.Report);
        Assert.Equal("2099/00", periods.Year(0));
    }
}
