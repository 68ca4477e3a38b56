using System.Globalization;
using Koers.App.Requests;
using Xunit;

namespace Koers.App.Tests.Requests;

public class DutchTimeTests
{
    [Theory]
    // Winter: one hour ahead of universal time
    [InlineData("2026-01-15T22:59:59Z", "2026-01-15T23:59:59")]
    [InlineData("2026-01-15T23:00:00Z", "2026-01-16T00:00:00")]
    // Summer: two
    [InlineData("2026-07-15T21:59:59Z", "2026-07-15T23:59:59")]
    [InlineData("2026-07-15T22:00:00Z", "2026-07-16T00:00:00")]
    // From 2 to 3 o'clock is not there
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
    // From 2 to 3 o'clock is there twice
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T02:30:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T02:30:00")]
    [InlineData("2026-10-25T02:00:00Z", "2026-10-25T03:00:00")]
    public void A_moment_is_shown_as_Dutch_clocks_show_it(string moment, string expected)
    {
        var local = DutchTime.Of(At(moment));
        Assert.Equal(expected, local.ToString("s", CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.FromDateTime(local.DateTime), DutchTime.DayOf(At(moment)));
    }

    [Theory]
    [InlineData("2026-10-24T23:59:59Z", null)]
    [InlineData("2026-10-25T00:00:00Z", true)]
    [InlineData("2026-10-25T00:59:59Z", true)]
    [InlineData("2026-10-25T01:00:00Z", false)]
    [InlineData("2026-10-25T01:59:59Z", false)]
    [InlineData("2026-10-25T02:00:00Z", null)]
    [InlineData("2026-03-29T01:00:00Z", null)]
    public void The_hour_that_comes_twice_is_known_the_first_time_and_the_second(string moment, bool? expected) =>
        Assert.Equal(expected, DutchTime.IsFirstOfTwo(At(moment)));

    [Theory]
    [InlineData("2026-01-16", "2026-01-15T23:00:00Z")]
    [InlineData("2026-07-16", "2026-07-15T22:00:00Z")]
    // The days on which the clock is moved begin in the time of before, and the next ones in that of after
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_day_begins_at_midnight_on_Dutch_clocks(string day, string expected)
    {
        var begin = DutchTime.BeginOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(At(expected), begin);
        Assert.Equal(DutchTime.DayOf(begin), DutchTime.DayOf(begin.AddTicks(-1)).AddDays(1));
    }

    [Fact]
    public void Days_are_as_long_as_the_clock_makes_them()
    {
        Assert.Equal(23, Hours(new DateOnly(2026, 3, 29)));
        Assert.Equal(25, Hours(new DateOnly(2026, 10, 25)));
        Assert.Equal(24, Hours(new DateOnly(2026, 11, 29)));
    }

    private static double Hours(DateOnly day) => (DutchTime.BeginOf(day.AddDays(1)) - DutchTime.BeginOf(day)).TotalHours;

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
