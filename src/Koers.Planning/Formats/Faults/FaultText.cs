using System.Globalization;

namespace Koers.Planning.Formats;

/// <summary>The texts of faults, in English and Dutch.</summary>
public static partial class FaultText
{
    internal static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Message and expectation in the language of a culture: Dutch for <c>nl</c> and its regions, English for all others. Numbers
    /// are written as in the file.</summary>
    public static (string Message, string Expected) In(CultureInfo culture, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Kind == FaultKind.Other ? (fault.Message, fault.Expected) : Render(culture, fault.Kind, fault.Arguments);
    }

    /// <summary>The fault on one line: where, what is wrong, what was expected; a warning says that it is one.</summary>
    public static string Line(CultureInfo culture, Fault fault)
    {
        var (message, expected) = In(culture, fault);
        var dutch = IsDutch(culture);
        var where = fault.JsonPointer.Length == 0 ? (dutch ? "(bestand)" : "(file)") : Phrase.Plain(fault.JsonPointer, int.MaxValue);
        var warning = fault.Severity == Severity.Error ? "" : dutch ? "waarschuwing: " : "warning: ";
        return $"{where}: {warning}{message}; {(dutch ? "verwacht" : "expected")}: {expected}";
    }

    internal static bool IsDutch(CultureInfo culture) => culture.Name is "nl" or ['n', 'l', '-', ..];

    internal static (string Message, string Expected) Render(CultureInfo culture, FaultKind kind, IReadOnlyList<object> arguments)
    {
        var (english, dutch) = Texts[kind];
        var (message, expected) = IsDutch(culture) ? dutch : english;
        var words = arguments.Select(a => a is Phrase phrase ? phrase.In(culture) : a).ToArray();
        return (Fill(message, words), Fill(expected, words));
    }

    private static string Fill(string text, object[] words) => string.Format(CultureInfo.InvariantCulture, text, words);
}
