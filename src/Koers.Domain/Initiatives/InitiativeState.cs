namespace Koers.Domain.Initiatives;

/// <summary>Where an initiative stands between idea and result.</summary>
public enum InitiativeState
{
    /// <summary>Idee: a name and a few lines.</summary>
    Idea,

    /// <summary>In voorbereiding: variants, means and effects are worked out.</summary>
    InPreparation,

    /// <summary>Ingediend: handed in; may be weighed, and is not changed by its proposer any more.</summary>
    Submitted,

    /// <summary>Gewogen: assessors have scored it; it takes part in planning.</summary>
    Weighed,

    /// <summary>Gekozen: in the agreement, not begun.</summary>
    Chosen,

    /// <summary>Geparkeerd: wanted, not now; kept and reconsidered.</summary>
    Parked,

    /// <summary>Afgewezen: will not be done; kept with the reason.</summary>
    Rejected,

    /// <summary>Lopend: being carried out.</summary>
    Running,

    /// <summary>Gestopt: ended before it was done; kept with the reason.</summary>
    Stopped,

    /// <summary>Afgerond: done.</summary>
    Completed,
}
