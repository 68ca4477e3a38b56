using System.Globalization;
using System.Text;

namespace Koers.Planning.Formats;

/// <summary>Words within a fault's text that differ between the languages.</summary>
internal sealed record Phrase(string English, string Dutch)
{
    public static readonly Phrase Number = new("a number", "een getal");
    public static readonly Phrase Whole = new("a whole number", "een geheel getal");
    public static readonly Phrase Text = new("text", "tekst");
    public static readonly Phrase Flag = new("true or false", "true of false");
    public static readonly Phrase Date = new("a date as 2027-01-31", "een datum als 2027-01-31");
    public static readonly Phrase List = new("a list", "een lijst");
    public static readonly Phrase Object = new("an object", "een object");
    public static readonly Phrase TextOrTexts = new("text or a list of texts", "tekst of een lijst van teksten");

    public static readonly Phrase Goal = new("goal", "doel");
    public static readonly Phrase Budget = new("budget", "budget");
    public static readonly Phrase Capacity = new("capacity", "capaciteit");
    public static readonly Phrase Initiative = new("initiative", "initiatief");
    public static readonly Phrase Variant = new("variant of this initiative", "variant van dit initiatief");
    public static readonly Phrase Relation = new("relation of this type", "relatie van dit type");
    public static readonly Phrase Frame = new("frame", "kader");
    public static readonly Phrase Year = new("year", "jaar");
    public static readonly Phrase Period = new("period", "periode");

    public string In(CultureInfo culture) => FaultText.IsDutch(culture) ? Dutch : English;

    /// <summary>A value as found, quoted, cut short and without control characters: safe on one line of a terminal.</summary>
    public static string Quote(string? text) => $"'{Plain(text ?? "", 60)}'";

    /// <summary>Text on one line: control characters are written as escapes, and what is longer than the limit is cut off.</summary>
    public static string Plain(string text, int limit)
    {
        var shown = text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit), "…");
        if (!shown.Any(IsUnprintable)) return shown;
        var plain = new StringBuilder();
        foreach (var c in shown)
            _ = IsUnprintable(c) ? plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : plain.Append(c);
        return plain.ToString();
    }

    /// <summary>Control and format characters (a reversed writing order, for instance), and halves of characters.</summary>
    private static bool IsUnprintable(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
