using Koers.Planning.Problems;
using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>Weights, and with them factors on scores and costs.</summary>
/// <param name="Weights">Weights in the order of the goals.</param>
/// <param name="IsExtreme">Whether the weights are an extreme point.</param>
/// <param name="Score">Factor per initiative on its scores; null = all 1.</param>
/// <param name="Cost">Factor per initiative on what it spends; null = all 1.</param>
internal sealed record Scenario(double[] Weights, bool IsExtreme, double[]? Score = null, double[]? Cost = null)
{
    /// <summary>The problem as it would be.</summary>
    public Problem Of(Problem problem) => problem with
    {
        Goals = [.. problem.Goals.Select((goal, g) => goal with { Weight = Weights[g] })],
        Initiatives = Score is null && Cost is null
            ? problem.Initiatives
            : [.. problem.Initiatives.Select((initiative, i) => Of(initiative, Score?[i] ?? 1, Cost?[i] ?? 1))],
        Analysis = AnalysisInput.None,
    };

    /// <summary>Extreme weights with likely scores and costs, then drawn weights with drawn scores and costs; the latter at random, from
    /// the seed.</summary>
    public static List<Scenario> Make(Problem problem, WeightSet set, int count, int seed)
    {
        var draw = new Draw(seed);
        var ranges = problem.Initiatives.Select(i => problem.Analysis.RangesOf(i.Id)).ToArray();
        var (likelyScore, likelyCost) = (Factors(ranges, r => r.Score, null), Factors(ranges, r => r.Cost, null));
        var isCertain = likelyScore is null && likelyCost is null;
        // Where there are many corners, a part of them, so that there is room for what lies between
        var room = Math.Max(1, count / 2);
        var extremes = set.Corners.Count <= room ? set.Corners : [.. Shuffled(set.Corners, draw).Take(room)];
        var scenarios = extremes.Select(w => new Scenario(w, IsExtreme: true, likelyScore, likelyCost)).ToList();
        var drawn = set.IsPoint && isCertain ? 0 : count - scenarios.Count;
        foreach (var weights in set.Draw(Math.Max(0, drawn), draw).ToList())
            scenarios.Add(new Scenario(
                weights, IsExtreme: false, Factors(ranges, r => r.Score, draw), Factors(ranges, r => r.Cost, draw)));
        return scenarios;
    }

    /// <summary>Whether any initiative has a range.</summary>
    public static bool HasRanges(Problem problem, Func<Ranges, ThreePoint?> of) =>
        problem.Initiatives.Any(i => of(problem.Analysis.RangesOf(i.Id)) is { } points && points != ThreePoint.Exactly);

    /// <summary>Drawn factors, or the likely ones where nothing is to be drawn; null where all are certain.</summary>
    private static double[]? Factors(Ranges[] ranges, Func<Ranges, ThreePoint?> of, Draw? draw)
    {
        if (!Array.Exists(ranges, r => of(r) is { } points && points != ThreePoint.Exactly))
            return null;
        return [.. ranges.Select(r => of(r) is not { } points ? 1
            : draw is null ? points.Likely
            : FactorDraw.From(points, r.Shape ?? RangeShape.Triangular, draw))];
    }

    private static List<double[]> Shuffled(IReadOnlyList<double[]> corners, Draw draw)
    {
        var shuffled = corners.ToList();
        for (var k = shuffled.Count - 1; k > 0; k--)
        {
            var other = draw.Below(k + 1);
            (shuffled[k], shuffled[other]) = (shuffled[other], shuffled[k]);
        }
        return shuffled;
    }

    private static Initiative Of(Initiative initiative, double score, double cost) => initiative with
    {
        Variants = [.. initiative.Variants.Select(v => v with
        {
            Contribution = score == 1 ? v.Contribution : v.Contribution.ToDictionary(c => c.Key, c => c.Value * score),
            Spend = cost == 1
                ? v.Spend
                : v.Spend.ToDictionary(s => s.Key, s => (IReadOnlyList<double>)[.. s.Value.Select(m => m * cost)]),
            SpendAfter = cost == 1 ? v.SpendAfter : v.SpendAfter.ToDictionary(s => s.Key, s => s.Value * cost),
        })],
    };
}
