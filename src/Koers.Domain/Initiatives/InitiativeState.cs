using System.Text.Json.Serialization;

namespace Koers.Domain.Initiatives;

/// <summary>Where an initiative stands between idea and result.</summary>
public enum InitiativeState
{
    /// <summary>Idee: a name and a few lines.</summary>
    [JsonStringEnumMemberName("idee")]
    Idea,

    /// <summary>In voorbereiding: variants, means and effects are worked out.</summary>
    [JsonStringEnumMemberName("in-voorbereiding")]
    InPreparation,

    /// <summary>Ingediend: handed in; may be weighed, and is not changed by its proposer any more.</summary>
    [JsonStringEnumMemberName("ingediend")]
    Submitted,

    /// <summary>Gewogen: assessors have scored it; it takes part in planning.</summary>
    [JsonStringEnumMemberName("gewogen")]
    Weighed,

    /// <summary>Gekozen: in the agreement, not begun.</summary>
    [JsonStringEnumMemberName("gekozen")]
    Chosen,

    /// <summary>Geparkeerd: wanted, not now; kept and reconsidered.</summary>
    [JsonStringEnumMemberName("geparkeerd")]
    Parked,

    /// <summary>Afgewezen: will not be done; kept with the reason.</summary>
    [JsonStringEnumMemberName("afgewezen")]
    Rejected,

    /// <summary>Lopend: being carried out.</summary>
    [JsonStringEnumMemberName("lopend")]
    Running,

    /// <summary>Gestopt: ended before it was done; kept with the reason.</summary>
    [JsonStringEnumMemberName("gestopt")]
    Stopped,

    /// <summary>Afgerond: done.</summary>
    [JsonStringEnumMemberName("afgerond")]
    Completed,
}
