using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Weighing;

namespace Koers.App.Goals;

/// <summary>Answers that give the goals on a level their weights.</summary>
public sealed record WeighingInput
{
    /// <summary>Code of the goal whose parts are weighed; null for the tops of the tree.</summary>
    [JsonPropertyName("boven")]
    public string? Parent { get; init; }

    /// <summary>How.</summary>
    [JsonPropertyName("methode")]
    public required WeighingMethod Method { get; init; }

    /// <summary>direct: per code the weight, together 1. swing: per code 0 to 100 points, the largest 100. paarsgewijs: per pair "a/b" how many
    /// times as important a is as b, 1/9 to 9.</summary>
    [JsonPropertyName("antwoorden")]
    public required IReadOnlyDictionary<string, double> Answers { get; init; }

    /// <summary>Whether answers in pairs are kept though they contradict each other (a consistency ratio above 0.1).</summary>
    [JsonPropertyName("ondanksTegenspraak")]
    public bool AcceptsContradiction { get; init; }
}

/// <summary>What answers would come to.</summary>
/// <param name="Weights">The weight of each goal on the level, in order; together 1.</param>
/// <param name="ConsistencyRatio">How far answers in pairs contradict each other; null for other methods.</param>
/// <param name="MostContradicting">The answer that goes least with the others; null where none goes against them, and for other methods.</param>
public sealed record WeighingPreview(IReadOnlyList<WeightOf> Weights, double? ConsistencyRatio, ContradictingPair? MostContradicting)
{
    /// <summary>Whether answers contradict each other more than can be gone by.</summary>
    public bool IsContradicting => ConsistencyRatio > PairwiseComparison.AcceptableRatio;
}

/// <summary>The weight that a goal would get.</summary>
/// <param name="Goal">Its code.</param>
/// <param name="Weight">Its share among the goals beside it, 0 to 1.</param>
public sealed record WeightOf(string Goal, double Weight);

/// <summary>An answer that goes against the others.</summary>
/// <param name="First">Code of the one goal.</param>
/// <param name="Second">Code of the other.</param>
/// <param name="Answer">How many times as important the one was said to be.</param>
/// <param name="Implied">How many times as important it is by all answers together.</param>
public sealed record ContradictingPair(string First, string Second, double Answer, double Implied);

/// <summary>One time that a level was weighed, as it is shown.</summary>
public sealed record GoalWeighingView
{
    /// <summary>Which time it was, 1 …; the version of the level after it.</summary>
    [JsonPropertyName("nummer")]
    public required int Number { get; init; }

    /// <summary>Code of the goal whose parts were weighed; null for the tops.</summary>
    [JsonPropertyName("boven")]
    public required string? Parent { get; init; }

    /// <summary>How.</summary>
    [JsonPropertyName("methode")]
    public required WeighingMethod Method { get; init; }

    /// <summary>The answers.</summary>
    [JsonPropertyName("antwoorden")]
    public required IReadOnlyDictionary<string, double> Answers { get; init; }

    /// <summary>How far answers in pairs contradict each other; null for other methods.</summary>
    [JsonPropertyName("consistentieratio")]
    public required double? ConsistencyRatio { get; init; }

    /// <summary>What there is to say about it; null where there is nothing.</summary>
    [JsonPropertyName("opmerking")]
    public required Text? Remark { get; init; }

    /// <summary>Who, the id of an account; null where it was another system or that account is gone.</summary>
    [JsonPropertyName("gezetDoor")]
    public required Guid? SetBy { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("gezetOp")]
    public required DateTimeOffset SetAt { get; init; }

    internal static GoalWeighingView Of(GoalWeighing weighing, string? parent, int number) => new()
    {
        Number = number,
        Parent = parent,
        Method = weighing.Method,
        Answers = JsonSerializer.Deserialize<Dictionary<string, double>>(weighing.Answers, RegisterJson.Options)!,
        ConsistencyRatio = weighing.ConsistencyRatio,
        Remark = weighing.ConsistencyRatio is { } ratio && ratio > PairwiseComparison.AcceptableRatio
            ? new Text(
                $"Vastgelegd hoewel de antwoorden elkaar tegenspreken (consistentieratio {FrameFigures.Number(Math.Round(ratio, 2), isDutch: true)}).",
                $"Kept although the answers contradict each other (consistency ratio {FrameFigures.Number(Math.Round(ratio, 2), isDutch: false)}).")
            : null,
        SetBy = weighing.SetById,
        SetAt = weighing.SetAt,
    };
}
