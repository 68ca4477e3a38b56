using System.Text.Json;
using Koers.Planning.Analyses;

namespace Koers.Planning.Formats;

/// <summary>A repair as <c>koers-repair/1</c>; schemas/koers-repair-1.schema.json describes it.</summary>
public static class RepairJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-repair/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, ProblemRepair repair) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("status", repair.Status switch
        {
            RepairStatus.NothingToRepair => "nothingToRepair",
            RepairStatus.Repaired => "repaired",
            _ => "unknown",
        });
        json.WriteBoolean("provenInfeasible", repair.IsProvenInfeasible);
        json.WriteStartArray("conflicts");
        foreach (var conflict in repair.Conflicts)
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (var rule in conflict.Rules)
                json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteBoolean("irreducible", conflict.IsIrreducible);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("allConflicts", repair.HasAllConflicts);
        WayOut(json, repair.WayOut);
        json.WriteStartArray("alternatives");
        foreach (var alternative in repair.Alternatives)
        {
            json.WriteStartObject();
            json.WriteString("rule", alternative.Rule);
            if (alternative.IsPossible is { } possible)
                json.WriteBoolean("possible", possible);
            else
                json.WriteNull("possible");
            WayOut(json, alternative.WayOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ScriptJson.Number(json, "planValue", repair.Plan?.Value);
        ScriptJson.Number(json, "planBound", repair.Plan?.Bound);
        json.WriteEndObject();
    });

    private static void WayOut(Utf8JsonWriter json, WayOut? wayOut)
    {
        if (wayOut is null)
        {
            json.WriteNull("wayOut");
            return;
        }

        json.WriteStartObject("wayOut");
        json.WriteNumber("price", wayOut.Price);
        json.WriteNumber("least", wayOut.Least);
        json.WriteBoolean("provenLeast", wayOut.IsProvenLeast);
        json.WriteString("leastAmong", wayOut.Among switch
        {
            LeastAmong.WithoutGivingUp => "withoutGivingUp",
            LeastAmong.GivingUpAsLittle => "givingUpAsLittle",
            LeastAmong.OneRule => "oneRule",
            _ => "all",
        });
        json.WriteStartArray("changes");
        foreach (var change in wayOut.Changes)
        {
            json.WriteStartObject();
            json.WriteString("rule", change.Rule);
            json.WriteString("side", change.Side switch { LimitSide.Max => "max", LimitSide.Min => "min", _ => "whole" });
            ScriptJson.Number(json, "year", change.Year);
            ScriptJson.Number(json, "old", change.Old);
            ScriptJson.Number(json, "new", change.New);
            json.WriteNumber("amount", change.Amount);
            json.WriteNumber("price", change.Price);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
