using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>The price of dividing as <c>koers-silos/1</c>; schemas/koers-silos-1.schema.json describes it.</summary>
public static class SilosJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-silos/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, SiloReport report) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("by", report.Label);
        json.WriteString("shares", Division(report.Division));
        Plan(json, "whole", report.Whole);
        Outcome(json, report, report.Outcome);
        json.WriteStartArray("parts");
        foreach (var part in report.Parts)
            Part(json, part);
        json.WriteEndArray();
        json.WriteStartArray("initiatives");
        foreach (var fare in report.Outcome?.Fares ?? [])
            Fare(json, report, fare);
        json.WriteEndArray();
        json.WriteStartArray("means");
        foreach (var means in report.Outcome?.Means ?? [])
            Means(json, means);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Division(MeansDivision division) => division switch
    {
        MeansDivision.Historic => "historic",
        MeansDivision.Equal => "equal",
        _ => "asked",
    };

    private static string Obstacle(SiloObstacle obstacle) => obstacle switch
    {
        SiloObstacle.NeedsOtherPart => "needsOtherPart",
        SiloObstacle.TooLarge => "tooLarge",
        SiloObstacle.Collides => "collides",
        SiloObstacle.BetterTogether => "betterTogether",
        SiloObstacle.ShareUsedOtherwise => "shareUsedOtherwise",
        _ => "none",
    };

    private static void Plan(Utf8JsonWriter json, string name, Plan plan)
    {
        json.WriteStartObject(name);
        json.WriteString("status", ScriptJson.Status(plan.Status));
        ScriptJson.Number(json, "value", plan.Value);
        ScriptJson.Number(json, "bound", plan.Bound);
        ScriptJson.Choices(json, "selected", plan.Selected);
        ScriptJson.Texts(json, "conflict", plan.Conflict);
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, SiloReport report, SiloOutcome? outcome)
    {
        if (outcome is null)
        {
            json.WriteNull("outcome");
            return;
        }

        json.WriteStartObject("outcome");
        Plan(json, "compared", outcome.Compared);
        json.WriteStartObject("silos");
        ScriptJson.Number(json, "value", outcome.Silos.Value);
        ScriptJson.Number(json, "ceiling", outcome.Ceiling);
        ScriptJson.Choices(json, "selected", outcome.Selected);
        ScriptJson.Texts(json, "broken", outcome.Broken);
        json.WriteEndObject();
        json.WriteStartObject("loss");
        ScriptJson.Number(json, "value", report.IsLossKnown ? outcome.Loss : null);
        ScriptJson.Number(json, "atLeast", report.IsLossKnown ? outcome.LeastLoss : 0);
        ScriptJson.Number(json, "atMost", report.IsLossKnown ? outcome.MostLoss : null);
        ScriptJson.List(json, "reasons", report.IsLossKnown ? outcome.Losses : [], Reason);
        json.WriteEndObject();
        json.WriteStartObject("goals");
        for (var g = 0; g < outcome.Whole.Goals.Count; g++)
            Pair(json, outcome.Whole.Goals[g].Goal.Id.Value, outcome.Whole.Goals[g].Value, outcome.Silos.Goals[g].Value);
        json.WriteEndObject();
        Pair(json, "synergies", outcome.Whole.SynergyValue, outcome.Silos.SynergyValue);
        Pair(json, "penalty", outcome.Whole.Penalty, outcome.Silos.Penalty);
        ScriptJson.Texts(json, "synergiesLost", [.. outcome.Synergies.Select(s => s.Id.Value)]);
        json.WriteEndObject();
    }

    private static void Reason(Utf8JsonWriter json, SiloLoss loss)
    {
        json.WriteStartObject();
        json.WriteString("obstacle", Obstacle(loss.Obstacle));
        json.WriteNumber("initiatives", loss.Count);
        json.WriteNumber("points", loss.Points);
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, SiloPart part)
    {
        json.WriteStartObject();
        json.WriteString("value", part.Value);
        json.WriteNumber("initiatives", part.Initiatives.Count);
        json.WriteStartObject("budgets");
        foreach (var (id, share) in part.Budgets)
            json.WriteNumber(id.Value, share);
        json.WriteEndObject();
        json.WriteStartObject("capacities");
        foreach (var (id, share) in part.Capacities)
            json.WriteNumber(id.Value, share);
        json.WriteEndObject();
        Plan(json, "plan", part.Plan);
        ScriptJson.Texts(json, "broken", part.Broken);
        Pair(json, "carried", part.InWhole, part.InOutcome);
        Pair(json, "worth", part.WholeValue, part.OutcomeValue);
        json.WriteEndObject();
    }

    private static void Fare(Utf8JsonWriter json, SiloReport report, SiloFare fare)
    {
        json.WriteStartObject();
        json.WriteString("initiative", fare.Initiative.Id.Value);
        json.WriteString("part", report.Parts[fare.Part].Value);
        ScriptJson.Held(json, "whole", fare.Whole);
        ScriptJson.Held(json, "planned", fare.Planned);
        json.WriteBoolean("carried", fare.IsCarried);
        json.WriteString("obstacle", Obstacle(fare.Obstacle));
        ScriptJson.Texts(json, "rules", fare.Rules);
        json.WriteEndObject();
    }

    private static void Means(Utf8JsonWriter json, SiloMeans means)
    {
        json.WriteStartObject();
        json.WriteString("rule", means.Rule);
        json.WriteNumber("available", means.Available);
        json.WriteNumber("whole", means.Whole);
        json.WriteNumber("silos", means.Silos);
        json.WriteNumber("stranded", means.Stranded);
        json.WriteStartArray("left");
        foreach (var left in means.Left)
            json.WriteNumberValue(left);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, string name, double whole, double silos)
    {
        json.WriteStartObject(name);
        json.WriteNumber("whole", whole);
        json.WriteNumber("silos", silos);
        json.WriteEndObject();
    }
}
