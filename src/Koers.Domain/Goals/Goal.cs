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

    /// <summary>Opgave: the societal issue that it answers; null where it is not said.</summary>
    public string? SocietalChallenge { get; set; }

    /// <summary>Begrotingsprogramma: the programme of the budget (BBV art. 8) that it belongs to; null where it is not said.</summary>
    public string? BudgetProgramme { get; set; }

    /// <summary>Taakveld: the Iv3 code as text ("0.1" is not "0.10"); null where it is not said.</summary>
    public string? PolicyField { get; set; }

    /// <summary>Sustainable development goal of the United Nations, 1 to 17; null where it is not said.</summary>
    public int? SustainableDevelopmentGoal { get; set; }

    /// <summary>Fixed points of its scale: what a score means, so that assessors mean the same by it.</summary>
    public List<ScaleAnchor> Anchors { get; } = [];

    /// <summary>Place among the goals beside it.</summary>
    public int Order { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>What one score on the scale of a goal means.</summary>
public sealed class ScaleAnchor
{
    /// <summary>The score.</summary>
    public required double Points { get; init; }

    /// <summary>What an initiative with that score brings, for example "honderd sociale huurwoningen".</summary>
    public required string Meaning { get; set; }
}
