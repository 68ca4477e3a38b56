using System.Globalization;
using Koers.Cli.Texts;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Writes periods, years and durations of a horizon as people do: 2027 Q1, Mar 2027, 2027/28, 6 q.</summary>
internal sealed class Periods(Horizon horizon, ReportTexts texts)
{
    private readonly string[] _months = texts.MonthNames.Split(' ');

    /// <summary>A period; negative ones lie before the horizon.</summary>
    public string Name(int period)
    {
        if (FirstDay(period) is not { } day)
            return texts.Period.With(period.ToString(CultureInfo.InvariantCulture));
        var year = day.Year.ToString(CultureInfo.InvariantCulture);
        return horizon.PeriodsPerYear switch
        {
            1 => YearFrom(day),
            2 when StartsOn(day, 6) => texts.Half.With(year, ((day.Month - 1) / 6) + 1),
            4 when StartsOn(day, 3) => texts.Quarter.With(year, ((day.Month - 1) / 3) + 1),
            _ => _months[day.Month - 1] + " " + year,
        };
    }

    /// <summary>A year of the horizon, counted from its start: 2027, or 2027/28 where it does not start in January.</summary>
    public string Year(int year) =>
        AddMonths(12L * year) is { } day ? YearFrom(day) : texts.Years.Split('|')[0].With(year.ToString(CultureInfo.InvariantCulture));

    /// <summary>The length of the horizon in words.</summary>
    public string Length(int periods) => Lengths.Count(periods, periods.ToString(CultureInfo.InvariantCulture));

    /// <summary>One period without a number: quarter.</summary>
    public string Unit => Lengths.Count(1, "").Trim();

    private string Lengths => horizon.PeriodsPerYear switch
    {
        1 => texts.Years,
        4 => texts.Quarters,
        12 => texts.Months,
        _ => texts.Periods,
    };

    /// <summary>A duration for a narrow column.</summary>
    public string ShortLength(int periods) => (horizon.PeriodsPerYear switch
    {
        1 => texts.ShortYears,
        4 => texts.ShortQuarters,
        12 => texts.ShortMonths,
        _ => texts.ShortPeriods,
    }).With(periods.ToString(CultureInfo.InvariantCulture));

    private static bool StartsOn(DateOnly day, int months) => day.Day == 1 && (day.Month - 1) % months == 0;

    private static string YearFrom(DateOnly day)
    {
        var year = day.Year.ToString("0000", CultureInfo.InvariantCulture);
        return day is { Day: 1, Month: 1 } ? year : year + "/" + ((day.Year + 1) % 100).ToString("00", CultureInfo.InvariantCulture);
    }

    // Null where periods are not whole months, or lie beyond the calendar
    private DateOnly? FirstDay(int period) =>
        12 % horizon.PeriodsPerYear == 0 ? AddMonths((long)period * (12 / horizon.PeriodsPerYear)) : null;

    private DateOnly? AddMonths(long months)
    {
        var month = ((long)horizon.Start.Year * 12) + horizon.Start.Month - 1 + months;
        return month is >= 12 and < 10_000L * 12 ? horizon.Start.AddMonths((int)months) : null;
    }
}
