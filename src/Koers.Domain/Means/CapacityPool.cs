namespace Koers.Domain.Means;

/// <summary>People of one kind (capaciteitspool), per quarter.</summary>
public sealed class CapacityPool
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it.</summary>
    public required string Name { get; set; }

    /// <summary>The department that they belong to; null where it is shared.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>Share that is kept free, 0 to 1.</summary>
    public double Reserve { get; set; }

    /// <summary>Most fte that can be hired at once; 0 where none can.</summary>
    public double MostHired { get; set; }

    /// <summary>What one hired fte costs per quarter.</summary>
    public Euro HirePrice { get; set; }

    /// <summary>The budget that pays for those hired; null where none can be.</summary>
    public Guid? HireBudgetId { get; set; }

    /// <summary>How many there are, a line per quarter.</summary>
    public List<CapacityQuarter> Quarters { get; } = [];

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>How many people there are in one quarter.</summary>
public sealed class CapacityQuarter
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The quarter, 1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public double Fte { get; set; }
}
