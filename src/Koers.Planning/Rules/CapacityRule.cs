using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// In every period, effort asked of a capacity is at most what is available (less the reserve) and what is hired, and no more is hired
/// than may be. Σ effort - hire ≤ perPeriod × (1 - reserve); 0 ≤ hire ≤ maxPerPeriod.
/// </summary>
internal sealed class CapacityRule(Problem problem, int capacity) : Rule($"capacity/{problem.Capacities[capacity].Id}")
{
    private readonly Capacity _capacity = problem.Capacities[capacity];

    public override void Write(RowWriter rows)
    {
        for (var t = 0; t < rows.Options.Periods; t++)
        {
            rows.AddAll(rows.EffortByKey, rows.Options.EffortKey(capacity, t), 1.0);
            if (_capacity.Hire is not null)
                rows.Add(rows.Columns.Hire(capacity, t), -1.0);
            rows.EndRow($"{Name}/{t}", _capacity.Available(t));
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        for (var t = 0; t < selection.Options.Periods; t++)
        {
            if (_capacity.Hire is { } hire)
                Limit($"hire/{_capacity.Id}/{t}", selection.Hired(capacity, t), hire.MaxPerPeriod, 0.0, violations);
            else if (selection.Used(capacity, t) > _capacity.Available(t))
                Limit($"{Name}/{t}", selection.Used(capacity, t), _capacity.Available(t), Largest(selection, t), violations);
        }
    }

    private double Largest(Selection selection, int period)
    {
        var options = selection.Options;
        var largest = 0.0;
        for (var o = 0; o < options.Count; o++)
            largest = Math.Max(largest, Math.Abs(Selection.Amount(options.Effort, o, options.EffortKey(capacity, period))));
        return largest;
    }
}
