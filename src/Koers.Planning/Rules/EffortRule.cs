using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>In every period the selected initiatives ask at most max of a capacity: Σ effort ≤ max.</summary>
internal sealed class EffortRule(EffortFrame frame, bool[] inside, int capacity) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        var options = rows.Options;
        for (var t = 0; t < options.Periods; t++)
        {
            var asking = rows.EffortByKey.Keys(options.EffortKey(capacity, t));
            var units = rows.EffortByKey.Amounts(options.EffortKey(capacity, t));
            for (var e = 0; e < asking.Length; e++)
                if (inside[options.Initiative[asking[e]]])
                    rows.Add(asking[e], units[e]);
            rows.EndRow($"{Name}/{t}", frame.Max);
        }
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var options = selection.Options;
        for (var t = 0; t < options.Periods; t++)
        {
            var (asked, largest) = (0.0, 0.0);
            for (var o = 0; o < options.Count; o++)
                if (inside[options.Initiative[o]])
                {
                    var units = Selection.Amount(options.Effort, o, options.EffortKey(capacity, t));
                    largest = Math.Max(largest, Math.Abs(units));
                    asked += selection.Has(o) ? units : 0.0;
                }
            Limit($"{Name}/{t}", asked, frame.Max, largest, violations);
        }
    }
}
