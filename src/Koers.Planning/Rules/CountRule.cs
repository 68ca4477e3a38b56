using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>How many of the selected initiatives are chosen lies between min and max: Σ chosen ≤ max; - Σ chosen ≤ -min.</summary>
internal sealed class CountRule(CountFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
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
        var chosen = selection.Chosen.Count(o => inside[selection.Options.Initiative[o]]);
        if (frame.Max is { } max)
            Limit($"{Name}/max", chosen, max, 1.0, violations);
        if (frame.Min is { } min)
            Limit($"{Name}/min", -chosen, -min, 1.0, violations);
    }

    private void WriteRow(RowWriter rows, double sign, string side, double limit)
    {
        for (var i = 0; i < inside.Length; i++)
            if (inside[i])
                rows.AddChosen(i, sign);
        rows.EndRow($"{Name}/{side}", limit);
    }
}
