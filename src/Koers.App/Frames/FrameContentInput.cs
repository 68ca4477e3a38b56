using System.Text.Json.Serialization;
using Koers.App.Goals;
using Koers.App.Means;

namespace Koers.App.Frames;

/// <summary>Everything that the executive sets, as people read and enter it: references are codes.</summary>
public sealed record FrameContentInput
{
    /// <summary>Over which time, and how value is counted.</summary>
    [JsonPropertyName("instellingen")]
    public required SettingsInput Settings { get; init; }

    /// <summary>The tree of goals with their weights.</summary>
    [JsonPropertyName("doelen")]
    public IReadOnlyList<GoalInput> Goals { get; init; } = [];

    /// <summary>Money.</summary>
    [JsonPropertyName("budgetten")]
    public IReadOnlyList<BudgetInput> Budgets { get; init; } = [];

    /// <summary>People.</summary>
    [JsonPropertyName("capaciteitspools")]
    public IReadOnlyList<CapacityPoolInput> CapacityPools { get; init; } = [];

    /// <summary>Limits and lower bounds.</summary>
    [JsonPropertyName("kaders")]
    public IReadOnlyList<FrameInput> Frames { get; init; } = [];
}
