using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>What people enter of a relation between initiatives. Which properties belong to which kind is checked.</summary>
public sealed record RelationInput
{
    /// <summary>A short name, unique.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>Its kind.</summary>
    [JsonPropertyName("soort")]
    public required RelationType Type { get; init; }

    /// <summary>Numbers of the initiatives. hangt-af-van and eerst: the one that goes first, then the one after it; vereist: the one that needs,
    /// then what it needs; otherwise the order means nothing.</summary>
    [AtMost(1_000)]
    [JsonPropertyName("initiatieven")]
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Why it is there.</summary>
    [JsonPropertyName("toelichting")]
    public string Reason { get; init; } = "";

    /// <summary>Quarters between finish and start, from -80 to 80; for hangt-af-van and eerst.</summary>
    [JsonPropertyName("tussentijd")]
    public int Lag { get; init; }

    /// <summary>Fewest of them; for groep.</summary>
    [JsonPropertyName("minstens")]
    public int? Min { get; init; }

    /// <summary>Most of them; for groep.</summary>
    [JsonPropertyName("hoogstens")]
    public int? Max { get; init; }

    /// <summary>Points more, or negative less, when all are chosen; for synergie.</summary>
    [JsonPropertyName("waarde")]
    public double? Value { get; init; }
}

/// <summary>A relation as it is shown.</summary>
/// <param name="Content">What was entered.</param>
/// <param name="Version">Its version, to be sent along with a change.</param>
public sealed record RelationView(
    [property: JsonPropertyName("inhoud")] RelationInput Content, [property: JsonPropertyName("versie")] int Version);
