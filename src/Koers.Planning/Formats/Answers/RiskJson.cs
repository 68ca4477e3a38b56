using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>A simulated plan as <c>koers-risk/1</c>; schemas/koers-risk-1.schema.json describes it.</summary>
public static class RiskJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-risk/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, RiskResult result, bool keepsRules) =>
        ScriptJson.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("runs", result.Runs);
            json.WriteNumber("runsAsked", result.RunsAsked);
            json.WriteNumber("runsKept", result.RunsKept);
            json.WriteNumber("seed", result.Seed);
            json.WriteBoolean("keepsRules", keepsRules);
            Assumptions(json, result.Assumptions);
            Chance(json, "nothingExceeded", result.NothingExceeded);
            Value(json, result.Value);
            json.WriteStartObject("budgets");
            foreach (var budget in result.Budgets)
                Resource(json, budget.Budget.Id.Value, budget.Total, "years", "year", budget.Years, budget.Postponed);
            json.WriteEndObject();
            json.WriteStartObject("capacities");
            foreach (var capacity in result.Capacities)
                Resource(json, capacity.Capacity.Id.Value, capacity.Total, "periods", "period", capacity.Periods, null);
            json.WriteEndObject();
            json.WriteStartArray("initiatives");
            foreach (var initiative in result.Initiatives)
                Initiative(json, initiative);
            json.WriteEndArray();
            Drivers(json, "moneyDrivers", result.MoneyDrivers);
            Drivers(json, "peopleDrivers", result.PeopleDrivers);
            json.WriteEndObject();
        });

    private static void Assumptions(Utf8JsonWriter json, RiskAssumptions assumptions)
    {
        json.WriteStartObject("assumptions");
        if (assumptions.RangesAssumed is { } ranges)
        {
            json.WriteStartObject("ranges");
            json.WriteString("shape", ranges.Shape == RangeShape.Lognormal ? "lognormal" : "triangular");
            Range(json, "cost", ranges.Cost);
            Range(json, "effort", ranges.Effort);
            Range(json, "duration", ranges.Duration);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("ranges");
        }

        if (assumptions.Correlation is { } correlation)
        {
            json.WriteStartObject("correlation");
            json.WriteString("label", correlation.Label);
            json.WriteNumber("strength", correlation.Strength);
            json.WriteBoolean("assumed", assumptions.CorrelationAssumed);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("correlation");
        }

        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, ThreePoint? range)
    {
        var points = range ?? ThreePoint.Exactly;
        json.WriteStartArray(name);
        json.WriteNumberValue(points.Low);
        json.WriteNumberValue(points.Likely);
        json.WriteNumberValue(points.High);
        json.WriteEndArray();
    }

    private static void Chance(Utf8JsonWriter json, string name, Chance chance)
    {
        json.WriteStartObject(name);
        json.WriteNumber("probability", chance.Probability);
        ScriptJson.Number(json, "standardError", chance.StandardError);
        json.WriteNumber("low", chance.Low);
        json.WriteNumber("high", chance.High);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, ValueRisk value)
    {
        json.WriteStartObject("value");
        json.WriteNumber("planned", value.Planned);
        json.WriteNumber("mean", value.Mean);
        ScriptJson.Number(json, "standardError", value.StandardError);
        ScriptJson.Number(json, "deviation", value.Deviation);
        json.WriteNumber("least", value.Least);
        json.WriteNumber("most", value.Most);
        Needs(json, "quantiles", value.Quantiles);
        json.WriteStartArray("histogram");
        foreach (var runs in value.Histogram)
            json.WriteNumberValue(runs);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Needs(Utf8JsonWriter json, string name, IReadOnlyList<Need> needs)
    {
        json.WriteStartArray(name);
        foreach (var need in needs)
        {
            json.WriteStartObject();
            json.WriteNumber("share", need.Share);
            json.WriteNumber("amount", need.Amount);
            ScriptJson.Number(json, "low", need.Low);
            ScriptJson.Number(json, "high", need.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Excess(Utf8JsonWriter json, Excess excess)
    {
        json.WriteStartObject("excess");
        Chance(json, "chance", excess.Chance);
        json.WriteNumber("mean", excess.Expected);
        ScriptJson.Number(json, "standardError", excess.StandardError);
        Needs(json, "buffers", excess.Buffers);
        json.WriteEndObject();
    }

    private static void Resource(
        Utf8JsonWriter json, string id, Excess total, string slicesName, string sliceName, IReadOnlyList<SliceRisk> slices, double? postponed)
    {
        json.WriteStartObject(id);
        Excess(json, total);
        if (postponed is { } money)
            json.WriteNumber("postponed", money);
        json.WriteStartArray(slicesName);
        foreach (var slice in slices)
        {
            json.WriteStartObject();
            json.WriteNumber(sliceName, slice.Index);
            json.WriteNumber("planned", slice.Planned);
            json.WriteNumber("available", slice.Available);
            json.WriteNumber("expectedUse", slice.ExpectedUse);
            Excess(json, slice.Excess);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Initiative(Utf8JsonWriter json, InitiativeRisk initiative)
    {
        json.WriteStartObject();
        json.WriteString("initiative", initiative.Initiative.Id.Value);
        json.WriteString("variant", initiative.Choice.Variant.Value);
        json.WriteNumber("start", initiative.Choice.Start);
        json.WriteNumber("plannedFinish", initiative.PlannedFinish);
        Chance(json, "late", initiative.Late);
        Chance(json, "startsLate", initiative.StartsLate);
        json.WriteNumber("expectedDelay", initiative.ExpectedDelay);
        ScriptJson.Number(json, "finishWhenLate", initiative.FinishWhenLate);
        json.WriteStartObject("money");
        foreach (var (budget, amount) in initiative.Money)
            json.WriteNumber(budget.Value, amount);
        json.WriteEndObject();
        json.WriteStartObject("people");
        foreach (var (capacity, amount) in initiative.People)
            json.WriteNumber(capacity.Value, amount);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Drivers(Utf8JsonWriter json, string name, IReadOnlyList<Driver> drivers)
    {
        json.WriteStartArray(name);
        foreach (var driver in drivers)
        {
            json.WriteStartObject();
            if (driver.Initiative is { } initiative)
                json.WriteString("initiative", initiative.Id.Value);
            else
                json.WriteNull("initiative");
            json.WriteNumber("amount", driver.Amount);
            json.WriteNumber("share", driver.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
