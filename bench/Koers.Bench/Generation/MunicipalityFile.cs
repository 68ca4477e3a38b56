using System.Globalization;
using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Writes a generated municipality as <c>koers-problem/1</c>: every field the generator uses, and no others.</summary>
internal static class MunicipalityFile
{
    public static void Write(Problem problem, Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("format", "koers-problem/1");
        json.WriteString("name", problem.Name);
        json.WriteStartObject("horizon");
        json.WriteString("start", problem.Horizon.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("periods", problem.Horizon.Periods);
        json.WriteNumber("periodsPerYear", problem.Horizon.PeriodsPerYear);
        json.WriteEndObject();
        json.WriteStartObject("value");
        json.WriteNumber("discountPerYear", problem.Value.DiscountPerYear);
        json.WriteNumber("tailPeriods", problem.Value.TailPeriods);
        json.WriteBoolean("normalise", problem.Value.Normalise);
        json.WriteEndObject();
        List(json, "goals", problem.Goals, goal =>
        {
            Names(json, goal.Id.Value, goal.Name);
            json.WriteNumber("weight", goal.Weight);
            Optional(json, "cap", goal.Cap);
        });
        List(json, "budgets", problem.Budgets, budget =>
        {
            Names(json, budget.Id.Value, budget.Name);
            Numbers(json, "perYear", budget.PerYear);
            json.WriteBoolean("carryOver", budget.CarryOver);
        });
        List(json, "capacities", problem.Capacities, capacity => Write(json, capacity));
        List(json, "initiatives", problem.Initiatives, initiative => InitiativeFile.Write(json, initiative));
        List(json, "relations", problem.Relations, relation => RuleFile.Write(json, relation));
        List(json, "frames", problem.Frames, frame => RuleFile.Write(json, frame));
        json.WriteEndObject();
    }

    public static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Names(Utf8JsonWriter json, string id, string name)
    {
        json.WriteString("id", id);
        json.WriteString("name", name);
    }

    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public static void Optional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static void Write(Utf8JsonWriter json, Capacity capacity)
    {
        Names(json, capacity.Id.Value, capacity.Name);
        Numbers(json, "perPeriod", capacity.PerPeriod);
        json.WriteNumber("reserve", capacity.Reserve);
        if (capacity.Hire is not { } hire)
            return;
        json.WriteStartObject("hire");
        json.WriteNumber("maxPerPeriod", hire.MaxPerPeriod);
        json.WriteNumber("price", hire.Price);
        json.WriteString("budget", hire.Budget.Value);
        json.WriteEndObject();
    }
}
