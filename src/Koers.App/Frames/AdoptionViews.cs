using System.Text.Json.Serialization;

namespace Koers.App.Frames;

/// <summary>The draft as one document.</summary>
/// <param name="Version">Its version: another draft has another. Adopting asks for it, so that nobody adopts what was not looked at.</param>
/// <param name="Content">What it says.</param>
public sealed record DraftDocument(
    [property: JsonPropertyName("versie")] int Version, [property: JsonPropertyName("inhoud")] FrameContentInput Content);

/// <summary>What a decision to adopt says.</summary>
/// <param name="Decision">What it is called, for example "Kadernota 2027".</param>
public sealed record AdoptionInput([property: JsonPropertyName("besluit")] string Decision);

/// <summary>Adopted frames in a list.</summary>
public record AdoptedLine
{
    /// <summary>Which version, 1 …; the highest is in force.</summary>
    [JsonPropertyName("nummer")]
    public required int Number { get; init; }

    /// <summary>What the decision is called.</summary>
    [JsonPropertyName("besluit")]
    public required string Decision { get; init; }

    /// <summary>When they were adopted.</summary>
    [JsonPropertyName("vastgesteldOp")]
    public required DateTimeOffset AdoptedAt { get; init; }

    /// <summary>Who adopted them, the id of an account; null where it was another system or that account is gone.</summary>
    [JsonPropertyName("vastgesteldDoor")]
    public required Guid? AdoptedBy { get; init; }
}

/// <summary>Adopted frames as a whole.</summary>
public sealed record AdoptedView : AdoptedLine
{
    /// <summary>What they say.</summary>
    [JsonPropertyName("inhoud")]
    public required FrameContentInput Content { get; init; }

    /// <summary>Each frame as a sentence, in order of code.</summary>
    [JsonPropertyName("zinnen")]
    public required IReadOnlyList<FrameLine> Sentences { get; init; }
}

/// <summary>A frame as a sentence.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record FrameLine(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("zin")] Requests.Text Sentence);
