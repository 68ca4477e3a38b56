namespace Koers.Planning.Problems;

/// <summary>Selects initiatives by their labels: every key given must match, and a list of values means any of them.
/// Without keys it selects every initiative.</summary>
/// <param name="Labels">The values allowed per key.</param>
public sealed record Selector(IReadOnlyDictionary<string, IReadOnlyList<string>> Labels)
{
    /// <summary>Selects every initiative.</summary>
    public static Selector Everything { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>Whether the labels of an initiative match.</summary>
    public bool Matches(Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        foreach (var (key, values) in Labels)
            if (!initiative.Labels.TryGetValue(key, out var label) || !values.Contains(label, StringComparer.Ordinal))
                return false;
        return true;
    }
}

/// <summary>A limit or lower bound set by the executive (kader).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
public abstract record Frame(FrameId Id, string Name)
{
    /// <summary>The type as the file format writes it, for example <c>spendShare</c>.</summary>
    public abstract string Type { get; }
}

/// <summary>A frame on the initiatives that a selector picks.</summary>
public abstract record SelectingFrame(FrameId Id, string Name, Selector Where) : Frame(Id, Name);

/// <summary>The score on a goal, not cut off at its cap, is at least <paramref name="Min"/>.</summary>
public sealed record GoalFloor(FrameId Id, string Name, GoalId Goal, double Min) : Frame(Id, Name)
{
    /// <inheritdoc/>
    public override string Type => "goalFloor";
}

/// <summary>What the selected initiatives spend lies between <paramref name="Min"/> and <paramref name="Max"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Where">Whose spend counts.</param>
/// <param name="Budgets">Which budgets count; null = all.</param>
/// <param name="Years">Which years count; null = all.</param>
/// <param name="Min">Least money; null where there is no lower bound.</param>
/// <param name="Max">Most money; null where there is no upper bound.</param>
public sealed record SpendFrame(
    FrameId Id, string Name, Selector Where, IReadOnlyList<BudgetId>? Budgets, IReadOnlyList<int>? Years, double? Min, double? Max)
    : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "spend";
}

/// <summary>The share of the selected initiatives in what all chosen initiatives spend.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Where">Whose share it is.</param>
/// <param name="Budgets">Which budgets count; null = all.</param>
/// <param name="Years">Which years count; null = all.</param>
/// <param name="Min">Least share; null where there is no lower bound.</param>
/// <param name="Max">Largest share; null where there is no upper bound.</param>
public sealed record SpendShareFrame(
    FrameId Id, string Name, Selector Where, IReadOnlyList<BudgetId>? Budgets, IReadOnlyList<int>? Years, double? Min, double? Max)
    : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "spendShare";
}

/// <summary>How many of the selected initiatives are chosen.</summary>
public sealed record CountFrame(FrameId Id, string Name, Selector Where, double? Min, double? Max) : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "count";
}

/// <summary>How many of the selected initiatives run at once, in every period: at most <paramref name="Max"/>.</summary>
public sealed record ConcurrentFrame(FrameId Id, string Name, Selector Where, double Max) : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "concurrent";
}

/// <summary>How many of the selected initiatives start in any one period: at most <paramref name="Max"/>.</summary>
public sealed record StartsFrame(FrameId Id, string Name, Selector Where, double Max) : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "starts";
}

/// <summary>The effort that the selected initiatives ask of one capacity, in every period: at most <paramref name="Max"/>.</summary>
public sealed record EffortFrame(FrameId Id, string Name, Selector Where, CapacityId Capacity, double Max)
    : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "effort";
}

/// <summary>Money at risk, Σ (1 - success) × spend over the selected initiatives: at most <paramref name="Max"/>.</summary>
public sealed record RiskFrame(FrameId Id, string Name, Selector Where, double Max) : SelectingFrame(Id, Name, Where)
{
    /// <inheritdoc/>
    public override string Type => "risk";
}
