using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>At most one of the initiatives is chosen: Σ chosen ≤ 1.</summary>
internal sealed class ExcludesRule(Excludes relation, int[] members) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        foreach (var i in members)
            rows.AddChosen(i, 1.0);
        rows.EndRow(Name, 1.0);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var chosen = members.Count(selection.IsChosen);
        if (chosen > 1)
            violations.Add(new Violation(Name, Name, chosen, 1.0));
    }
}
