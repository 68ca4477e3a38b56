using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Writes one generated initiative.</summary>
internal static class InitiativeFile
{
    public static void Write(Utf8JsonWriter json, Initiative initiative)
    {
        MunicipalityFile.Names(json, initiative.Id.Value, initiative.Name);
        json.WriteStartObject("labels");
        foreach (var (key, label) in initiative.Labels)
            json.WriteString(key, label);
        json.WriteEndObject();
        json.WriteBoolean("mandatory", initiative.Mandatory);
        MunicipalityFile.List(json, "variants", initiative.Variants, variant => Write(json, variant));
    }

    private static void Write(Utf8JsonWriter json, Variant variant)
    {
        json.WriteString("id", variant.Id.Value);
        json.WriteNumber("duration", variant.Duration);
        json.WriteNumber("earliestStart", variant.EarliestStart);
        json.WriteNumber("latestStart", variant.LatestStart);
        json.WriteStartObject("spend");
        foreach (var (budget, money) in variant.Spend)
            MunicipalityFile.Numbers(json, budget.Value, money);
        json.WriteEndObject();
        json.WriteStartObject("spendAfter");
        foreach (var (budget, money) in variant.SpendAfter)
            json.WriteNumber(budget.Value, money);
        json.WriteEndObject();
        json.WriteStartObject("effort");
        foreach (var (capacity, units) in variant.Effort)
            MunicipalityFile.Numbers(json, capacity.Value, units);
        json.WriteEndObject();
        json.WriteStartObject("contribution");
        foreach (var (goal, points) in variant.Contribution)
            json.WriteNumber(goal.Value, points);
        json.WriteEndObject();
        json.WriteNumber("success", variant.Success);
        json.WriteStartObject("effect");
        MunicipalityFile.Numbers(json, "profile", variant.Effect.Profile);
        json.WriteNumber("after", variant.Effect.After);
        json.WriteEndObject();
    }
}
