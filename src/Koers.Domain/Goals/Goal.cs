namespace Koers.Domain.Goals;

/// <summary>A strategic goal (strategisch doel): a place in the tree of goals. What initiatives bring is scored on leaves.</summary>
public sealed class Goal
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The goal that it is part of; null for a top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>A short name for files and columns, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it.</summary>
    public required string Name { get; set; }

    /// <summary>What is meant, for those who score.</summary>
    public string Description { get; set; } = "";

    /// <summary>Its share among the goals beside it, 0 to 1; together 1.</summary>
    public double Weight { get; set; }

    /// <summary>Score above which nothing more counts; null where there is no cap.</summary>
    public double? Cap { get; set; }

    /// <summary>What shows how far it is reached, for example "sociale huurwoningen opgeleverd"; null where there is none.</summary>
    public string? Indicator { get; set; }

    /// <summary>What the indicator should come to; null where there is no target.</summary>
    public double? Target { get; set; }

    /// <summary>Place among the goals beside it.</summary>
    public int Order { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}
