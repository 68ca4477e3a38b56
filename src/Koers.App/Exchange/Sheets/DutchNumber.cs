using System.Globalization;
using System.Text.RegularExpressions;

namespace Koers.App.Exchange.Sheets;

/// <summary>Numbers and days as people write them.</summary>
public static partial class DutchNumber
{
    /// <summary>Reads a number; null where it is none or could be two.</summary>
    /// <param name="text">For example "1.250.000,00" or "€ 1.000".</param>
    /// <param name="hasPoint">Whether the decimal sign is a point, and the comma only groups.</param>
    public static decimal? Read(string text, bool hasPoint)
    {
        var plain = text.Replace("€", "", StringComparison.Ordinal).Replace("EUR", "", StringComparison.OrdinalIgnoreCase)
            .Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('−', '-').Trim();
        var isShare = plain.EndsWith('%');
        plain = plain.TrimEnd('%').Trim();
        if (!(hasPoint ? Pointed() : Dutch()).IsMatch(plain))
            return null;
        var invariant = hasPoint ? plain.Replace(",", "", StringComparison.Ordinal) : plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        invariant = invariant.Replace(" ", "", StringComparison.Ordinal).TrimEnd('-');
        return decimal.TryParse(invariant, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? isShare ? value / 100 : value
            : null;
    }

    /// <summary>What a title says that the numbers below it must be multiplied by: 1.000 for "Bedrag (€ x 1.000)".</summary>
    public static (string Title, decimal Times) Multiple(string title)
    {
        var found = Times().Match(title);
        if (!found.Success)
            return (title.Trim(), 1);
        var times = found.Groups["mln"].Success ? 1_000_000m : decimal.Parse(found.Groups["n"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (title[..found.Index].TrimEnd(' ', '(', '€').Trim(), times);
    }

    /// <summary>Reads a day: 2027-01-01, 1-1-2027 or 2027-K1.</summary>
    public static DateOnly? Day(string text)
    {
        var plain = text.Trim();
        if (DateOnly.TryParseExact(plain, ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var quarter = Quarter().Match(plain);
        return quarter.Success
            ? new DateOnly(int.Parse(quarter.Groups["year"].Value, CultureInfo.InvariantCulture), ((quarter.Groups["quarter"].Value[0] - '0') * 3) - 2, 1)
            : null;
    }

    /// <summary>A day as workbooks count: from 1900, with a 29 February that was not, or from 1904.</summary>
    public static DateOnly? Day(double serial, bool is1904)
    {
        if (!(serial >= (is1904 ? 0 : 61) && serial < 2_900_000) || serial != Math.Floor(serial))
            return null;
        return (is1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30)).AddDays((int)serial);
    }

    [GeneratedRegex(@"\A-?(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)(,(\d+|-))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dutch();

    [GeneratedRegex(@"\A-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pointed();

    [GeneratedRegex(@"\(?\s*(€\s*)?[x×]\s*(€\s*)?((?<n>1\.?000(\.?000)?)|(1\s*)?(?<mln>mln|miljoen))\s*\)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();

    [GeneratedRegex(@"\A(?<year>[12]\d{3})-?[KkQq](?<quarter>[1-4])\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();
}
