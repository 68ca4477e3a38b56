using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// A bonus counts only where all are chosen: z - chosen(i) ≤ 0 for each i. An overlap counts as soon as all are chosen:
/// Σ chosen - z ≤ n - 1. Either way it only says what z means; the evaluator reads z off the selection.
/// </summary>
internal sealed class SynergyRule(Synergy relation, int[] members) : Rule($"{relation.Type}/{relation.Id}")
{
    public override bool IsDefinition => true;

    public override void Write(RowWriter rows)
    {
        var z = rows.Columns.Synergy(relation);
        if (relation.Value >= 0)
            for (var m = 0; m < members.Length; m++)
            {
                rows.AddChosen(members[m], -1.0);
                rows.Add(z, 1.0);
                rows.EndRow($"{Name}/{relation.Initiatives[m]}", 0.0);
            }
        else
        {
            foreach (var i in members)
                rows.AddChosen(i, 1.0);
            rows.Add(z, -1.0);
            rows.EndRow(Name, members.Length - 1.0);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
    }
}
