using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>What the selected initiatives spend lies between min and max: Σ spend ≤ max; - Σ spend ≤ -min.</summary>
internal sealed class SpendRule(SpendFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        if (frame.Max is { } max)
            WriteRow(rows, 1.0, "max", max);
        if (frame.Min is { } min)
            WriteRow(rows, -1.0, "min", -min);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var counts = CountedSpend.Of(selection.Options, frame.Budgets, frame.Years);
        var (spent, largest) = (0.0, 0.0);
        for (var o = 0; o < selection.Options.Count; o++)
            if (inside[selection.Options.Initiative[o]])
            {
                var money = counts.By(o);
                largest = Math.Max(largest, Math.Abs(money));
                if (selection.Has(o))
                    spent += money;
            }
        if (frame.Max is { } max)
            Limit($"{Name}/max", spent, max, largest, violations);
        if (frame.Min is { } min)
            Limit($"{Name}/min", -spent, -min, largest, violations);
    }

    private void WriteRow(RowWriter rows, double sign, string side, double limit)
    {
        var counts = CountedSpend.Of(rows.Options, frame.Budgets, frame.Years);
        for (var o = 0; o < rows.Options.Count; o++)
            if (inside[rows.Options.Initiative[o]])
                rows.Add(o, sign * counts.By(o));
        rows.EndRow($"{Name}/{side}", limit);
    }
}

/// <summary>The money of an option that a frame looks at: some budgets, some years.</summary>
internal sealed class CountedSpend(OptionSet options, bool[] counted)
{
    public static CountedSpend Of(OptionSet options, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years)
    {
        var counted = new bool[options.Problem.Budgets.Count * options.Years];
        for (var b = 0; b < options.Problem.Budgets.Count; b++)
            for (var y = 0; y < options.Years; y++)
                counted[options.SpendKey(b, y)] =
                    (budgets is null || budgets.Contains(options.Problem.Budgets[b].Id)) && (years is null || years.Contains(y));
        return new CountedSpend(options, counted);
    }

    public double By(int option)
    {
        var keys = options.Spend.Keys(option);
        var amounts = options.Spend.Amounts(option);
        var sum = 0.0;
        for (var e = 0; e < keys.Length; e++)
            if (counted[keys[e]])
                sum += amounts[e];
        return sum;
    }
}
