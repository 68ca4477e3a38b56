using System.Text.Json;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Formats;

namespace Koers.Cli.Report;

/// <summary>Faults of input files: one line each, never broken, so that a script can count them.</summary>
internal static class FaultLines
{
    public const string Format = "koers-validation/1";

    /// <summary>
    /// Writes <c>problem.json#/goals/0/weight: -1 is negative; expected a number of at least 0</c>: the file with the JSON pointer as a
    /// fragment, what is wrong, what was expected.
    /// </summary>
    public static void Write(TextWriter output, Vocabulary vocabulary, string file, IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            output.WriteLine(Line(vocabulary, file, fault));
    }

    private static string Line(Vocabulary vocabulary, string file, Fault fault)
    {
        var texts = vocabulary.Messages;
        var (message, expected) = FaultText.In(vocabulary.Culture, fault);
        var warning = fault.Severity == Severity.Warning ? texts.Warning + ": " : "";
        var rest = string.IsNullOrWhiteSpace(expected) ? "" : "; " + texts.Expected.With(Clean(expected));
        var where = fault.JsonPointer.Length == 0 ? "" : "#";
        return $"{Clean(file)}{where}{Clean(fault.JsonPointer)}: {warning}{Clean(message)}{rest}";
    }

    /// <summary>All faults for a script, as <c>koers-validation/1</c>; schemas/koers-validation-1.schema.json describes it.</summary>
    public static void WriteJson(Stream output, Vocabulary vocabulary, bool usable, IReadOnlyList<Fault> faults) =>
        ScriptJson.Write(output, json => WriteJson(json, vocabulary, usable, faults));

    private static void WriteJson(Utf8JsonWriter json, Vocabulary vocabulary, bool usable, IReadOnlyList<Fault> faults)
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteBoolean("usable", usable);
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            var (message, expected) = FaultText.In(vocabulary.Culture, fault);
            json.WriteStartObject();
            json.WriteString("severity", fault.Severity == Severity.Warning ? "warning" : "error");
            json.WriteString("pointer", fault.JsonPointer);
            json.WriteString("message", message);
            json.WriteString("expected", expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Clean(string text) => Display.Clean(text, Display.LongestMessage);
}
