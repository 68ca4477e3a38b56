namespace Koers.Planning.Problems;

/// <summary>Names a strategic goal within one problem.</summary>
public readonly record struct GoalId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names a budget within one problem.</summary>
public readonly record struct BudgetId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names a capacity (a kind of people) within one problem.</summary>
public readonly record struct CapacityId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names an initiative within one problem.</summary>
public readonly record struct InitiativeId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names a variant within one initiative.</summary>
public readonly record struct VariantId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names a relation within its type: two relations of different types may share an id.</summary>
public readonly record struct RelationId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names a frame within one problem.</summary>
public readonly record struct FrameId(string Value)
{ /// <inheritdoc/>
    public override string ToString() => Value;
}
