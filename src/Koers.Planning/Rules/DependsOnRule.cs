using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>
/// After needs before, finished lag periods earlier. For every start τ of after:
/// Σ options of after with start ≤ τ - Σ options of before with finish + lag ≤ τ ≤ 0.
/// </summary>
internal sealed class DependsOnRule(DependsOn relation, int before, int after) : Rule($"{relation.Type}/{relation.Id}")
{
    public override void Write(RowWriter rows)
    {
        var options = rows.Options;
        foreach (var tau in StartsOf(options, after))
        {
            for (var o = options.First[after]; o < options.First[after + 1]; o++)
                if (options.Start[o] <= tau)
                    rows.Add(o, 1.0);
            for (var o = options.First[before]; o < options.First[before + 1]; o++)
                if (options.Finish[o] + relation.Lag <= tau)
                    rows.Add(o, -1.0);
            rows.EndRow($"{Name}/{tau}", 0.0);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        if (!selection.IsChosen(after))
            return;
        var start = selection.Start(after);
        if (!selection.IsChosen(before) || selection.Finish(before) + relation.Lag > start)
            violations.Add(new Violation(Name, $"{Name}/{start}", 1.0, 0.0));
    }

    /// <summary>The periods in which an initiative may start, in some variant, in order.</summary>
    internal static SortedSet<int> StartsOf(Options.OptionSet options, int initiative) =>
        [.. options.Start[options.First[initiative]..options.First[initiative + 1]]];
}
