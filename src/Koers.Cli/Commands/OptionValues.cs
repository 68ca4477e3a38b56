using System.Globalization;

namespace Koers.Cli.Commands;

/// <summary>Reads the values of options. They are written for machines too, so the decimal sign is a point in every language.</summary>
internal static class OptionValues
{
    /// <summary>The longest time limit: a week.</summary>
    public static TimeSpan LongestTime { get; } = TimeSpan.FromDays(7);

    /// <summary>The most threads that can be asked for.</summary>
    public const int MostThreads = 256;

    /// <summary>500ms, 60s, 2m, 1h, or seconds without a unit; null where it is none of these, not more than zero or too long.</summary>
    public static TimeSpan? Time(string text)
    {
        foreach (var (unit, milliseconds) in ((string, double)[])[("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("", 1000)])
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                continue;
            return Number(text[..^unit.Length]) is { } number && number * milliseconds >= 1
                && number * milliseconds <= LongestTime.TotalMilliseconds
                    ? TimeSpan.FromMilliseconds(number * milliseconds)
                    : null;
        }

        return null;
    }

    /// <summary>0.001 or 0.1%; null where it is not a share from 0 to 1.</summary>
    public static double? Gap(string text)
    {
        var isPercentage = text.EndsWith('%');
        return Number(isPercentage ? text[..^1] : text) / (isPercentage ? 100 : 1) is { } gap and >= 0 and <= 1 ? gap : null;
    }

    /// <summary>A whole number within limits; null where it is none.</summary>
    public static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
