using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>An initiative is chosen only together with what it requires: chosen(initiative) - chosen(required) ≤ 0.</summary>
internal sealed class RequiresRule(Requires relation, int initiative, int required) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        rows.AddChosen(initiative, 1.0);
        rows.AddChosen(required, -1.0);
        rows.EndRow(Name, 0.0);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        if (selection.IsChosen(initiative) && !selection.IsChosen(required))
            violations.Add(new Violation(Name, Name, 1.0, 0.0));
    }
}
