using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// The selected initiatives' part of what all chosen initiatives spend lies between two shares:
/// part - max × whole ≤ 0; min × whole - part ≤ 0.
/// </summary>
internal sealed class SpendShareRule(SpendShareFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        if (frame.Max is { } max)
            WriteRow(rows, 1.0, max, "max");
        if (frame.Min is { } min)
            WriteRow(rows, -1.0, min, "min");
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        if (frame.Max is { } max)
            CheckSide(selection, 1.0, max, "max", violations);
        if (frame.Min is { } min)
            CheckSide(selection, -1.0, min, "min", violations);
    }

    // sign 1: part - share × whole; sign -1: share × whole - part
    private void WriteRow(RowWriter rows, double sign, double share, string side)
    {
        var counts = CountedSpend.Of(rows.Options, frame.Budgets, frame.Years);
        for (var o = 0; o < rows.Options.Count; o++)
            rows.Add(o, sign * ((inside[rows.Options.Initiative[o]] ? 1.0 : 0.0) - share) * counts.By(o));
        rows.EndRow($"{Name}/{side}", 0.0);
    }

    private void CheckSide(Selection selection, double sign, double share, string side, ICollection<Violation> violations)
    {
        var counts = CountedSpend.Of(selection.Options, frame.Budgets, frame.Years);
        var (part, whole, largest) = (0.0, 0.0, 0.0);
        for (var o = 0; o < selection.Options.Count; o++)
        {
            var isInside = inside[selection.Options.Initiative[o]];
            var money = counts.By(o);
            largest = Math.Max(largest, Math.Abs(money * ((isInside ? 1.0 : 0.0) - share)));
            if (!selection.Has(o))
                continue;
            whole += money;
            part += isInside ? money : 0.0;
        }
        Limit($"{Name}/{side}", sign * (part - (share * whole)), 0.0, largest, violations);
    }
}
