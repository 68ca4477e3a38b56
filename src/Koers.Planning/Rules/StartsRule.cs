using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>In every period at most max of the selected initiatives start: Σ options with start = t ≤ max. What already ran before
/// period 0 starts in none.</summary>
internal sealed class StartsRule(StartsFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        var options = rows.Options;
        var starting = Enumerable.Range(0, options.Count).Where(o => inside[options.Initiative[o]]).ToLookup(o => options.Start[o]);
        for (var t = 0; t < options.Periods; t++)
        {
            foreach (var o in starting[t])
                rows.Add(o, 1.0);
            rows.EndRow($"{Name}/{t}", frame.Max);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var options = selection.Options;
        for (var t = 0; t < options.Periods; t++)
        {
            var starting = selection.Chosen.Count(o => inside[options.Initiative[o]] && options.Start[o] == t);
            Limit($"{Name}/{t}", starting, frame.Max, 1.0, violations);
        }
    }
}
