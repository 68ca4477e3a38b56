using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>A mandatory initiative is chosen, in some variant: - Σ options ≤ -1.</summary>
internal sealed class MandatoryRule(Problem problem, int initiative) : Rule($"mandatory/{problem.Initiatives[initiative].Id}")
{
    public override void Write(RowWriter rows)
    {
        rows.AddChosen(initiative, -1.0);
        rows.EndRow(Name, -1.0);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        if (!selection.IsChosen(initiative))
            violations.Add(new Violation(Name, Name, 0.0, -1.0));
    }
}
