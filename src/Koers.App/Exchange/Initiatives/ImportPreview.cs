using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Koers.App.Exchange.Initiatives;

/// <summary>What a file would change, before anything of it is stored.</summary>
public sealed record ImportPreview
{
    /// <summary>What must be sent along to store exactly this; null where something is wrong.</summary>
    [JsonPropertyName("kenmerk")]
    public string? Token { get; init; }

    /// <summary>Whether it was stored.</summary>
    [JsonPropertyName("toegepast")]
    public bool IsApplied { get; init; }

    /// <summary>How many are new.</summary>
    [JsonPropertyName("nieuw")]
    public int New => Initiatives.Count(i => i.Outcome == "nieuw");

    /// <summary>How many change.</summary>
    [JsonPropertyName("gewijzigd")]
    public int Changed => Initiatives.Count(i => i.Outcome == "gewijzigd");

    /// <summary>How many stay as they are.</summary>
    [JsonPropertyName("ongewijzigd")]
    public int Unchanged => Initiatives.Count(i => i.Outcome == "ongewijzigd");

    /// <summary>What is wrong, each with its cell.</summary>
    [JsonPropertyName("fouten")]
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>The initiatives in the file.</summary>
    [JsonPropertyName("initiatieven")]
    public IReadOnlyList<ImportedInitiative> Initiatives { get; init; } = [];
}

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="Where">Sheet and cell, for example "/Uitgaven/E5".</param>
/// <param name="What">What is wrong and what was expected.</param>
public sealed record ImportFault([property: JsonPropertyName("waar")] string Where, [property: JsonPropertyName("wat")] string What);

/// <summary>What happens to one initiative.</summary>
/// <param name="Number">Its number, or the key that the file has for a new one; once stored the number that it was given.</param>
/// <param name="Outcome">nieuw, gewijzigd or ongewijzigd.</param>
/// <param name="Before">The fields that change, as they are; null for a new one.</param>
/// <param name="After">The fields that change, as they become.</param>
public sealed record ImportedInitiative(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("wat")] string Outcome,
    [property: JsonPropertyName("oud")] JsonNode? Before,
    [property: JsonPropertyName("nieuw")] JsonNode? After);
