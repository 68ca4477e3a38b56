using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;

namespace Koers.App.Scenarios;

/// <summary>A scenario that is asked for: a copy.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Description">Why, or what will be different in it.</param>
/// <param name="BasedOn">Number of the adopted frames that it is copied from; null = the draft.</param>
public sealed record NewScenarioInput(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("omschrijving")] string Description = "",
    [property: JsonPropertyName("vaststelling")] int? BasedOn = null);

/// <summary>All of what a scenario says, as people change it.</summary>
public sealed record ScenarioInput
{
    /// <summary>What it tries.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>Why, or what is different in it.</summary>
    [JsonPropertyName("omschrijving")]
    public string Description { get; init; } = "";

    /// <summary>Its frames, weights, money and people: the whole document.</summary>
    [JsonPropertyName("inhoud")]
    public required FrameContentInput Content { get; init; }

    /// <summary>What is decided beforehand about some initiatives.</summary>
    [JsonPropertyName("keuzes")]
    public IReadOnlyList<ChoiceInput> Choices { get; init; } = [];
}

/// <summary>What is decided beforehand about one initiative.</summary>
/// <param name="Initiative">Number of the initiative.</param>
/// <param name="Kind">What.</param>
/// <param name="Start">First day of the quarter in which it starts; for start-vast.</param>
/// <param name="Variant">Code of the only variant that may be taken; null = any. Not for eruit.</param>
public sealed record ChoiceInput(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("soort")] ScenarioChoiceKind Kind,
    [property: JsonPropertyName("start")] DateOnly? Start = null,
    [property: JsonPropertyName("variant")] string? Variant = null);

/// <summary>A scenario in a list.</summary>
public record ScenarioLine
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>What it tries.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>Why, or what is different in it.</summary>
    [JsonPropertyName("omschrijving")]
    public required string Description { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("toestand")]
    public required ScenarioState State { get; init; }

    /// <summary>Number of the adopted frames that it was copied from; null where it was the draft.</summary>
    [JsonPropertyName("vaststelling")]
    public required int? BasedOn { get; init; }

    /// <summary>Who made it, the id of an account; null where it was another system or that account is gone.</summary>
    [JsonPropertyName("gemaaktDoor")]
    public required Guid? MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("gewijzigdOp")]
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its version, to be sent along with a change.</summary>
    [JsonPropertyName("versie")]
    public required int Version { get; init; }
}

/// <summary>A scenario as a whole.</summary>
public sealed record ScenarioView : ScenarioLine
{
    /// <summary>Its frames, weights, money and people.</summary>
    [JsonPropertyName("inhoud")]
    public required FrameContentInput Content { get; init; }

    /// <summary>What is decided beforehand about some initiatives.</summary>
    [JsonPropertyName("keuzes")]
    public required IReadOnlyList<ChoiceInput> Choices { get; init; }

    /// <summary>What the draft kept when the scenario became the draft, although the scenario did not have it: initiatives use it. Empty
    /// otherwise.</summary>
    [JsonPropertyName("behouden")]
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What is in by force although no plan with it can be adopted, as its initiative stands now: it is parked, or was not weighed. Empty
    /// where nothing is.</summary>
    [JsonPropertyName("belemmeringen")]
    public IReadOnlyList<ChoiceObstacle> Obstacles { get; init; } = [];
}

/// <summary>Why no plan with an initiative that is in by force can be adopted.</summary>
/// <param name="Initiative">Number of the initiative.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">Why, and what to do first.</param>
public sealed record ChoiceObstacle(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("wat")] Text Text);
