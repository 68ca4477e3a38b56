namespace Koers.Bench.Contests;

/// <summary>All solvers on one instance, one after the other, alone on the machine.</summary>
internal sealed record Contest(string Instance, double Limit, IReadOnlyList<Run> Runs)
{
    public Run? Koers => Runs.FirstOrDefault(r => r.Solver == "koers");

    /// <summary>The most valuable plan of any stock solver; null where none has one.</summary>
    public Run? BestStock => Stock.Where(r => r.Value is not null).MaxBy(r => r.Value);

    /// <summary>The lowest bound of any stock solver.</summary>
    public double? StockBound => Stock.Min(r => r.Bound);

    /// <summary>The gap of all stock solvers together: best plan against best bound, whoever they are of.</summary>
    public double? StockGap => Run.GapBetween(BestStock?.Value, StockBound);

    private IEnumerable<Run> Stock => Runs.Where(r => r.Solver != "koers");
}
