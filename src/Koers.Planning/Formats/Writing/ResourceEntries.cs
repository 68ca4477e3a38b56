using System.Globalization;
using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

// Horizon, value settings, goals, budgets and capacities.
internal static partial class Entries
{
    public static void Horizon(Utf8JsonWriter w, Horizon horizon)
    {
        w.WriteStartObject();
        w.WriteString("start", horizon.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        w.WriteNumber("periods", horizon.Periods);
        w.WriteNumber("periodsPerYear", horizon.PeriodsPerYear);
        w.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter w, ValueSettings value)
    {
        w.WriteStartObject();
        w.WriteNumber("discountPerYear", value.DiscountPerYear);
        w.WriteNumber("tailPeriods", value.TailPeriods);
        w.WriteBoolean("normalise", value.Normalise);
        w.WriteEndObject();
    }

    public static void Goal(Utf8JsonWriter w, Goal goal)
    {
        w.WriteStartObject();
        IdAndName(w, goal.Id.Value, goal.Name);
        w.WriteNumber("weight", goal.Weight);
        Optional(w, "cap", goal.Cap);
        w.WriteEndObject();
    }

    public static void Budget(Utf8JsonWriter w, Budget budget)
    {
        w.WriteStartObject();
        IdAndName(w, budget.Id.Value, budget.Name);
        Numbers(w, "perYear", budget.PerYear);
        if (budget.CarryOver) w.WriteBoolean("carryOver", true);
        w.WriteEndObject();
    }

    public static void Capacity(Utf8JsonWriter w, Capacity capacity)
    {
        w.WriteStartObject();
        IdAndName(w, capacity.Id.Value, capacity.Name);
        Numbers(w, "perPeriod", capacity.PerPeriod);
        Unless(w, "reserve", capacity.Reserve, 0);
        if (capacity.Hire is { } hire)
        {
            w.WriteStartObject("hire");
            w.WriteNumber("maxPerPeriod", hire.MaxPerPeriod);
            w.WriteNumber("price", hire.Price);
            w.WriteString("budget", hire.Budget.Value);
            w.WriteEndObject();
        }
        w.WriteEndObject();
    }

    private static void IdAndName(Utf8JsonWriter w, string id, string name)
    {
        w.WriteString("id", id);
        w.WriteString("name", name);
    }

    private static void Optional(Utf8JsonWriter w, string name, double? value)
    {
        if (value is { } number) w.WriteNumber(name, number);
    }

    /// <summary>A field that is left out where it has its default.</summary>
    private static void Unless(Utf8JsonWriter w, string name, double value, double standard)
    {
        if (value != standard) w.WriteNumber(name, value);
    }

    private static void Numbers(Utf8JsonWriter w, string name, IReadOnlyList<double> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteNumberValue(value);
        w.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter w, string name, IEnumerable<string> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteStringValue(value);
        w.WriteEndArray();
    }
}
