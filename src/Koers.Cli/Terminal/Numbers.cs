using System.Globalization;
using Koers.Cli.Texts;

namespace Koers.Cli.Terminal;

/// <summary>
/// Writes numbers for people, as their language does. The formats are set here and not taken from ICU, which a small server may not
/// have. Files and JSON never pass through here.
/// </summary>
internal sealed class Numbers
{
    private readonly NumberFormatInfo _format;

    private Numbers(NumberFormatInfo format) => _format = format;

    private static Numbers English { get; } = new(Format(",", "."));

    private static Numbers Dutch { get; } = new(Format(".", ","));

    public static Numbers For(Language language) => language == Language.Dutch ? Dutch : English;

    public string Whole(double number) => Fixed(number, 0);

    /// <summary>Points of value: four figures behind the point below one, two up to a hundred thousand, none above.</summary>
    public string Points(double points) => Fixed(points, Math.Abs(points) switch { < 1 => 4, < 100_000 => 2, _ => 0 });

    /// <summary>A number with so many figures behind the point; very large numbers in scientific notation.</summary>
    public string Fixed(double number, int decimals)
    {
        if (!double.IsFinite(number))
            return number.ToString(_format);
        if (Math.Abs(number) >= 1e15)
            return number.ToString("0.###e+0", _format);
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _format);
    }

    /// <summary>How many figures behind the point tell amounts of this size apart in one column.</summary>
    public static int Decimals(IEnumerable<double> amounts)
    {
        var largest = 0.0;
        var whole = true;
        foreach (var amount in amounts)
        {
            largest = Math.Max(largest, Math.Abs(amount));
            whole &= Math.Abs(amount - Math.Round(amount)) < 1e-9;
        }

        return whole ? 0 : largest switch { >= 10_000 => 0, >= 100 => 1, >= 1 => 2, _ => 3 };
    }

    /// <summary>A share as a whole or, where small, more exact percentage.</summary>
    public string Percent(double share, int decimals = 0) => Fixed(share * 100, decimals) + "%";

    /// <summary>A gap, rounded up so that "at most" stays true.</summary>
    public string Gap(double gap)
    {
        var percent = Math.Max(0, gap) * 100;
        if (percent >= 1e6)
            return Fixed(percent, 0) + "%";
        var decimals = percent switch { >= 1 => 1, >= 0.01 => 2, _ => 4 };
        var scale = Math.Pow(10, decimals);
        return Fixed(Math.Ceiling((percent * scale) - 1e-6) / scale, decimals) + "%";
    }

    /// <summary>A gap that somebody asked for, exactly as meant: 0.1%, not 0.10%.</summary>
    public string Asked(double gap) => (gap * 100).ToString("0.######", _format) + "%";

    /// <summary>Wall time: 0.3 s, 12 s, 2 min 5 s, 1 h 4 min.</summary>
    public string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 9.95 => Fixed(time.TotalSeconds, 1) + " s",
        < 119.5 => Fixed(time.TotalSeconds, 0) + " s",
        < 3600 => Whole(Math.Floor(time.TotalMinutes)) + " min " + Whole(time.Seconds) + " s",
        _ => Whole(Math.Floor(time.TotalHours)) + " h " + Whole(time.Minutes) + " min",
    };

    private static NumberFormatInfo Format(string group, string point) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = group,
        NumberDecimalSeparator = point,
        NumberGroupSizes = [3],
        NumberNegativePattern = 1,
        NegativeSign = "-",
    });
}
