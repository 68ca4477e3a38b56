using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Koers.Cli.Terminal;

/// <summary>Makes text from files fit to show: names may be hostile, or merely strange.</summary>
internal static partial class Display
{
    /// <summary>Characters of a name that are shown; a sentence may have more.</summary>
    private const int LongestName = 300;

    /// <summary>Characters of a whole message that are shown.</summary>
    public const int LongestMessage = 4000;

    /// <summary>
    /// One line without control characters, escape sequences, invisible signs and signs that turn the direction of writing, so that a
    /// name can neither steer the terminal nor pretend to be another line.
    /// </summary>
    public static string Clean(string? text, int longest = LongestName)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in EscapeSequence().Replace(text, "").EnumerateRunes())
        {
            if (plain.Length >= longest)
                return plain.Append("...").ToString();
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator:
                    if (plain.Length > 0 && plain[^1] != ' ')
                        plain.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    plain.Append(rune);
                    break;
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Cells that a text takes on a terminal: letters of some scripts take two, combining marks none.</summary>
    public static int Width(string text) => text.GetCellWidth();

    /// <summary>Cuts a text to a number of cells.</summary>
    public static string Cut(string text, int cells, Glyphs glyphs)
    {
        if (Width(text) <= cells)
            return text;
        var kept = new StringBuilder();
        var room = Math.Max(0, cells - glyphs.Ellipsis.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = rune.ToString();
            room -= Width(next);
            if (room < 0)
                break;
            kept.Append(next);
        }

        return kept.ToString().TrimEnd() + glyphs.Ellipsis[..Math.Min(cells, glyphs.Ellipsis.Length)];
    }

    /// <summary>Breaks a text into lines of at most a number of cells, between words where it can.</summary>
    public static IReadOnlyList<string> Wrap(string text, int cells)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => WordBreaks.Pieces(word, cells)))
        {
            if (line.Length > 0 && Width(line.ToString()) + 1 + Width(word) > cells)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line.ToString());
        return lines;
    }

    // CSI and OSC sequences whole, so that their letters do not stay behind; a lone escape goes with the control characters
    [GeneratedRegex(@"(\x1B\[|\x9B)[0-?]*[ -/]*[@-~]|(\x1B\]|\x9D)[^\x07\x1B\x9C]*(\x07|\x1B\\|\x9C)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapeSequence();
}
