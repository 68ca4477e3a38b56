using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>An explanation as <c>koers-explain/1</c>; schemas/koers-explain-1.schema.json describes it.</summary>
public static class ExplanationJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-explain/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, Explanation explanation) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("initiative", explanation.Initiative.Id.Value);
        json.WriteBoolean("statutory", explanation.Initiative.Mandatory);
        json.WriteBoolean("inPlan", explanation.IsInPlan);
        if (explanation.Belongs is { } belongs)
            json.WriteBoolean("belongs", belongs);
        else
            json.WriteNull("belongs");
        json.WriteNumber("planValue", explanation.PlanValue);
        json.WriteNumber("improvement", explanation.Improvement);
        ScriptJson.Number(json, "difference", explanation.Difference);
        Range(json, explanation.DifferenceRange);
        Side(json, "with", explanation.With);
        Side(json, "without", explanation.Without);
        ScriptJson.Held(json, "option", explanation.Option);
        json.WriteStartArray("changes");
        foreach (var change in explanation.Changes)
            Change(json, change);
        json.WriteEndArray();
        Bill(json, explanation.Bill);
        json.WriteStartArray("relations");
        foreach (var standing in explanation.Relations)
            Relation(json, standing);
        json.WriteEndArray();
        json.WriteStartArray("turningPoints");
        foreach (var point in explanation.TurningPoints)
            Turning(json, point);
        json.WriteEndArray();
        json.WriteBoolean("complete", explanation.IsComplete);
        json.WriteEndObject();
    });

    private static void Range(Utf8JsonWriter json, Interval? range)
    {
        if (range is not { } known)
        {
            json.WriteNull("differenceRange");
            return;
        }

        json.WriteStartObject("differenceRange");
        json.WriteNumber("low", known.Low);
        json.WriteNumber("high", known.High);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, Plan plan)
    {
        json.WriteStartObject(name);
        json.WriteString("status", ScriptJson.Status(plan.Status));
        ScriptJson.Number(json, "value", plan.Value);
        ScriptJson.Number(json, "bound", plan.Bound);
        ScriptJson.Choices(json, "selected", plan.Selected);
        ScriptJson.Texts(json, "conflict", plan.Conflict);
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

    private static void Bill(Utf8JsonWriter json, Bill? bill)
    {
        if (bill is null)
        {
            json.WriteNull("bill");
            return;
        }

        json.WriteStartObject("bill");
        json.WriteString("variant", bill.Option.Variant.Value);
        json.WriteNumber("start", bill.Option.Start);
        json.WriteNumber("brings", bill.Brings);
        json.WriteNumber("net", bill.Net);
        json.WriteStartArray("lines");
        foreach (var line in bill.Lines)
        {
            json.WriteStartObject();
            json.WriteString("rule", line.Rule);
            json.WriteString("row", line.Row);
            json.WriteNumber("amount", line.Amount);
            json.WriteNumber("price", line.Price);
            json.WriteNumber("cost", line.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Relation(Utf8JsonWriter json, RelationStanding standing)
    {
        json.WriteStartObject();
        json.WriteString("relation", $"{standing.Relation.Type}/{standing.Relation.Id}");
        Ids(json, "chosen", standing.Chosen);
        Ids(json, "missing", standing.Missing);
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, string name, IReadOnlyList<InitiativeId> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteStringValue(id.Value);
        json.WriteEndArray();
    }

    private static void Turning(Utf8JsonWriter json, TurningPoint point)
    {
        json.WriteStartObject();
        json.WriteString("change", Kind(point.Kind));
        json.WriteString("resource", point.Resource);
        json.WriteString("direction", point.IsRaised ? "up" : "down");
        json.WriteString("verdict", point.Verdict switch
        {
            TurnVerdict.Turns => "turns",
            TurnVerdict.DoesNotTurn => "doesNotTurn",
            _ => "notKnown",
        });
        ScriptJson.Number(json, "inAt", point.InAt);
        ScriptJson.Number(json, "outAt", point.OutAt);
        json.WriteBoolean("outProven", point.IsOutProven);
        json.WriteBoolean("narrow", point.IsNarrow);
        json.WriteNumber("limit", point.Limit);
        ScriptJson.Number(json, "amount", point.Amount);
        ScriptJson.Number(json, "relative", point.Relative);
        if (point.Proof is { } proof)
        {
            json.WriteStartObject("proof");
            json.WriteNumber("valueWith", proof.ValueWith);
            ScriptJson.Number(json, "valueWithout", proof.ValueWithout);
            ScriptJson.Choices(json, "with", proof.With);
            if (proof.Without is { } without)
                ScriptJson.Choices(json, "without", without);
            else
                json.WriteNull("without");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("proof");
        }

        json.WriteEndObject();
    }

    private static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Cost => "cost",
        ChangeKind.Contribution => "contribution",
        ChangeKind.Effort => "effort",
        ChangeKind.EffortOfOne => "effortOfOne",
        ChangeKind.Start => "start",
        ChangeKind.Budget => "budget",
        _ => "capacity",
    };
}
