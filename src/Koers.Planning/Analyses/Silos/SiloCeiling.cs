using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// What the parts can bring together at most, whatever plans they make within their shares: Σ bound of each part + Σ positive synergies
/// between parts, and never more than the bound of the whole. A part's bound is that of its problem without the lower limits that are
/// divided, so that it also holds where an initiative is left out when the plans are put together.
/// </summary>
internal sealed class SiloCeiling(Problem problem, OptionSet options, LabelParts parts, PartProblems problems)
{
    /// <param name="planned">What the parts planned.</param>
    /// <param name="broken">Lower limits of the whole that the parts together break.</param>
    /// <param name="whole">Bound of the whole that it is compared with.</param>
    public double? Of(IReadOnlyList<PlannedPart> planned, IReadOnlyList<string> broken, double? whole) =>
        Sum(planned, broken) is { } sum && !(sum > whole) ? sum : whole;

    private double? Sum(IReadOnlyList<PlannedPart> planned, IReadOnlyList<string> broken)
    {
        // Leaving an initiative out keeps a part within its upper limits only where nothing brings money or people in; scores cut off in
        // the whole are at most those cut off per part only where no score is negative; and what the whole may break the parts may too
        if (options.Spend.Amount.Any(a => a < 0) || options.Effort.Amount.Any(a => a < 0) || HasNegativeScoreUnderCap())
            return null;
        var free = planned.SelectMany(p => p.Dropped).Concat(problems.DividedMinimum).ToHashSet(StringComparer.Ordinal);
        if (!broken.All(free.Contains))
            return null;
        var between = problem.Relations.OfType<Synergy>()
            .Where(s => s.Value > 0 && parts.Over(s.Initiatives).Length > 1 && !s.Initiatives.Any(problems.Needs.ContainsKey))
            .Sum(s => s.Value);
        var sum = between;
        foreach (var part in planned)
        {
            if (part.Bound is not { } bound)
                return null;
            sum += bound;
        }
        return sum;
    }

    private bool HasNegativeScoreUnderCap()
    {
        for (var e = 0; e < options.Score.Amount.Length; e++)
            if (options.Score.Amount[e] < 0 && problem.Goals[options.Score.Key[e]].Cap is not null)
                return true;
        return problem.Goals.Any(g => g.Cap < 0);
    }
}
