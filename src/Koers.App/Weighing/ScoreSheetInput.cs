using System.Text.Json.Serialization;

namespace Koers.App.Weighing;

/// <summary>All scores of an assessor on one initiative at once.</summary>
public sealed record ScoreSheetInput
{
    /// <summary>A line for each goal; goals that are not in it stay as they are.</summary>
    [JsonPropertyName("doelen")]
    public IReadOnlyList<SheetScore> Goals { get; init; } = [];
}

/// <summary>The score on one goal.</summary>
public sealed record SheetScore
{
    /// <summary>Code of the goal, a leaf of the tree.</summary>
    [JsonPropertyName("doel")]
    public required string Goal { get; init; }

    /// <summary>The score on the scale of the municipality; null = none (any more).</summary>
    [JsonPropertyName("punten")]
    public double? Points { get; init; }

    /// <summary>Why; may be empty.</summary>
    [JsonPropertyName("toelichting")]
    public string Reason { get; init; } = "";

    /// <summary>The version of the own score that was read before; null where there was none.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }
}
