using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>All of the initiatives are chosen or none, each held against the first: chosen(first) = chosen(other), as two rows.</summary>
internal sealed class TogetherRule(Together relation, int[] members) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        for (var m = 1; m < members.Length; m++)
        {
            rows.AddChosen(members[0], 1.0);
            rows.AddChosen(members[m], -1.0);
            rows.EndRow($"{Name}/{relation.Initiatives[m]}/1", 0.0);
            rows.AddChosen(members[0], -1.0);
            rows.AddChosen(members[m], 1.0);
            rows.EndRow($"{Name}/{relation.Initiatives[m]}/2", 0.0);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        for (var m = 1; m < members.Length; m++)
            if (selection.IsChosen(members[0]) != selection.IsChosen(members[m]))
                violations.Add(new Violation(
                    Name, $"{Name}/{relation.Initiatives[m]}/{(selection.IsChosen(members[0]) ? 1 : 2)}", 1.0, 0.0));
    }
}
