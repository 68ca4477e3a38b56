namespace Koers.Domain.Weighing;

/// <summary>What one assessor makes of one initiative on one goal. Nobody but the assessor sees it before the weighing of the initiative is
/// over.</summary>
public sealed class Score
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The initiative.</summary>
    public required Guid InitiativeId { get; init; }

    /// <summary>The goal, a leaf of the tree.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The assessor, an account.</summary>
    public required Guid AssessorId { get; init; }

    /// <summary>The score, on the scale of the municipality.</summary>
    public double Points { get; set; }

    /// <summary>Why; empty where it was not said.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was given or last changed.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Grows with every change, so that two windows of one assessor notice.</summary>
    public int Version { get; set; }
}
