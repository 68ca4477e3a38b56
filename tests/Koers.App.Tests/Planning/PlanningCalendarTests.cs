using Koers.App.Planning;
using Xunit;

namespace Koers.App.Tests.Planning;

public class PlanningCalendarTests
{
    [Theory]
    [InlineData(2027, 1, 1, 0)]
    [InlineData(2027, 4, 1, 1)]
    [InlineData(2028, 1, 1, 4)]
    [InlineData(2026, 10, 1, -1)]
    [InlineData(2025, 1, 1, -8)]
    public void Days_and_periods_are_the_same_both_ways(int year, int month, int day, int period)
    {
        var calendar = new Calendar(new DateOnly(2027, 1, 1), 16);
        Assert.Equal(period, calendar.PeriodOf(new DateOnly(year, month, day)));
        Assert.Equal(new DateOnly(year, month, day), calendar.DayOf(period));
    }
}
