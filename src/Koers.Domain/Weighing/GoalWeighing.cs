using System.Text.Json.Serialization;

namespace Koers.Domain.Weighing;

/// <summary>How weights of goals were found.</summary>
public enum WeighingMethod
{
    /// <summary>Said directly.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct,

    /// <summary>By swings: <see cref="SwingWeights"/>.</summary>
    [JsonStringEnumMemberName("swing")]
    Swing,

    /// <summary>By comparing in pairs: <see cref="PairwiseComparison"/>.</summary>
    [JsonStringEnumMemberName("paarsgewijs")]
    Pairwise,
}

/// <summary>One time that the goals on one level of the tree were given their weights. Earlier ones stay, to show who set what when.</summary>
public sealed class GoalWeighing
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The goal whose parts were weighed; null for the tops of the tree.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>How.</summary>
    public required WeighingMethod Method { get; init; }

    /// <summary>What was answered, in JSON: weights or points per code of a goal, or times per pair of codes.</summary>
    public required string Answers { get; init; }

    /// <summary>How far answers in pairs contradict each other; null for other methods.</summary>
    public double? ConsistencyRatio { get; init; }

    /// <summary>Who set them; null where that account is gone.</summary>
    public Guid? SetById { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset SetAt { get; init; }
}
