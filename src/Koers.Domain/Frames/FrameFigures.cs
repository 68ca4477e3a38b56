using System.Globalization;

namespace Koers.Domain.Frames;

/// <summary>Numbers and lists as sentences have them, in Dutch and English, on every machine the same.</summary>
public static class FrameFigures
{
    private static readonly NumberFormatInfo Dutch = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    /// <summary>"€ 1.250.000", with cents only where there are some.</summary>
    /// <param name="amount">Euros.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Money(decimal amount, bool isDutch) =>
        "€ " + amount.ToString(amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00", Format(isDutch));

    /// <summary>"4%" for 0.04, as exact as it was given.</summary>
    /// <param name="share">A share; 1 = all.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Share(decimal share, bool isDutch) => Number(share * 100, isDutch) + "%";

    /// <summary>"1.250,5", as exact as it was given.</summary>
    /// <param name="number">A number.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Number(decimal number, bool isDutch) => number.ToString("#,##0.############################", Format(isDutch));

    /// <summary>"1.250,5", as a measured number: at most six decimals.</summary>
    /// <param name="number">A number.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Number(double number, bool isDutch) => number.ToString("#,##0.######", Format(isDutch));

    /// <summary>"2027 en 2029", "2027 tot en met 2030".</summary>
    /// <param name="years">Calendar years, at least one.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Years(IReadOnlyList<int> years, bool isDutch)
    {
        ArgumentNullException.ThrowIfNull(years);
        var sorted = years.Order().Select(year => year.ToString(CultureInfo.InvariantCulture)).ToList();
        return years.Count > 2 && years.Max() - years.Min() == years.Count - 1
            ? $"{sorted[0]} {(isDutch ? "tot en met" : "to")} {sorted[^1]}"
            : And(sorted, isDutch);
    }

    /// <summary>"a, b en c".</summary>
    /// <param name="parts">At least one.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string And(IReadOnlyList<string> parts, bool isDutch) => Joined(parts, isDutch ? "en" : "and");

    /// <summary>"a, b of c".</summary>
    /// <param name="parts">At least one.</param>
    /// <param name="isDutch">Whether in Dutch.</param>
    public static string Or(IReadOnlyList<string> parts, bool isDutch) => Joined(parts, isDutch ? "of" : "or");

    private static string Joined(IReadOnlyList<string> parts, string last) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";

    private static NumberFormatInfo Format(bool isDutch) => isDutch ? Dutch : English;
}
