using System.Text.Encodings.Web;
using System.Text.Json;
using Koers.Planning.Plans;

namespace Koers.Cli.Report;

/// <summary>JSON results for scripts.</summary>
internal static class ScriptJson
{
    // Nothing here ends in a web page: letters of any language stay letters
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    /// <summary>A status as the file format writes it.</summary>
    public static string Status(PlanStatus status) => status switch
    {
        PlanStatus.Optimal => "optimal",
        PlanStatus.Feasible => "feasible",
        PlanStatus.Infeasible => "infeasible",
        _ => "unknown",
    };
}
