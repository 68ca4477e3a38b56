using System.Globalization;
using Koers.Cli.Terminal;
using Koers.Planning.Analyses;

namespace Koers.Cli.Report;

/// <summary>Figures and small charts of a risk report.</summary>
internal static class RiskFigures
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const string AsciiLevels = ".:-=+*%#";

    /// <summary>A chance as a percentage: never 0% where it happened, never 100% where it did not always happen.</summary>
    public static string Chance(Page page, double probability) => probability switch
    {
        0 or 1 => page.Numbers.Percent(probability),
        < 0.001 => "<" + page.Numbers.Percent(0.001, 1),
        > 0.999 => ">" + page.Numbers.Percent(0.999, 1),
        _ => page.Numbers.Percent(probability, 1),
    };

    /// <summary>Half the width of the 95% interval of a chance.</summary>
    public static string PlusMinus(Page page, Chance chance) => page.Numbers.Percent((chance.High - chance.Low) / 2, 1);

    /// <summary>Half the width of the 95% interval of the mean value, with as many figures as the value has.</summary>
    public static string Error(Page page, ValueRisk value, double standardError)
    {
        var decimals = Math.Abs(value.Mean) switch { < 1 => 4, < 100_000 => 2, _ => 0 };
        return page.Numbers.Fixed(1.96 * standardError, decimals);
    }

    /// <summary>A whole number as machines write it: a seed is no amount.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One sign per chance: a space for none, then eight steps up to certainty.</summary>
    public static string Line(Page page, IEnumerable<double> chances)
    {
        var levels = page.Glyphs.IsUnicode ? Levels : AsciiLevels;
        return string.Concat(chances.Select(p => p <= 0 ? ' ' : levels[Math.Clamp((int)(p * levels.Length), 0, levels.Length - 1)]));
    }

    /// <summary>The steps of <see cref="Line"/>, from low to high.</summary>
    public static string Scale(Page page) => page.Glyphs.IsUnicode ? Levels : AsciiLevels;

    /// <summary>A buffer, rounded up so that it stays enough; empty where none is known.</summary>
    public static string Buffer(Page page, Excess excess, int which, int decimals)
    {
        if (excess.Buffers.Count <= which)
            return "";
        var scale = Math.Pow(10, decimals);
        return page.Numbers.Fixed(Math.Ceiling((excess.Buffers[which].Amount * scale) - 1e-6) / scale, decimals);
    }
}
