namespace Koers.Planning.Analyses;

/// <summary>What is to stay as it is when a plan is made again, and what departing from it costs.</summary>
public sealed record ReplanSettings
{
    /// <summary>Periods at the beginning that are frozen, 0 to the number of periods; default 0. What the reference starts before this
    /// period stays in, in its variant and start, and nothing else starts before it. Work that runs already (a negative start in the
    /// reference) is always protected so, and nothing else ever starts before period 0, which is past.</summary>
    public int Freeze { get; init; }

    /// <summary>Points for each initiative of the reference that is no longer chosen, ≥ 0; null = as the problem says, or else derived.</summary>
    public double? DropPenalty { get; init; }

    /// <summary>Points for each initiative that is new, ≥ 0; null = as the problem says, or else derived.</summary>
    public double? AddPenalty { get; init; }

    /// <summary>Points for each period by which a start moves, ≥ 0; null = as the problem says, or else derived.</summary>
    public double? ShiftPenalty { get; init; }

    /// <summary>Points for each initiative that changes variant, ≥ 0; null = as the problem says, or else derived.</summary>
    public double? VariantPenalty { get; init; }
}

/// <summary>Where a penalty comes from.</summary>
public enum PenaltySource
{
    /// <summary>It was asked for.</summary>
    Asked,

    /// <summary>The problem's own reference plan says it.</summary>
    Problem,

    /// <summary>Nobody said it: a share of what an initiative of the reference is worth on average.</summary>
    Derived,
}

/// <summary>What one sort of change costs.</summary>
/// <param name="Points">Points of value, ≥ 0.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Penalty(double Points, PenaltySource Source);

/// <summary>Of what <see cref="ReplanPenalties.MeanWorth"/> is the mean.</summary>
public enum MeanWorthOf
{
    /// <summary>Of the initiatives that the reference holds.</summary>
    Reference,

    /// <summary>Of all initiatives, each at its best: the reference holds none.</summary>
    Problem,

    /// <summary>Of nothing: no initiative is worth anything by itself, and 1 is taken.</summary>
    Nothing,
}

/// <summary>What departing from the reference costs.</summary>
/// <param name="Drop">For each initiative of the reference that is no longer chosen.</param>
/// <param name="Add">For each initiative that is new.</param>
/// <param name="Shift">For each period by which a start moves.</param>
/// <param name="Variant">For each initiative that changes variant.</param>
/// <param name="MeanWorth">What an initiative of the reference is worth on average, rounded to two figures, in points: what penalties
/// are derived from.</param>
public sealed record ReplanPenalties(Penalty Drop, Penalty Add, Penalty Shift, Penalty Variant, double MeanWorth)
{
    /// <summary>Of what <see cref="MeanWorth"/> is the mean.</summary>
    public MeanWorthOf MeanOf { get; init; }

    /// <summary>The share of <see cref="MeanWorth"/> that dropping an initiative costs unless somebody says otherwise.</summary>
    public const double DropShare = 0.5;

    /// <summary>The share that a new initiative costs.</summary>
    public const double AddShare = 0.25;

    /// <summary>The share that moving a start by one period costs.</summary>
    public const double ShiftShare = 0.05;

    /// <summary>The share that another variant costs.</summary>
    public const double VariantShare = 0.25;
}
