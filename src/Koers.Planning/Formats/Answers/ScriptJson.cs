using System.Text.Encodings.Web;
using System.Text.Json;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>JSON results for scripts.</summary>
public static class ScriptJson
{
    // Nothing here ends in a web page: letters of any language stay letters
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document and a line end; the stream stays open.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            write(json);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    /// <summary>A number, or null where it does not exist.</summary>
    public static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } found && double.IsFinite(found))
            json.WriteNumber(name, found);
        else
            json.WriteNull(name);
    }

    /// <summary>A list.</summary>
    public static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    /// <summary>A list of ids, or of names of rules.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) =>
        List(json, name, texts, (writer, text) => writer.WriteStringValue(text));

    /// <summary>Choices as the file format writes them.</summary>
    public static void Choices(Utf8JsonWriter json, string name, IEnumerable<Choice> choices) => List(json, name, choices, Choice);

    /// <summary>A choice as the file format writes it.</summary>
    public static void Choice(Utf8JsonWriter json, Choice choice)
    {
        json.WriteStartObject();
        json.WriteString("initiative", choice.Initiative.Value);
        Held(json, choice);
        json.WriteEndObject();
    }

    /// <summary>How a plan holds an initiative that is named already; null where it does not.</summary>
    public static void Held(Utf8JsonWriter json, string name, Choice? choice)
    {
        if (choice is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Held(json, choice);
        json.WriteEndObject();
    }

    private static void Held(Utf8JsonWriter json, Choice choice)
    {
        json.WriteString("variant", choice.Variant.Value);
        json.WriteNumber("start", choice.Start);
    }

    /// <summary>A status as the file format writes it.</summary>
    public static string Status(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => "optimal",
        PlanStatus.Feasible => "feasible",
        PlanStatus.Infeasible => "infeasible",
        _ => "unknown",
    };
}
