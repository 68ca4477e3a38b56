using Koers.Domain.Frames;

namespace Koers.App.Planning;

/// <summary>Days of the register and periods of the engine: period 0 is the first quarter that is planned.</summary>
/// <param name="Start">First day of period 0.</param>
/// <param name="Quarters">How many quarters are planned.</param>
public sealed record Calendar(DateOnly Start, int Quarters)
{
    private const int MonthsInQuarter = 3;
    private const int MonthsInYear = 12;
    private const int QuartersInYear = 4;

    /// <summary>The calendar of settings.</summary>
    /// <param name="settings">The settings.</param>
    public static Calendar Of(PlanningSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new Calendar(settings.Start, settings.Quarters);
    }

    /// <summary>The period in which a day lies; negative before the first.</summary>
    /// <param name="day">The day.</param>
    public int PeriodOf(DateOnly day)
    {
        var months = ((day.Year - Start.Year) * MonthsInYear) + day.Month - Start.Month;
        return (int)Math.Floor(months / (double)MonthsInQuarter);
    }

    /// <summary>First day of a period, which may lie before the first.</summary>
    /// <param name="period">The period.</param>
    public DateOnly DayOf(int period) => Start.AddMonths(period * MonthsInQuarter);

    /// <summary>Number of years that are planned.</summary>
    public int Years => (Quarters + QuartersInYear - 1) / QuartersInYear;

    /// <summary>Calendar year and quarter (1 to 4) of a period.</summary>
    /// <param name="period">The period.</param>
    public (int Year, int Quarter) QuarterOf(int period)
    {
        var day = DayOf(period);
        return (day.Year, ((day.Month - 1) / MonthsInQuarter) + 1);
    }
}
