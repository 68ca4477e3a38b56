using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>One step for many initiatives.</summary>
public sealed record BulkStepInput
{
    /// <summary>Which, each with the version that was looked at.</summary>
    [JsonPropertyName("initiatieven")]
    public required IReadOnlyList<BulkStepLine> Initiatives { get; init; }

    /// <summary>Where they should come to stand.</summary>
    [JsonPropertyName("naar")]
    public required InitiativeState To { get; init; }

    /// <summary>Why; needed for some steps.</summary>
    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    /// <summary>Whether nothing should be done where one of them cannot; otherwise those that can, do.</summary>
    [JsonPropertyName("allesOfNiets")]
    public bool IsAllOrNone { get; init; }
}

/// <summary>One of many initiatives.</summary>
/// <param name="Number">Which.</param>
/// <param name="Version">The version that was looked at.</param>
public sealed record BulkStepLine([property: JsonPropertyName("nummer")] string Number, [property: JsonPropertyName("versie")] int Version);

/// <summary>What could be done with some initiatives.</summary>
/// <param name="Lines">Those that are there.</param>
/// <param name="Targets">Where some of them could go.</param>
public sealed record BulkChoice(IReadOnlyList<BulkLine> Lines, IReadOnlyList<BulkTarget> Targets);

/// <summary>One of them.</summary>
/// <param name="Number">Which.</param>
/// <param name="Name">How people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version.</param>
public sealed record BulkLine(string Number, string Name, InitiativeState State, int Version);

/// <summary>Where they could go.</summary>
/// <param name="To">Where to.</param>
/// <param name="Count">How many of them may.</param>
public sealed record BulkTarget(InitiativeState To, int Count);

/// <summary>What came of it.</summary>
/// <param name="Taken">Those that took the step.</param>
/// <param name="Refused">Those that did not, each with why.</param>
public sealed record BulkResult(IReadOnlyList<string> Taken, IReadOnlyList<BulkRefusal> Refused);

/// <summary>One that did not take the step.</summary>
/// <param name="Number">Which.</param>
/// <param name="Name">How people call it; null where it is not there.</param>
/// <param name="Why">Why not.</param>
public sealed record BulkRefusal(string Number, string? Name, Text Why);
