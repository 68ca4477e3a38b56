using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>A frontier as <c>koers-frontier/1</c>; schemas/koers-frontier-1.schema.json describes it.</summary>
public static class FrontierJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-frontier/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, FrontierSettings settings, FrontierResult result) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        ScriptJson.Texts(json, "budgets", settings.Budgets.Select(id => id.Value));
        ScriptJson.Texts(json, "capacities", settings.Capacities.Select(id => id.Value));
        json.WriteString("measure", Lower(result.Measure));
        json.WriteBoolean("finished", result.IsFinished);
        ScriptJson.List(json, "points", result.Points, Point);
        ScriptJson.List(json, "steps", result.Steps, Step);
        ScriptJson.List(json, "hull", result.Hull, (writer, number) => writer.WriteNumberValue(number));
        Knee(json, result.Knee);
        ScriptJson.List(json, "initiatives", result.Presence, Presence);
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
        ScriptJson.Choices(json, "selected", point.Plan.Selected);
        ScriptJson.Texts(json, "conflict", point.Plan.Conflict);
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
        ScriptJson.Texts(json, "in", step.In.Select(id => id.Value));
        ScriptJson.Texts(json, "out", step.Out.Select(id => id.Value));
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
        ScriptJson.List(json, "spans", presence.Spans, (writer, span) =>
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(span.First);
            writer.WriteNumberValue(span.Last);
            writer.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private static string Lower<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
