using System.Globalization;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.Web.Site;

/// <summary>Numbers, money and time as people of a language write them. Its own formats: they are the same on every machine, whatever languages are
/// installed there.</summary>
/// <param name="language">"nl" or "en".</param>
public sealed class Figures(string language)
{
    private static readonly string[] DutchMonths =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly bool _isEnglish = language == "en";

    private readonly NumberFormatInfo _format = language == "en"
        ? new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "−" }
        : new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "−" };

    /// <summary>Money in whole euros, or with cents where there are any: "€ 1.250.000".</summary>
    /// <param name="amount">The money.</param>
    public string Money(Euro amount) => Money(amount.Amount);

    /// <summary>Money in whole euros, or with cents where there are any.</summary>
    /// <param name="euros">Euros.</param>
    public string Money(decimal euros) => "€ " + euros.ToString(euros == decimal.Truncate(euros) ? "N0" : "N2", _format);

    /// <summary>Large money in short: "€ 1,3 mln".</summary>
    /// <param name="euros">Euros.</param>
    public string ShortMoney(double euros) => Math.Abs(euros) switch
    {
        >= 999_500 => $"€ {(euros / 1_000_000).ToString("N1", _format)} {(_isEnglish ? "m" : "mln")}",
        >= 1_000 => $"€ {(euros / 1_000).ToString("N0", _format)}{(_isEnglish ? "k" : " dzd")}",
        _ => "€ " + euros.ToString("N0", _format),
    };

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">Digits behind the decimal sign.</param>
    public string Number(double number, int decimals = 0) => Signed(number, decimals).ToString($"N{decimals}", _format);

    /// <summary>A number with at most so many decimals, none where there are none.</summary>
    /// <param name="number">The number.</param>
    /// <param name="most">Most digits behind the decimal sign.</param>
    public string Compact(double number, int most = 2) => Signed(number, most).ToString("#,##0." + new string('#', most), _format);

    /// <summary>Points of value: as many decimals as tell plans apart.</summary>
    /// <param name="points">Points.</param>
    public string Points(double points) => Number(points, Decimals(points));

    /// <summary>Points that something is at most: rounded up, so that it stays true.</summary>
    /// <param name="points">Points.</param>
    public string PointsAtMost(double points)
    {
        var unit = Math.Pow(10, Decimals(points));
        return Number(Math.Ceiling((points * unit) - 1e-9) / unit, Decimals(points));
    }

    /// <summary>Points that something is at most, beside what was found. A bound that is the value itself is shown as it: rounded up it would seem that
    /// more is possible.</summary>
    /// <param name="bound">Points that it is at most.</param>
    /// <param name="value">Points that were found.</param>
    public string PointsAtMost(double bound, double value) => IsReached(bound, value) ? Points(value) : PointsAtMost(bound);

    /// <summary>Whether a bound is the value itself, as exact as plans are counted.</summary>
    /// <param name="bound">Points that something is at most.</param>
    /// <param name="value">Points that were found.</param>
    public static bool IsReached(double bound, double value) => bound - value <= 1e-6 * Math.Max(1, Math.Abs(value));

    // What is shown as nothing has no sign
    private static double Signed(double number, int decimals) => Math.Abs(number) < 0.5 * Math.Pow(10, -decimals) ? 0 : number;

    private static int Decimals(double points) => Math.Abs(points) < 100 ? 2 : 1;

    /// <summary>A share as a percentage: "12,5%".</summary>
    /// <param name="share">0.125 = 12.5%.</param>
    /// <param name="decimals">Digits behind the decimal sign.</param>
    public string Percent(double share, int decimals = 0) => Signed(share * 100, decimals).ToString($"N{decimals}", _format) + "%";

    /// <summary>A day: "29 november 2026".</summary>
    /// <param name="day">The day.</param>
    public string Day(DateOnly day) => $"{day.Day} {(_isEnglish ? EnglishMonths : DutchMonths)[day.Month - 1]} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A quarter: "2027 K1".</summary>
    /// <param name="day">A day in it.</param>
    public string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} {(_isEnglish ? 'Q' : 'K')}{((day.Month - 1) / 3) + 1}");

    /// <summary>A moment in Dutch time: "29 november 2026, 14.05 uur". In the hour that comes twice it says which of the two; where the machine does not know
    /// Dutch time, that it is universal time.</summary>
    /// <param name="moment">The moment.</param>
    public string Moment(DateTimeOffset moment)
    {
        var local = DutchTime.Of(moment);
        var day = Day(DateOnly.FromDateTime(local.DateTime));
        return (_isEnglish
            ? string.Create(CultureInfo.InvariantCulture, $"{day}, {local:HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"{day}, {local:HH.mm} uur")) + Which(moment);
    }

    private string Which(DateTimeOffset moment) => DutchTime.IsKnown
        ? DutchTime.IsFirstOfTwo(moment) switch
        {
            null => "",
            true => _isEnglish ? " summer time" : " zomertijd",
            false => _isEnglish ? " winter time" : " wintertijd",
        }
        : " UTC";

    /// <summary>A number as it stands in a field of a table that is read as much as it is typed in: with groups of thousands.</summary>
    /// <param name="number">The number.</param>
    public string Grouped(decimal number) => number.ToString("#,##0.############", _format);

    /// <summary>A number as it stands in a field: no groups, the decimal sign of the language.</summary>
    /// <param name="number">The number.</param>
    public string Field(decimal number)
    {
        var plain = number.ToString("0.############", CultureInfo.InvariantCulture);
        return _isEnglish ? plain : plain.Replace('.', ',');
    }
}
