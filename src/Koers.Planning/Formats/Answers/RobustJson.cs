using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Robustness as <c>koers-robust/1</c>; schemas/koers-robust-1.schema.json describes it.</summary>
public static class RobustJson
{
    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "koers-robust/1";

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream output, RobustResult result) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("status", ScriptJson.Status(result.Status));
        ScriptJson.Texts(json, "conflict", result.Conflict);
        json.WriteString("method", result.Method == RobustMethod.Exact ? "exact" : "sampled");
        json.WriteString("weightsFrom", result.Source switch
        {
            WeightSource.Problem => "problem",
            WeightSource.Order => "order",
            WeightSource.Spread => "spread",
            WeightSource.OrderAndSpread => "orderAndSpread",
            _ => "assumed",
        });
        ScriptJson.Texts(json, "order", result.Order.Select(goal => goal.Value));
        json.WriteStartObject("weights");
        foreach (var weight in result.Weights)
        {
            json.WriteStartObject(weight.Goal.Id.Value);
            json.WriteNumber("low", weight.Low);
            json.WriteNumber("problem", weight.Goal.Weight);
            json.WriteNumber("high", weight.High);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("scoreRanges", result.HasScoreRanges);
        json.WriteBoolean("costRanges", result.HasCostRanges);
        json.WriteBoolean("allExtremes", result.AllExtremes);
        json.WriteNumber("unplanned", result.Unplanned);
        json.WriteNumber("plans", result.Plans);
        ScriptJson.List(json, "initiatives", result.IsCoreKnown ? result.Initiatives : [], Core);
        Plan(json, "mostRobust", result, result.MostRobust);
        Plan(json, "asWeighted", result, result.AsWeighted);
        Plan(json, "given", result, result.Given);
        if (result.IsComplete || result.MostRobust is null)
            ScriptJson.List(json, "information", result.Information, Information);
        else
            json.WriteNull("information");
        Portfolios(json, result.Portfolios);
        ScriptJson.List(json, "vectors", result.Vectors, Vector);
        json.WriteNumber("seconds", result.Seconds);
        json.WriteEndObject();
    });

    private static void Core(Utf8JsonWriter json, CoreIndex core)
    {
        json.WriteStartObject();
        json.WriteString("initiative", core.Initiative.Id.Value);
        json.WriteString("kind", core.Kind switch { CoreKind.Core => "core", CoreKind.Exterior => "exterior", _ => "borderline" });
        json.WriteNumber("coreIndex", core.Index);
        json.WriteNumber("bestShare", core.BestShare);
        json.WriteEndObject();
    }

    private static void Plan(Utf8JsonWriter json, string name, RobustResult result, RobustPlan? plan)
    {
        if (plan is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", plan.Value);
        // Beside plans that were not looked for at some vectors, a regret of 0 would be a claim
        var (isComplete, isRegretKnown) = (result.IsComplete, result.IsRegretKnown(plan));
        ScriptJson.Number(json, "worstRegret", isRegretKnown ? plan.WorstRegret : null);
        ScriptJson.Number(json, "worstRegretAtMost", plan.WorstRegretAtMost);
        ScriptJson.Number(json, "worstRegretShare", isRegretKnown ? plan.WorstRegretShare : null);
        ScriptJson.Number(json, "worstVector", isRegretKnown ? plan.WorstVector : null);
        ScriptJson.Number(json, "meanRegret", isRegretKnown ? plan.MeanRegret : null);
        ScriptJson.Number(json, "bestShare", isComplete ? plan.BestShare : null);
        json.WriteNumber("holdsShare", plan.HoldsShare);
        ScriptJson.Number(json, "staysBestUpTo", isComplete ? plan.StaysBestUpTo : null);
        ScriptJson.Choices(json, "selected", plan.Selected);
        json.WriteEndObject();
    }

    private static void Information(Utf8JsonWriter json, InformationValue figure)
    {
        json.WriteStartObject();
        json.WriteString("figure", figure.Kind switch { FigureKind.Weight => "weight", FigureKind.Score => "score", _ => "cost" });
        json.WriteString("of", figure.Goal?.Id.Value ?? figure.Initiative!.Id.Value);
        json.WriteNumber("points", figure.Points);
        json.WriteEndObject();
    }

    private static void Portfolios(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<Choice>>? portfolios)
    {
        if (portfolios is null)
        {
            json.WriteNull("portfolios");
            return;
        }

        json.WriteStartArray("portfolios");
        foreach (var portfolio in portfolios)
        {
            json.WriteStartArray();
            foreach (var choice in portfolio)
                ScriptJson.Choice(json, choice);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Vector(Utf8JsonWriter json, WeightVector vector)
    {
        json.WriteStartObject();
        json.WriteBoolean("extreme", vector.IsExtreme);
        ScriptJson.List(json, "weights", vector.Weights, (writer, number) => writer.WriteNumberValue(number));
        ScriptJson.Number(json, "value", vector.Value);
        ScriptJson.Number(json, "bound", vector.Bound);
        json.WriteEndObject();
    }
}
