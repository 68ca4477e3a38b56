using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>A plan made again as <c>koers-replan/1</c>; schemas/koers-replan-1.schema.json describes it.</summary>
public static class ReplanJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-replan/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, Replanning replanning) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteBoolean("complete", replanning.IsComplete);
        json.WriteNumber("freeze", replanning.Settings.Freeze);
        Penalties(json, replanning.Penalties);
        Reference(json, replanning.Reference);
        Plan(json, replanning);
        ScriptJson.List(json, "changes", replanning.Changes, Change);
        ScriptJson.List(json, "curve", replanning.Curve.Points, Point);
        ScriptJson.Number(json, "leastDisturbance", replanning.Curve.LeastDisturbance);
        Unfreezing(json, replanning.Unfreezing);
        json.WriteEndObject();
    });

    private static void Penalties(Utf8JsonWriter json, ReplanPenalties penalties)
    {
        json.WriteStartObject("penalties");
        foreach (var (name, penalty) in ((string, Penalty)[])
            [("drop", penalties.Drop), ("add", penalties.Add), ("shift", penalties.Shift), ("variant", penalties.Variant)])
        {
            json.WriteStartObject(name);
            json.WriteNumber("points", penalty.Points);
            json.WriteString("source", penalty.Source switch
            {
                PenaltySource.Asked => "asked",
                PenaltySource.Problem => "problem",
                _ => "derived",
            });
            json.WriteEndObject();
        }

        json.WriteNumber("meanWorth", penalties.MeanWorth);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, HeldPlan held)
    {
        json.WriteStartObject("reference");
        json.WriteNumber("initiatives", held.Held.Count);
        ScriptJson.Choices(json, "gone", held.Gone);
        ScriptJson.Choices(json, "impossible", held.Impossible);
        ScriptJson.Choices(json, "frozen", held.Frozen);
        ScriptJson.List(json, "broken", held.Broken, Violation);
        ScriptJson.Number(json, "value", held.Figures.Value + held.Figures.Penalty);
        json.WriteEndObject();
    }

    private static void Plan(Utf8JsonWriter json, Replanning replanning)
    {
        var plan = replanning.Plan;
        json.WriteStartObject("plan");
        json.WriteString("status", ScriptJson.Status(plan.Status));
        ScriptJson.Choices(json, "selected", plan.Selected);
        ScriptJson.Number(json, "value", plan.Value);
        ScriptJson.Number(json, "bound", plan.Bound);
        ScriptJson.Number(json, "gap", plan.Gap);
        ScriptJson.Number(json, "valueWithoutPenalty", replanning.Figures is { } figures ? figures.Value + figures.Penalty : null);
        ScriptJson.Number(json, "penalty", replanning.Figures?.Penalty);
        Counts(json, replanning.Counts);
        ScriptJson.Texts(json, "conflict", plan.Conflict);
        json.WriteNumber("seconds", plan.Seconds);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, ReasonedChange change)
    {
        json.WriteStartObject();
        json.WriteString("initiative", change.Change.Initiative.Id.Value);
        Choice(json, "before", change.Change.Before);
        Choice(json, "after", change.Change.After);
        json.WriteString("reason", change.Reason switch
        {
            ReplanReason.NoLongerPossible => "noLongerPossible",
            ReplanReason.ForcedByRules => "forcedByRules",
            ReplanReason.MakesRoom => "makesRoom",
            _ => "worthIt",
        });
        Choice(json, "undoneTo", change.UndoneTo);
        ScriptJson.List(json, "broken", change.Broken, Violation);
        if (change.For is { } other)
            json.WriteString("with", other.Value);
        else
            json.WriteNull("with");
        ScriptJson.Number(json, "loss", change.Loss);
        ScriptJson.Number(json, "netLoss", change.NetLoss);
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, ReplanPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("fromScale", point.FromScale);
        json.WriteNumber("toScale", point.ToScale);
        json.WriteBoolean("answer", point.IsAnswer);
        json.WriteNumber("value", point.Value);
        ScriptJson.Number(json, "valueBound", point.ValueBound);
        ScriptJson.Number(json, "gap", point.Gap);
        json.WriteNumber("disturbance", point.Disturbance);
        Counts(json, point.Counts);
        ScriptJson.Choices(json, "selected", point.Selected);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, ChangeCounts? counts)
    {
        if (counts is null)
        {
            json.WriteNull("counts");
            return;
        }

        json.WriteStartObject("counts");
        json.WriteNumber("changes", counts.Changes);
        json.WriteNumber("dropped", counts.Dropped);
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("shifted", counts.Shifted);
        json.WriteNumber("otherVariant", counts.OtherVariant);
        json.WriteNumber("periodsShifted", counts.PeriodsShifted);
        json.WriteEndObject();
    }

    private static void Unfreezing(Utf8JsonWriter json, Unfreezing? unfreezing)
    {
        if (unfreezing is null)
        {
            json.WriteNull("unfreezing");
            return;
        }

        json.WriteStartObject("unfreezing");
        ScriptJson.Choices(json, "inConflict", unfreezing.InConflict);
        ScriptJson.Number(json, "freeze", unfreezing.Freeze);
        ScriptJson.Choices(json, "release", unfreezing.Release);
        json.WriteString("withoutAny", ScriptJson.Status(unfreezing.WithoutAny));
        json.WriteEndObject();
    }

    private static void Violation(Utf8JsonWriter json, Violation violation)
    {
        json.WriteStartObject();
        json.WriteString("rule", violation.Rule);
        json.WriteString("row", violation.Row);
        json.WriteNumber("found", violation.Found);
        json.WriteNumber("limit", violation.Limit);
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, string name, Choice? choice)
    {
        json.WritePropertyName(name);
        if (choice is null)
            json.WriteNullValue();
        else
            ScriptJson.Choice(json, choice);
    }
}
