namespace Koers.Planning.Analyses;

/// <summary>Draws the curve from what was found at each multiple of the penalties.</summary>
internal static class ReplanCurves
{
    public static ReplanCurve Of(ReplanSearch search)
    {
        var points = new List<ReplanPoint>();
        // From the largest multiple to the smallest: from the least disturbance to the most value
        foreach (var scale in search.Scales.Reverse())
        {
            if (search.Best(scale) is not { } best)
                continue;
            // The best at a smaller multiple disturbs no less; where it is worth no more either, only rounding made a difference
            var isSame = points.Count > 0 && best.Value <= points[^1].Value + ReplanJudge.Rounding;
            // Of equal plans the curve shows the one that is the answer
            if (isSame && scale != 1.0)
                points[^1] = points[^1] with { FromScale = scale };
            else if (isSame)
                points[^1] = Point(search, best, scale, points[^1].ToScale);
            else
                points.Add(Point(search, best, scale, scale));
        }
        return new ReplanCurve(points, search.Bounds.OfDisturbance(search.Judge.ValueRange().Least));
    }

    private static ReplanPoint Point(ReplanSearch search, Judged plan, double from, double to) => new(
        plan.Choices, from, to, plan.Value, plan.Disturbance, search.Judge.Count(plan.Choices),
        search.Bounds.OfValue(plan.Disturbance) is { } bound ? Math.Max(bound, plan.Value) : null);
}
