using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>A comparison as <c>koers-comparison/1</c>; schemas/koers-comparison-1.schema.json describes it.</summary>
public static class ComparisonJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-comparison/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, PlanComparison comparison, IReadOnlyList<ComparedPlan> plans) =>
        ScriptJson.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("plans");
            for (var k = 0; k < plans.Count; k++)
                Plan(json, plans[k], comparison.Figures[k], comparison.Changes[k]);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Plan(Utf8JsonWriter json, ComparedPlan plan, PlanFigures figures, IReadOnlyList<PlanChange> changes)
    {
        json.WriteStartObject();
        json.WriteString("file", plan.File);
        json.WriteString("status", ScriptJson.Status(plan.Plan.Status));
        json.WriteBoolean("keepsRules", plan.KeepsRules);
        json.WriteNumber("selected", plan.Plan.Selected.Count);
        json.WriteNumber("value", figures.Value);
        json.WriteNumber("synergies", figures.SynergyValue);
        json.WriteNumber("penalty", figures.Penalty);
        json.WriteStartObject("goals");
        foreach (var goal in figures.Goals)
        {
            json.WriteStartObject(goal.Goal.Id.Value);
            json.WriteNumber("score", goal.Score);
            json.WriteNumber("value", goal.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("budgets");
        foreach (var budget in figures.Budgets)
            Amounts(json, budget.Budget.Id.Value, ("spent", budget.Spent), ("hiring", budget.Hiring));
        json.WriteEndObject();
        json.WriteStartObject("capacities");
        foreach (var capacity in figures.Capacities)
            Amounts(json, capacity.Capacity.Id.Value, ("used", capacity.Used), ("hired", capacity.Hired));
        json.WriteEndObject();
        json.WriteStartArray("changes");
        foreach (var change in changes)
            Change(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Amounts(Utf8JsonWriter json, string id, params ReadOnlySpan<(string Name, IReadOnlyList<double> Amounts)> of)
    {
        json.WriteStartObject(id);
        foreach (var (name, amounts) in of)
        {
            json.WriteStartArray(name);
            foreach (var amount in amounts)
                json.WriteNumberValue(amount);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, PlanChange change)
    {
        json.WriteStartObject();
        json.WriteString("initiative", change.Initiative.Id.Value);
        ScriptJson.Held(json, "before", change.Before);
        ScriptJson.Held(json, "after", change.After);
        json.WriteEndObject();
    }
}
