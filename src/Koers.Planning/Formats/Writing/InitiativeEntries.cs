using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

// Initiatives with their variants.
internal static partial class Entries
{
    public static void Initiative(Utf8JsonWriter w, Initiative initiative, EntryOrder order)
    {
        w.WriteStartObject();
        IdAndName(w, initiative.Id.Value, initiative.Name);
        if (initiative.Labels.Count > 0)
        {
            w.WriteStartObject("labels");
            foreach (var (key, label) in initiative.Labels.OrderBy(l => l.Key, StringComparer.Ordinal)) w.WriteString(key, label);
            w.WriteEndObject();
        }
        if (initiative.Mandatory) w.WriteBoolean("mandatory", true);
        w.WriteStartArray("variants");
        foreach (var variant in initiative.Variants) Variant(w, variant, order);
        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Variant(Utf8JsonWriter w, Variant variant, EntryOrder order)
    {
        w.WriteStartObject();
        w.WriteString("id", variant.Id.Value);
        w.WriteNumber("duration", variant.Duration);
        if (variant.EarliestStart != 0) w.WriteNumber("earliestStart", variant.EarliestStart);
        if (variant.LatestStart != order.Periods - variant.Duration) w.WriteNumber("latestStart", variant.LatestStart);
        By(w, "spend", order.ByBudget(variant.Spend), Numbers);
        By(w, "spendAfter", order.ByBudget(variant.SpendAfter), Number);
        By(w, "effort", order.ByCapacity(variant.Effort), Numbers);
        By(w, "contribution", order.ByGoal(variant.Contribution), Number);
        Unless(w, "success", variant.Success, 1);
        Effect(w, variant);
        w.WriteEndObject();
    }

    /// <summary>Nothing until the finish and all of it afterwards is the default.</summary>
    private static void Effect(Utf8JsonWriter w, Variant variant)
    {
        var (profile, after) = variant.Effect;
        var isDefault = profile.Count == variant.Duration && profile.All(share => share == 0);
        if (isDefault && after == 1) return;
        w.WriteStartObject("effect");
        if (!isDefault) Numbers(w, "profile", profile);
        Unless(w, "after", after, 1);
        w.WriteEndObject();
    }

    private static void By<T>(
        Utf8JsonWriter w, string name, IEnumerable<(string Id, T Value)> values, Action<Utf8JsonWriter, string, T> write)
    {
        var empty = true;
        foreach (var (id, value) in values)
        {
            if (empty) w.WriteStartObject(name);
            write(w, id, value);
            empty = false;
        }
        if (!empty) w.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter w, string name, double value) => w.WriteNumber(name, value);
}
