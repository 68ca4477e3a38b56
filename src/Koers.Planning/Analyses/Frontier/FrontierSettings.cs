using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Which means are made scarcer or wider, and how far.</summary>
public sealed record FrontierSettings
{
    /// <summary>The budgets whose money per year is multiplied; with <see cref="Capacities"/> together at least one.</summary>
    public IReadOnlyList<BudgetId> Budgets { get; init; } = [];

    /// <summary>The capacities whose people per period are multiplied; the reserve stays the same share, and the most that can be hired
    /// stays the same number.</summary>
    public IReadOnlyList<CapacityId> Capacities { get; init; } = [];

    /// <summary>The least factor on the means, 0 or more; default 0.5.</summary>
    public double From { get; init; } = 0.5;

    /// <summary>The largest factor on the means, more than <see cref="From"/>; default 1.5.</summary>
    public double To { get; init; } = 1.5;

    /// <summary>Number of points, at equal distances from <see cref="From"/> to <see cref="To"/>: 2 to 200, default 30. Where the means of
    /// the problem itself (factor 1) lie between them and are none of them, they are a point besides.</summary>
    public int Points { get; init; } = 30;

    /// <summary>The gap at which a point is good enough; default 0.001, 0 or more.</summary>
    public double Gap { get; init; } = 0.001;
}
