using System.Text.Json.Serialization;

namespace Koers.Domain.Scenarios;

/// <summary>What became of a scenario.</summary>
public enum ScenarioState
{
    /// <summary>Can be changed and planned.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Its frames became the draft frames.</summary>
    [JsonStringEnumMemberName("overgenomen")]
    Promoted,

    /// <summary>Not gone on with; kept.</summary>
    [JsonStringEnumMemberName("vervallen")]
    Dropped,
}

/// <summary>A copy of frames and weights to try something with (scenario): what if?</summary>
public sealed class Scenario
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it tries.</summary>
    public required string Name { get; set; }

    /// <summary>Why, or what is different in it.</summary>
    public string Description { get; set; } = "";

    /// <summary>What became of it.</summary>
    public ScenarioState State { get; set; }

    /// <summary>Number of the adopted frames that it was copied from; null where it was the draft.</summary>
    public int? BasedOnNumber { get; init; }

    /// <summary>A FrameContent in JSON.</summary>
    public required string Content { get; set; }

    /// <summary>What is decided beforehand about some initiatives.</summary>
    public List<ScenarioChoice> Choices { get; } = [];

    /// <summary>Who made it; null where that account is gone.</summary>
    public Guid? MadeById { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>What can be decided beforehand about an initiative.</summary>
public enum ScenarioChoiceKind
{
    /// <summary>It must be in.</summary>
    [JsonStringEnumMemberName("erin")]
    ForceIn,

    /// <summary>It stays out.</summary>
    [JsonStringEnumMemberName("eruit")]
    ForceOut,

    /// <summary>If it is in, it starts then.</summary>
    [JsonStringEnumMemberName("start-vast")]
    PinStart,
}

/// <summary>What a scenario decides beforehand about one initiative.</summary>
public sealed class ScenarioChoice
{
    /// <summary>The initiative.</summary>
    public required Guid InitiativeId { get; init; }

    /// <summary>What.</summary>
    public required ScenarioChoiceKind Kind { get; init; }

    /// <summary>First day of the quarter in which it starts; for <see cref="ScenarioChoiceKind.PinStart"/>.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Code of the only variant that may be taken; null = any.</summary>
    public string? Variant { get; set; }
}
