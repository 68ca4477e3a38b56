namespace Koers.Domain.Agreements;

/// <summary>A plan that was adopted (portfolioafspraak). Never changed: what changes is agreed again.</summary>
public sealed class PortfolioAgreement
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which, 1 …; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called, for example "Portfolioafspraak 2026".</summary>
    public required string Name { get; init; }

    /// <summary>The run whose plan was adopted; its problem and proof are kept there.</summary>
    public required Guid RunId { get; init; }

    /// <summary>When it was adopted.</summary>
    public required DateTimeOffset AdoptedAt { get; init; }

    /// <summary>Who adopted it; null where that account is gone.</summary>
    public Guid? AdoptedById { get; set; }

    /// <summary>What will be done, and when.</summary>
    public List<AgreedInitiative> Initiatives { get; } = [];
}

/// <summary>One initiative in an agreement.</summary>
public sealed class AgreedInitiative
{
    /// <summary>The initiative.</summary>
    public required Guid InitiativeId { get; init; }

    /// <summary>Code of the variant.</summary>
    public required string Variant { get; init; }

    /// <summary>First day of the quarter in which it starts.</summary>
    public required DateOnly Start { get; init; }
}
