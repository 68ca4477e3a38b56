using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>In every period at most max of the selected initiatives run: Σ options with start ≤ t &lt; finish ≤ max.</summary>
internal sealed class ConcurrentRule(ConcurrentFrame frame, bool[] inside) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        var options = rows.Options;
        var running = new List<int>[options.Periods];
        for (var t = 0; t < options.Periods; t++)
            running[t] = [];
        for (var o = 0; o < options.Count; o++)
            if (inside[options.Initiative[o]])
                for (var t = Math.Max(0, options.Start[o]); t < options.Finish[o]; t++)
                    running[t].Add(o);
        for (var t = 0; t < options.Periods; t++)
        {
            foreach (var o in running[t])
                rows.Add(o, 1.0);
            rows.EndRow($"{Name}/{t}", frame.Max);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var options = selection.Options;
        for (var t = 0; t < options.Periods; t++)
        {
            var running = selection.Chosen.Count(
                o => inside[options.Initiative[o]] && options.Start[o] <= t && t < options.Finish[o]);
            Limit($"{Name}/{t}", running, frame.Max, 1.0, violations);
        }
    }
}
