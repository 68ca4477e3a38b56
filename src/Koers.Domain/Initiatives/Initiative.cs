namespace Koers.Domain.Initiatives;

/// <summary>A proposed or running activity (initiatief), from idea to result.</summary>
public sealed class Initiative
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>How papers refer to it, for example "2026-0042"; unique, and never given to another.</summary>
    public required string Number { get; init; }

    /// <summary>How people call it: address and name.</summary>
    public required string Name { get; set; }

    /// <summary>What it is and what it is for, in a few lines.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Where it stands; changed by <see cref="Take"/> only.</summary>
    public InitiativeState State { get; private set; }

    /// <summary>Why it came to stand there, where that needed a reason; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>The department that would carry it out.</summary>
    public Guid DepartmentId { get; set; }

    /// <summary>The programme that it belongs to; null where there is none.</summary>
    public Guid? ProgrammeId { get; set; }

    /// <summary>Neighbourhood or area; null for the whole municipality.</summary>
    public string? Area { get; set; }

    /// <summary>Fase, for example "ontwerp"; the municipality names its own.</summary>
    public string? Phase { get; set; }

    /// <summary>Taakveld: the Iv3 code as text ("0.1" is not "0.10"); null as long as it is not said.</summary>
    public string? PolicyField { get; set; }

    /// <summary>Whether it is a statutory task (wettelijke taak), which must be done in some variant.</summary>
    public bool IsStatutory { get; set; }

    /// <summary>Who proposed it, the id of an account; null where that account is gone.</summary>
    public Guid? ProposerId { get; set; }

    /// <summary>Bestuurlijk opdrachtgever, by role, for example "wethouder Wonen"; null as long as there is none.</summary>
    public string? PoliticalSponsor { get; set; }

    /// <summary>Ambtelijk opdrachtgever, one person, by role; null as long as there is none.</summary>
    public string? ExecutiveSponsor { get; set; }

    /// <summary>Opdrachtnemer, the id of an account; null as long as there is none.</summary>
    public Guid? LeadId { get; set; }

    /// <summary>The ways to do it.</summary>
    public List<Variant> Variants { get; } = [];

    /// <summary>Free labels, for example soort = innovatie; frames ask for them by name.</summary>
    public List<InitiativeLabel> Labels { get; } = [];

    /// <summary>Other departments that take part.</summary>
    public List<InitiativePartner> Partners { get; } = [];

    /// <summary>Where its documents are.</summary>
    public List<DocumentLink> Documents { get; } = [];

    /// <summary>Code of the variant that was agreed or is being carried out; null before that.</summary>
    public string? AgreedVariant { get; set; }

    /// <summary>First day of the quarter in which it starts or started, as agreed; null before that.</summary>
    public DateOnly? AgreedStart { get; set; }

    /// <summary>When it was first written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }

    /// <summary>Takes a step.</summary>
    /// <param name="step">A step from where it stands.</param>
    /// <param name="reason">Why; needed where the step needs a reason.</param>
    /// <exception cref="InvalidOperationException">The step begins elsewhere, or its reason is missing.</exception>
    public void Take(InitiativeStep step, string? reason)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"{Number} stands at {State}, and this step begins at {step.From}.");
        if (step.NeedsReason && string.IsNullOrWhiteSpace(reason))
            throw new InvalidOperationException($"The step of {Number} from {step.From} to {step.To} needs a reason.");
        (State, Reason) = (step.To, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }
}

/// <summary>A free label.</summary>
public sealed class InitiativeLabel
{
    /// <summary>Which label, for example "soort".</summary>
    public required string Key { get; init; }

    /// <summary>What it says, for example "innovatie".</summary>
    public required string Value { get; set; }
}

/// <summary>A department that takes part in an initiative of another.</summary>
public sealed class InitiativePartner
{
    /// <summary>The department.</summary>
    public required Guid DepartmentId { get; init; }

    /// <summary>What it does in it.</summary>
    public string Contribution { get; set; } = "";
}

/// <summary>A document that lies elsewhere.</summary>
public sealed class DocumentLink
{
    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is: an address that begins with https or http.</summary>
    public required string Address { get; init; }
}
