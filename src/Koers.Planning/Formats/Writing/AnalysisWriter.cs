using System.Text.Json;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Writes <c>analysis</c>; nothing where nothing is known.</summary>
internal static class AnalysisWriter
{
    public static void Write(JsonLayout layout, AnalysisInput input, EntryOrder order)
    {
        if (IsEmpty(input)) return;
        layout.Object("analysis", () =>
        {
            if (input.Weights is { } weights) layout.Field("weights", w => Weights(w, weights, order));
            if (!input.Ranges.Equals(Problems.Ranges.Certain)) layout.Field("ranges", w => Ranges(w, input.Ranges));
            if (input.Initiatives.Count > 0)
                layout.Object("initiatives", () =>
                {
                    foreach (var (id, ranges) in order.ByInitiative(input.Initiatives)) layout.Field(id, w => Ranges(w, ranges));
                });
            if (input.Correlation is { } correlation) layout.Field("correlation", w => Correlation(w, correlation));
            if (input.Shares.Count > 0) layout.List("shares", input.Shares, (w, share) => Share(w, share, order));
            if (input.RelaxationPrices.Count > 0)
                layout.Field("relaxationPrices", w => NumberBy(w, input.RelaxationPrices
                    .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value))));
        });
    }

    private static bool IsEmpty(AnalysisInput input) =>
        input is { Weights: null, Initiatives.Count: 0, Correlation: null, Shares.Count: 0, RelaxationPrices.Count: 0 }
        && input.Ranges.Equals(Problems.Ranges.Certain);

    private static void Weights(Utf8JsonWriter w, WeightUncertainty weights, EntryOrder order)
    {
        w.WriteStartObject();
        if (weights.Order.Count > 0)
        {
            w.WriteStartArray("order");
            foreach (var goal in weights.Order) w.WriteStringValue(goal.Value);
            w.WriteEndArray();
        }
        if (weights.Between.Count > 0)
        {
            w.WriteStartObject("between");
            foreach (var (id, (low, high)) in order.ByGoal(weights.Between)) Numbers(w, id, low, high);
            w.WriteEndObject();
        }
        w.WriteEndObject();
    }

    private static void Ranges(Utf8JsonWriter w, Ranges ranges)
    {
        w.WriteStartObject();
        Points("cost", ranges.Cost);
        Points("effort", ranges.Effort);
        Points("duration", ranges.Duration);
        Points("score", ranges.Score);
        if (ranges.Shape is { } shape) w.WriteString("shape", AnalysisShapes.RangeShapes.First(s => s.Value == shape).Key);
        w.WriteEndObject();

        void Points(string name, ThreePoint? points)
        {
            if (points is var (low, likely, high)) Numbers(w, name, low, likely, high);
        }
    }

    private static void Correlation(Utf8JsonWriter w, Correlation correlation)
    {
        w.WriteStartObject();
        w.WriteString("label", correlation.Label);
        w.WriteNumber("strength", correlation.Strength);
        w.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter w, MeansShare share, EntryOrder order)
    {
        w.WriteStartObject();
        w.WriteString("label", share.Label);
        w.WriteString("value", share.Value);
        if (share.Budgets.Count > 0)
        {
            w.WritePropertyName("budgets");
            NumberBy(w, order.ByBudget(share.Budgets));
        }
        if (share.Capacities.Count > 0)
        {
            w.WritePropertyName("capacities");
            NumberBy(w, order.ByCapacity(share.Capacities));
        }
        w.WriteEndObject();
    }

    private static void NumberBy(Utf8JsonWriter w, IEnumerable<(string Id, double Value)> values)
    {
        w.WriteStartObject();
        foreach (var (id, value) in values) w.WriteNumber(id, value);
        w.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter w, string name, params ReadOnlySpan<double> numbers)
    {
        w.WriteStartArray(name);
        foreach (var number in numbers) w.WriteNumberValue(number);
        w.WriteEndArray();
    }
}
