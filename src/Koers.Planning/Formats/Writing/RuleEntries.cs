using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

// Relations and frames.
internal static partial class Entries
{
    public static void Relation(Utf8JsonWriter w, Relation relation)
    {
        w.WriteStartObject();
        w.WriteString("id", relation.Id.Value);
        w.WriteString("type", relation.Type);
        switch (relation)
        {
            case DependsOn r: Pair(w, r.Before, r.After, r.Lag); break;
            case Before r: Pair(w, r.First, r.After, r.Lag); break;
            case Requires r:
                w.WriteString("initiative", r.Initiative.Value);
                w.WriteString("requires", r.Required.Value);
                break;
            default: Texts(w, "initiatives", relation.Members.Select(m => m.Value)); break;
        }
        if (relation is Group group)
        {
            Optional(w, "min", group.Min);
            Optional(w, "max", group.Max);
        }
        if (relation is Synergy synergy) w.WriteNumber("value", synergy.Value);
        w.WriteEndObject();
    }

    public static void Frame(Utf8JsonWriter w, Frame frame)
    {
        w.WriteStartObject();
        IdAndName(w, frame.Id.Value, frame.Name);
        w.WriteString("type", frame.Type);
        if (frame is SelectingFrame { Where: var where } && where.Labels.Count > 0) Where(w, where);
        switch (frame)
        {
            case GoalFloor f:
                w.WriteString("goal", f.Goal.Value);
                Limits(w, f.Min, null);
                break;
            case SpendFrame f:
                Scope(w, f.Budgets, f.Years);
                Limits(w, f.Min, f.Max);
                break;
            case SpendShareFrame f:
                Scope(w, f.Budgets, f.Years);
                Limits(w, f.Min, f.Max);
                break;
            case CountFrame f: Limits(w, f.Min, f.Max); break;
            case ConcurrentFrame f: Limits(w, null, f.Max); break;
            case StartsFrame f: Limits(w, null, f.Max); break;
            case RiskFrame f: Limits(w, null, f.Max); break;
            case EffortFrame f:
                w.WriteString("capacity", f.Capacity.Value);
                Limits(w, null, f.Max);
                break;
        }
        w.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter w, InitiativeId before, InitiativeId after, int lag)
    {
        w.WriteString("before", before.Value);
        w.WriteString("after", after.Value);
        Unless(w, "lag", lag, 0);
    }

    /// <summary>One value is written as text, any of several as a list.</summary>
    private static void Where(Utf8JsonWriter w, Selector where)
    {
        w.WriteStartObject("where");
        foreach (var (key, values) in where.Labels.OrderBy(l => l.Key, StringComparer.Ordinal))
            if (values.Count == 1) w.WriteString(key, values[0]);
            else Texts(w, key, values);
        w.WriteEndObject();
    }

    private static void Scope(Utf8JsonWriter w, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years)
    {
        if (budgets is not null) Texts(w, "budgets", budgets.Select(b => b.Value));
        if (years is not null) Numbers(w, "years", [.. years.Select(y => (double)y)]);
    }

    private static void Limits(Utf8JsonWriter w, double? min, double? max)
    {
        Optional(w, "min", min);
        Optional(w, "max", max);
    }
}
