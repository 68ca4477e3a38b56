using Koers.Domain.Means;

namespace Koers.Domain.Initiatives;

/// <summary>One way to do an initiative (variant): basis, sober, plus. Quarters are counted from its start.</summary>
public sealed class Variant
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name, unique within the initiative, for example "basis".</summary>
    public required string Code { get; set; }

    /// <summary>What distinguishes it.</summary>
    public string Description { get; set; } = "";

    /// <summary>Quarters from start to finish, at least 1.</summary>
    public int Duration { get; set; } = 1;

    /// <summary>First day on which it may start, the first of a quarter; null = any time.</summary>
    public DateOnly? EarliestStart { get; set; }

    /// <summary>Last day on which it may start, the first of a quarter; null = any time.</summary>
    public DateOnly? LatestStart { get; set; }

    /// <summary>Chance that the effect comes about, 0 to 1.</summary>
    public double Success { get; set; } = 1.0;

    /// <summary>What it spends.</summary>
    public List<VariantSpend> Spends { get; } = [];

    /// <summary>The people whom it asks.</summary>
    public List<VariantEffort> Efforts { get; } = [];

    /// <summary>Share of the scored effect that this variant brings, from 0; 1 = all of it. Assessors score the initiative once.</summary>
    public double EffectShare { get; set; } = 1.0;

    /// <summary>What it brings by the estimate of who proposes it. Counts only for goals that nobody has scored.</summary>
    public List<VariantEffect> Effects { get; } = [];
}

/// <summary>Money that a variant spends from one budget in one quarter, or in every quarter after its finish.</summary>
public sealed class VariantSpend
{
    /// <summary>The budget that pays.</summary>
    public required Guid BudgetId { get; init; }

    /// <summary>Quarter from the start, 0 …; null = every quarter after the finish (structural costs, capital charges).</summary>
    public int? Quarter { get; set; }

    /// <summary>The money.</summary>
    public Euro Amount { get; set; }

    /// <summary>Dekking: what pays for it in the end, for example "reserve wonen"; null where it is the budget itself.</summary>
    public string? FundingSource { get; set; }
}

/// <summary>People of one pool whom a variant asks in one quarter.</summary>
public sealed class VariantEffort
{
    /// <summary>The pool.</summary>
    public required Guid PoolId { get; init; }

    /// <summary>Quarter from the start, 0 ….</summary>
    public required int Quarter { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public double Fte { get; set; }
}

/// <summary>What a variant brings for one goal when in full effect, on the scale of the goals.</summary>
public sealed class VariantEffect
{
    /// <summary>The goal, a leaf of the tree.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>Points; negative where it harms.</summary>
    public double Points { get; set; }
}
