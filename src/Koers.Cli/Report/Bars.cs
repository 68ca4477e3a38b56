using Koers.Cli.Terminal;
using Spectre.Console;

namespace Koers.Cli.Report;

/// <summary>One part of a bar.</summary>
internal readonly record struct BarPart(double Amount, char Glyph, Style Style);

/// <summary>Bars of whole cells.</summary>
internal static class Bars
{
    /// <summary>
    /// Draws parts after each other, <paramref name="scale"/> filling all cells. A part that exists gets at least one cell where there is
    /// room, so that "a little" never looks like "nothing"; no bar is longer than its cells.
    /// </summary>
    public static Span[] Draw(int cells, double scale, params ReadOnlySpan<BarPart> parts)
    {
        var lengths = new int[parts.Length];
        var sum = 0.0;
        var drawn = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            sum += Math.Max(0, parts[i].Amount);
            var end = scale > 0 ? (int)Math.Round(Math.Min(1, sum / scale) * cells, MidpointRounding.AwayFromZero) : 0;
            lengths[i] = end - drawn;
            drawn = end;
        }

        ShowSmallParts(lengths, parts, scale, cells);
        var spans = new Span[parts.Length + 1];
        for (var i = 0; i < parts.Length; i++)
            spans[i] = new Span(new string(parts[i].Glyph, lengths[i]), parts[i].Style);
        spans[^1] = new Span(new string(' ', Math.Max(0, cells - lengths.Sum())));
        return spans;
    }

    private static void ShowSmallParts(int[] lengths, ReadOnlySpan<BarPart> parts, double scale, int cells)
    {
        const double Noticeable = 0.001;
        for (var i = 0; i < parts.Length; i++)
        {
            if (lengths[i] > 0 || !(parts[i].Amount > Noticeable * scale))
                continue;
            if (lengths.Sum() < cells)
            {
                lengths[i] = 1;
                continue;
            }

            var longest = Array.IndexOf(lengths, lengths.Max());
            if (lengths[longest] > 1)
            {
                lengths[longest]--;
                lengths[i] = 1;
            }
        }
    }
}
