using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Writes the relations and frames that the generator makes.</summary>
internal static class RuleFile
{
    public static void Write(Utf8JsonWriter json, Relation relation)
    {
        json.WriteString("id", relation.Id.Value);
        json.WriteString("type", relation.Type);
        switch (relation)
        {
            case DependsOn order:
                WriteOrder(json, order.Before, order.After, order.Lag);
                break;
            case Before order:
                WriteOrder(json, order.First, order.After, order.Lag);
                break;
            case Requires requires:
                json.WriteString("initiative", requires.Initiative.Value);
                json.WriteString("requires", requires.Required.Value);
                break;
            default:
                WriteMembers(json, relation);
                break;
        }
    }

    public static void Write(Utf8JsonWriter json, Frame frame)
    {
        MunicipalityFile.Names(json, frame.Id.Value, frame.Name);
        json.WriteString("type", frame.Type);
        if (frame is SelectingFrame { Where.Labels.Count: > 0 } selecting)
        {
            json.WriteStartObject("where");
            foreach (var (key, values) in selecting.Where.Labels)
                json.WriteString(key, values[0]);
            json.WriteEndObject();
        }
        if (frame is GoalFloor goal)
            json.WriteString("goal", goal.Goal.Value);
        var (min, max) = Limits(frame);
        MunicipalityFile.Optional(json, "min", min);
        MunicipalityFile.Optional(json, "max", max);
    }

    private static (double? Min, double? Max) Limits(Frame frame) => frame switch
    {
        GoalFloor floor => (floor.Min, null),
        SpendFrame spend => (spend.Min, spend.Max),
        SpendShareFrame share => (share.Min, share.Max),
        ConcurrentFrame concurrent => (null, concurrent.Max),
        RiskFrame risk => (null, risk.Max),
        _ => throw new NotSupportedException($"The generator makes no frames of type {frame.Type}."),
    };

    private static void WriteOrder(Utf8JsonWriter json, InitiativeId before, InitiativeId after, int lag)
    {
        json.WriteString("before", before.Value);
        json.WriteString("after", after.Value);
        json.WriteNumber("lag", lag);
    }

    private static void WriteMembers(Utf8JsonWriter json, Relation relation)
    {
        json.WriteStartArray("initiatives");
        foreach (var member in relation.Members)
            json.WriteStringValue(member.Value);
        json.WriteEndArray();
        if (relation is Group group)
        {
            MunicipalityFile.Optional(json, "min", group.Min);
            MunicipalityFile.Optional(json, "max", group.Max);
        }
        else if (relation is Synergy synergy)
            json.WriteNumber("value", synergy.Value);
    }
}
