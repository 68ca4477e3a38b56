using System.Text.Json.Serialization;
using Koers.App.Organisation;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>An initiative as it is shown.</summary>
public sealed record InitiativeView
{
    /// <summary>How papers refer to it.</summary>
    [JsonPropertyName("nummer")]
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonPropertyName("toestand")]
    public required InitiativeState State { get; init; }

    /// <summary>Why it came to stand there.</summary>
    [JsonPropertyName("reden")]
    public string? Reason { get; init; }

    /// <summary>Who proposed it, the id of an account.</summary>
    [JsonPropertyName("indiener")]
    public Guid? Proposer { get; init; }

    /// <summary>What was entered.</summary>
    [JsonPropertyName("inhoud")]
    public required InitiativeInput Content { get; init; }

    /// <summary>Code of the variant as agreed.</summary>
    [JsonPropertyName("afgesprokenVariant")]
    public string? AgreedVariant { get; init; }

    /// <summary>First day of the quarter in which it starts, as agreed.</summary>
    [JsonPropertyName("afgesprokenStart")]
    public DateOnly? AgreedStart { get; init; }

    /// <summary>When it was first written down.</summary>
    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("gewijzigdOp")]
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its version, to be sent along with a change.</summary>
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    /// <summary>Shows an initiative.</summary>
    /// <param name="initiative">With its variants.</param>
    /// <param name="codes">Codes.</param>
    public static InitiativeView Of(Initiative initiative, CodeBook codes)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return new InitiativeView
        {
            Number = initiative.Number,
            State = initiative.State,
            Reason = initiative.Reason,
            Proposer = initiative.ProposerId,
            Content = InitiativeContent.Read(initiative, codes),
            AgreedVariant = initiative.AgreedVariant,
            AgreedStart = initiative.AgreedStart,
            CreatedAt = initiative.CreatedAt,
            ChangedAt = initiative.ChangedAt,
            Version = initiative.Version,
        };
    }
}
