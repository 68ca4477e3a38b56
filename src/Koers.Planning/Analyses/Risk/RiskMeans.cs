using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Budgets and capacities, by index, with their limits per year and per period.</summary>
internal sealed class RiskMeans
{
    public RiskMeans(Problem problem)
    {
        (Periods, Years, PeriodsPerYear) = (problem.Horizon.Periods, problem.Horizon.Years, problem.Horizon.PeriodsPerYear);
        Budget = problem.Budgets.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        Capacity = problem.Capacities.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        Saves = [.. problem.Budgets.Select(b => b.CarryOver)];
        Money = [.. problem.Budgets.SelectMany(b => Limits(b))];
        People = [.. problem.Capacities.SelectMany(c => Enumerable.Range(0, Periods).Select(c.Available))];
        MostHired = [.. problem.Capacities.Select(c => c.Hire?.MaxPerPeriod ?? 0)];
        HirePrice = [.. problem.Capacities.Select(c => c.Hire?.Price ?? 0)];
        HirePays = [.. problem.Capacities.Select(c => c.Hire is { } hire ? Budget[hire.Budget] : -1)];
    }

    public int Periods { get; }

    public int Years { get; }

    public int PeriodsPerYear { get; }

    public Dictionary<BudgetId, int> Budget { get; }

    public Dictionary<CapacityId, int> Capacity { get; }

    public int Budgets => Budget.Count;

    public int Capacities => Capacity.Count;

    /// <summary>Budget-years and capacity-periods: first all years of the first budget, and so on.</summary>
    public int Slices => (Budgets * Years) + (Capacities * Periods);

    /// <summary>Per budget, whether what is left goes to the next year.</summary>
    public bool[] Saves { get; }

    /// <summary>Per budget and year the money that may be spent; with carry-over that of all years until then.</summary>
    public double[] Money { get; }

    /// <summary>Per capacity and period the units there are, less the reserve.</summary>
    public double[] People { get; }

    /// <summary>Per capacity the most that can be hired.</summary>
    public double[] MostHired { get; }

    public double[] HirePrice { get; }

    /// <summary>Per capacity the budget that pays hiring; -1 where there is none.</summary>
    public int[] HirePays { get; }

    private static IEnumerable<double> Limits(Budget budget)
    {
        var limit = 0.0;
        foreach (var money in budget.PerYear)
            yield return limit = (budget.CarryOver ? limit : 0) + money;
    }
}
