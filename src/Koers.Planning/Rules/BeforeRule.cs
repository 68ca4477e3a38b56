using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// Where both are chosen, after starts when first is finished and lag periods have passed. For every start τ of after:
/// Σ options of after with start ≤ τ + Σ options of first with finish + lag > τ ≤ 1.
/// </summary>
internal sealed class BeforeRule(Before relation, int first, int after) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        var options = rows.Options;
        foreach (var tau in DependsOnRule.StartsOf(options, after))
        {
            for (var o = options.First[after]; o < options.First[after + 1]; o++)
                if (options.Start[o] <= tau)
                    rows.Add(o, 1.0);
            for (var o = options.First[first]; o < options.First[first + 1]; o++)
                if (options.Finish[o] + relation.Lag > tau)
                    rows.Add(o, 1.0);
            rows.EndRow($"{Name}/{tau}", 1.0);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        if (!selection.IsChosen(first) || !selection.IsChosen(after))
            return;
        var start = selection.Start(after);
        if (selection.Finish(first) + relation.Lag > start)
            violations.Add(new Violation(Name, $"{Name}/{start}", 2.0, 1.0));
    }
}
