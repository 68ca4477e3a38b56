using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// In every year, spend and hiring paid from a budget are at most what it holds; with carry-over, up to every year they are at most what
/// it held until then. Σ spend + price × hire ≤ perYear, summed from year 0 with carry-over.
/// </summary>
internal sealed class BudgetRule(Problem problem, int budget) : Rule($"budget/{problem.Budgets[budget].Id}")
{
    private readonly Budget _budget = problem.Budgets[budget];

    public override void Write(RowWriter rows)
    {
        var limit = 0.0;
        for (var y = 0; y < rows.Options.Years; y++)
        {
            limit = (_budget.CarryOver ? limit : 0.0) + _budget.PerYear[y];
            for (var from = _budget.CarryOver ? 0 : y; from <= y; from++)
            {
                rows.AddAll(rows.SpendByKey, rows.Options.SpendKey(budget, from), 1.0);
                AddHiring(rows, from);
            }
            rows.EndRow($"{Name}/{y}", limit);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var (limit, spent) = (0.0, 0.0);
        for (var y = 0; y < selection.Options.Years; y++)
        {
            if (!_budget.CarryOver)
                (limit, spent) = (0.0, 0.0);
            limit += _budget.PerYear[y];
            spent += selection.Spent(budget, y) + selection.HiringCost(budget, y);
            if (spent > limit)
                Limit($"{Name}/{y}", spent, limit, Largest(selection, y), violations);
        }
    }

    private void AddHiring(RowWriter rows, int year)
    {
        var perYear = problem.Horizon.PeriodsPerYear;
        for (var c = 0; c < problem.Capacities.Count; c++)
            if (problem.Capacities[c].Hire is { } hire && hire.Budget == _budget.Id)
                for (var t = year * perYear; t < Math.Min((year + 1) * perYear, problem.Horizon.Periods); t++)
                    rows.Add(rows.Columns.Hire(c, t), hire.Price);
    }

    /// <summary>The largest sum that one option spends, or price of hiring, in the years that the row covers.</summary>
    private double Largest(Selection selection, int year)
    {
        var options = selection.Options;
        var largest = problem.Capacities.Where(c => c.Hire?.Budget == _budget.Id).Max(c => (double?)c.Hire!.Price) ?? 0.0;
        for (var o = 0; o < options.Count; o++)
        {
            var sum = 0.0;
            for (var y = _budget.CarryOver ? 0 : year; y <= year; y++)
                sum += Selection.Amount(options.Spend, o, options.SpendKey(budget, y));
            largest = Math.Max(largest, Math.Abs(sum));
        }
        return largest;
    }
}
