namespace Koers.Planning.Problems;

/// <summary>What initiatives mean for each other.</summary>
/// <param name="Id">Its id, unique among relations of the same type.</param>
public abstract record Relation(RelationId Id)
{
    /// <summary>The type as the file format, row names and conflicts write it, for example <c>dependsOn</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The initiatives it names, in the order of the file.</summary>
    public abstract IReadOnlyList<InitiativeId> Members { get; }
}

/// <summary><paramref name="After"/> needs <paramref name="Before"/>, finished <paramref name="Lag"/> periods earlier.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">What must be done first.</param>
/// <param name="After">What needs it.</param>
/// <param name="Lag">Periods between the finish of the one and the start of the other; may be negative.</param>
public sealed record DependsOn(RelationId Id, InitiativeId Before, InitiativeId After, int Lag) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "dependsOn";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => [Before, After];
}

/// <summary>The order of two initiatives, only where both are chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="First">What comes first (<c>before</c> in the file).</param>
/// <param name="After">What comes after.</param>
/// <param name="Lag">Periods between the finish of the one and the start of the other; may be negative.</param>
public sealed record Before(RelationId Id, InitiativeId First, InitiativeId After, int Lag) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "before";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => [First, After];
}

/// <summary><paramref name="Initiative"/> is chosen only together with <paramref name="Required"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Initiative">What requires.</param>
/// <param name="Required">What is required (<c>requires</c> in the file).</param>
public sealed record Requires(RelationId Id, InitiativeId Initiative, InitiativeId Required) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "requires";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => [Initiative, Required];
}

/// <summary>At most one of the initiatives is chosen.</summary>
public sealed record Excludes(RelationId Id, IReadOnlyList<InitiativeId> Initiatives) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "excludes";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => Initiatives;
}

/// <summary>All of the initiatives are chosen, or none.</summary>
public sealed record Together(RelationId Id, IReadOnlyList<InitiativeId> Initiatives) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "together";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => Initiatives;
}

/// <summary>At least <paramref name="Min"/> and at most <paramref name="Max"/> of the initiatives are chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Initiatives">The group.</param>
/// <param name="Min">Lower bound; null where there is none.</param>
/// <param name="Max">Upper bound; null where there is none.</param>
public sealed record Group(RelationId Id, IReadOnlyList<InitiativeId> Initiatives, int? Min, int? Max) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "group";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => Initiatives;
}

/// <summary>A bonus (or, negative, an overlap) when all of the initiatives are chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Initiatives">The initiatives that reinforce or overlap each other.</param>
/// <param name="Value">Points of value, any sign.</param>
public sealed record Synergy(RelationId Id, IReadOnlyList<InitiativeId> Initiatives, double Value) : Relation(Id)
{
    /// <inheritdoc/>
    public override string Type => "synergy";

    /// <inheritdoc/>
    public override IReadOnlyList<InitiativeId> Members => Initiatives;
}
