using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>A frontier as <c>koers-frontier/1</c>; schemas/koers-frontier-1.schema.json describes it.</summary>
internal static class FrontierJson
{
    public const string Format = "koers-frontier/1";

    public static void Write(Stream output, FrontierSettings settings, FrontierResult result) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        Ids(json, "budgets", settings.Budgets.Select(id => id.Value));
        Ids(json, "capacities", settings.Capacities.Select(id => id.Value));
        json.WriteString("measure", Lower(result.Measure));
        json.WriteBoolean("finished", result.IsFinished);
        List(json, "points", result.Points, point => Point(json, point));
        List(json, "steps", result.Steps, step => Step(json, step));
        List(json, "hull", result.Hull, json.WriteNumberValue);
        Knee(json, result.Knee);
        List(json, "initiatives", result.Presence, presence => Presence(json, presence));
        json.WriteEndObject();
    });

    private static void Point(Utf8JsonWriter json, FrontierPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("factor", point.Factor);
        json.WriteNumber("amount", point.Amount);
        json.WriteString("status", ScriptJson.Status(point.Plan.Status));
        ScriptJson.Number(json, "value", point.Plan.Value);
        ScriptJson.Number(json, "bound", point.Plan.Bound);
        ScriptJson.Number(json, "gap", point.Plan.Gap);
        ScriptJson.Number(json, "certifiedBound", point.Plan.Certificate?.Bound);
        json.WriteBoolean("planned", point.IsPlanned);
        List(json, "selected", point.Plan.Selected, choice => Choice(json, choice));
        Ids(json, "conflict", point.Plan.Conflict);
        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, FrontierStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("amount", step.Amount);
        ScriptJson.Number(json, "gain", step.Gain);
        ScriptJson.Number(json, "leastGain", step.LeastGain);
        ScriptJson.Number(json, "mostGain", step.MostGain);
        ScriptJson.Number(json, "perUnit", step.PerUnit);
        Ids(json, "in", step.In.Select(id => id.Value));
        Ids(json, "out", step.Out.Select(id => id.Value));
        json.WriteEndObject();
    }

    private static void Knee(Utf8JsonWriter json, FrontierKnee? knee)
    {
        if (knee is null)
        {
            json.WriteNull("knee");
            return;
        }

        json.WriteStartObject("knee");
        json.WriteNumber("point", knee.Point);
        json.WriteNumber("distance", knee.Distance);
        json.WriteNumber("first", knee.First);
        json.WriteNumber("last", knee.Last);
        json.WriteEndObject();
    }

    private static void Presence(Utf8JsonWriter json, FrontierPresence presence)
    {
        json.WriteStartObject();
        json.WriteString("initiative", presence.Initiative.Id.Value);
        json.WriteString("course", Lower(presence.Course));
        List(json, "spans", presence.Spans, span =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.First);
            json.WriteNumberValue(span.Last);
            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, Choice choice)
    {
        json.WriteStartObject();
        json.WriteString("initiative", choice.Initiative.Value);
        json.WriteString("variant", choice.Variant.Value);
        json.WriteNumber("start", choice.Start);
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, string name, IEnumerable<string> ids) =>
        List(json, name, ids, json.WriteStringValue);

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static string Lower<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
