using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>Money at risk of the selected initiatives is at most max: Σ (1 - success) × spend ≤ max.</summary>
internal sealed class RiskRule(RiskFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        for (var o = 0; o < rows.Options.Count; o++)
            if (inside[rows.Options.Initiative[o]])
                rows.Add(o, rows.Options.Exposure[o]);
        rows.EndRow(Name, frame.Max);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var (exposed, largest) = (0.0, 0.0);
        for (var o = 0; o < selection.Options.Count; o++)
            if (inside[selection.Options.Initiative[o]])
            {
                largest = Math.Max(largest, Math.Abs(selection.Options.Exposure[o]));
                exposed += selection.Has(o) ? selection.Options.Exposure[o] : 0.0;
            }
        Limit(Name, exposed, frame.Max, largest, violations);
    }
}
