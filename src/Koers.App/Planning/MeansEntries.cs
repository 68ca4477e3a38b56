using Koers.Domain.Frames;
using Koers.Planning.Problems;

namespace Koers.App.Planning;

/// <summary>Money and people as the engine has them: a year or quarter for which nothing is said has nothing.</summary>
internal sealed class MeansEntries
{
    private readonly Dictionary<Guid, BudgetId> _budgets;
    private readonly Dictionary<Guid, CapacityId> _pools;

    public MeansEntries(FrameContent content, Calendar calendar, Obstacles obstacles)
    {
        _budgets = content.Budgets.ToDictionary(budget => budget.Id, budget => new BudgetId(budget.Code));
        _pools = content.CapacityPools.ToDictionary(pool => pool.Id, pool => new CapacityId(pool.Code));
        Budgets = [.. content.Budgets.OrderBy(budget => budget.Code, StringComparer.Ordinal).Select(budget => Entry(budget, calendar))];
        Capacities = [.. content.CapacityPools.OrderBy(pool => pool.Code, StringComparer.Ordinal).Select(pool => Entry(pool, calendar, obstacles))];
    }

    public IReadOnlyList<Budget> Budgets { get; }

    public IReadOnlyList<Capacity> Capacities { get; }

    /// <summary>The budget as the engine names it; null where these frames do not have it.</summary>
    public BudgetId? Budget(Guid id) => _budgets.TryGetValue(id, out var budget) ? budget : null;

    /// <summary>The pool as the engine names it; null where these frames do not have it.</summary>
    public CapacityId? Pool(Guid id) => _pools.TryGetValue(id, out var pool) ? pool : null;

    private static Budget Entry(Domain.Means.Budget budget, Calendar calendar)
    {
        var amounts = budget.Years.ToDictionary(year => year.Year, year => (double)year.Amount.Amount);
        return new Budget(
            new BudgetId(budget.Code), budget.Name,
            [.. Enumerable.Range(calendar.Start.Year, calendar.Years).Select(year => amounts.GetValueOrDefault(year))], budget.CarriesOver);
    }

    private Capacity Entry(Domain.Means.CapacityPool pool, Calendar calendar, Obstacles obstacles)
    {
        var fte = pool.Quarters.ToDictionary(quarter => (quarter.Year, quarter.Quarter), quarter => quarter.Fte);
        Hire? hire = null;
        if (pool is { MostHired: > 0, HireBudgetId: { } payer })
        {
            if (Budget(payer) is { } budget)
                hire = new Hire(pool.MostHired, (double)pool.HirePrice.Amount, budget);
            else
                obstacles.Add(
                    $"Inhuur van pool {pool.Code} komt uit een budget dat deze kaders niet hebben.",
                    $"Hiring for pool {pool.Code} is paid from a budget that these frames do not have.");
        }

        return new Capacity(
            new CapacityId(pool.Code), pool.Name,
            [.. Enumerable.Range(0, calendar.Quarters).Select(period => fte.GetValueOrDefault(calendar.QuarterOf(period)))], pool.Reserve, hire);
    }
}
