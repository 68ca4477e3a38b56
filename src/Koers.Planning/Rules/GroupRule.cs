using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>At least min and at most max of the initiatives are chosen: Σ chosen ≤ max; - Σ chosen ≤ -min.</summary>
internal sealed class GroupRule(Group relation, int[] members) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        if (relation.Max is { } max)
            WriteRow(rows, 1.0, "max", max);
        if (relation.Min is { } min)
            WriteRow(rows, -1.0, "min", -min);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var chosen = members.Count(selection.IsChosen);
        if (chosen > relation.Max)
            violations.Add(new Violation(Name, $"{Name}/max", chosen, relation.Max.Value));
        if (chosen < relation.Min)
            violations.Add(new Violation(Name, $"{Name}/min", -chosen, -relation.Min.Value));
    }

    private void WriteRow(RowWriter rows, double sign, string side, double limit)
    {
        foreach (var i in members)
            rows.AddChosen(i, sign);
        rows.EndRow($"{Name}/{side}", limit);
    }
}
