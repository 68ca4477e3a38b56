using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Finds lifted cover inequalities that a fractional solution breaks (Balas 1975; with one choice per initiative, after Wolsey 1990).
/// Where some initiatives, each in an option that uses at least w_i of a row, do not fit together, at most all but one of them can be
/// chosen so: Σ_i Σ_{options of i with use ≥ w_i} x ≤ |C| - 1. Every other option that uses at least as much as the h largest w_i
/// together counts h times.
/// </summary>
internal sealed class CoverCuts(Model model, bool[] outOfReach)
{
    private const double LeastViolation = 0.02;

    /// <summary>The cuts that <paramref name="share"/> breaks, at most one per row.</summary>
    public List<Cut> Separate(double[] share)
    {
        var cuts = new List<Cut>();
        for (var r = 0; r < model.Rows.Count; r++)
            if (!model.RuleBook.Rules[model.Rows.Rule[r]].IsDefinition && Read(r, share) is { } row && Find(row, share) is { } cut)
                cuts.Add(cut);
        return cuts;
    }

    /// <summary>The row as a knapsack: its options that can still be chosen, and what they may use together. Null where it is not one,
    /// or is not nearly full.</summary>
    private Knapsack? Read(int row, double[] share)
    {
        var columns = model.Rows.Entries.Keys(row);
        var amounts = model.Rows.Entries.Amounts(row);
        var limit = model.Rows.Limits[row];
        var (options, uses, used, smallest, largest) = (new List<int>(), new List<double>(), 0.0, double.PositiveInfinity, 0.0);
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] >= model.Columns.Options)
                limit -= Math.Min(0.0, amounts[e]) * model.Columns.Upper(columns[e]);
            else if (amounts[e] < 0)
                return null;
            else if (!outOfReach[columns[e]])
            {
                options.Add(columns[e]);
                uses.Add(amounts[e]);
                used += amounts[e] * share[columns[e]];
                smallest = Math.Min(smallest, amounts[e]);
                largest = Math.Max(largest, amounts[e]);
            }
        var isCount = smallest >= largest;
        return limit <= 0 || isCount || used < 0.9 * limit || largest < 0.04 * limit ? null : new Knapsack([.. options], [.. uses], limit);
    }

    private Cut? Find(Knapsack row, double[] share)
    {
        var members = Candidates(row, share);
        members.Sort((a, b) => a.Price.CompareTo(b.Price));
        var (cover, weight, slack) = (new List<Member>(), 0.0, 0.0);
        var limit = row.Limit + (1e-6 * Math.Max(1.0, row.Limit));
        foreach (var member in members)
        {
            if (weight > limit || slack >= 1)
                break;
            cover.Add(member);
            weight += member.Use;
            slack += 1 - member.Taken;
        }
        if (weight <= limit)
            return null;
        // A member without which the rest still does not fit only weakens the cut.
        foreach (var member in cover.OrderByDescending(m => 1 - m.Taken).ToList())
            if (weight - member.Use > limit)
            {
                cover.Remove(member);
                weight -= member.Use;
            }
        return Lift(row, cover, share);
    }

    /// <summary>Per initiative the use from which on to count it, so that it is taken much and uses much.</summary>
    private List<Member> Candidates(Knapsack row, double[] share)
    {
        var members = new List<Member>();
        var e = 0;
        while (e < row.Options.Length)
        {
            var (initiative, first) = (model.Options.Initiative[row.Options[e]], e);
            while (e < row.Options.Length && model.Options.Initiative[row.Options[e]] == initiative)
                e++;
            var best = (Member?)null;
            for (var k = first; k < e; k++)
            {
                if (share[row.Options[k]] < 1e-6 || row.Uses[k] <= 0)
                    continue;
                var taken = 0.0;
                for (var j = first; j < e; j++)
                    taken += row.Uses[j] >= row.Uses[k] ? share[row.Options[j]] : 0.0;
                var member = new Member(initiative, row.Uses[k], Math.Min(1.0, taken));
                if (best is null || member.Price < best.Price)
                    best = member;
            }
            if (best is not null)
                members.Add(best);
        }
        return members;
    }

    private Cut? Lift(Knapsack row, List<Member> cover, double[] share)
    {
        var largest = cover.Select(m => m.Use).OrderDescending().ToArray();
        var together = new double[largest.Length + 1];     // use of the h largest members together
        for (var h = 0; h < largest.Length; h++)
            together[h + 1] = together[h] + largest[h];
        var from = cover.ToDictionary(m => m.Initiative, m => m.Use);
        var (options, coefficients, left) = (new List<int>(), new List<double>(), 0.0);
        for (var e = 0; e < row.Options.Length; e++)
        {
            var times = 0;
            while (times + 1 < together.Length && together[times + 1] <= row.Uses[e])
                times++;
            if (times == 0 && from.TryGetValue(model.Options.Initiative[row.Options[e]], out var use) && row.Uses[e] >= use)
                times = 1;
            if (times == 0)
                continue;
            options.Add(row.Options[e]);
            coefficients.Add(times);
            left += times * share[row.Options[e]];
        }
        return left > cover.Count - 1 + LeastViolation ? new Cut([.. options], [.. coefficients], cover.Count - 1) : null;
    }

    private sealed record Knapsack(int[] Options, double[] Uses, double Limit);

    /// <param name="Initiative">The initiative.</param>
    /// <param name="Use">It counts in options that use at least this much.</param>
    /// <param name="Taken">How much of those the relaxation takes.</param>
    private sealed record Member(int Initiative, double Use, double Taken)
    {
        /// <summary>What it costs the cut per unit of use that it brings to the cover.</summary>
        public double Price => (1 - Taken + 1e-4) / Use;
    }
}
