using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What the points of a frontier say together: steps, concave envelope, knee, and which initiatives come and go.</summary>
internal static class FrontierShape
{
    public static FrontierStep Step(Problem problem, FrontierPoint less, FrontierPoint more)
    {
        var (before, after) = (Held(less.Plan), Held(more.Plan));
        var known = less.Plan.Value is not null && more.Plan.Value is not null;
        return new FrontierStep(
            more.Amount - less.Amount,
            more.Plan.Value - less.Plan.Value,
            // Never less than nothing: more means is never worth less
            more.Plan.Value - less.Plan.Bound is { } least ? Math.Max(0.0, least) : null,
            more.Plan.Bound - less.Plan.Value,
            known ? [.. problem.Initiatives.Select(i => i.Id).Where(i => after.Contains(i) && !before.Contains(i))] : [],
            known ? [.. problem.Initiatives.Select(i => i.Id).Where(i => before.Contains(i) && !after.Contains(i))] : []);
    }

    /// <summary>The upper hull of the points with a plan, from left to right (monotone chain, A. M. Andrew 1979).</summary>
    public static IReadOnlyList<int> Hull(IReadOnlyList<FrontierPoint> points)
    {
        var hull = new List<int>();
        foreach (var k in WithPlan(points))
        {
            while (hull.Count >= 2 && !IsAbove(points, hull[^2], hull[^1], k))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(k);
        }
        return hull;
    }

    /// <summary>The point farthest above the chord from the first to the last plan: the largest of the difference curve of Kneedle
    /// (Satopää, Albrecht, Irwin and Raghavan 2011), without smoothing, because a frontier has no noise but its gaps.</summary>
    public static FrontierKnee? Knee(IReadOnlyList<FrontierPoint> points)
    {
        var held = WithPlan(points);
        if (held.Length < 3)
            return null;
        var (first, last) = (points[held[0]], points[held[^1]]);
        var (width, height) = (last.Factor - first.Factor, last.Plan.Value!.Value - first.Plan.Value!.Value);
        if (!(height > 1e-9 * Math.Max(1, Math.Abs(last.Plan.Value.Value))))
            return null;
        double Along(int k) => (points[k].Factor - first.Factor) / width;
        double Over(int k) => ((points[k].Plan.Value!.Value - first.Plan.Value.Value) / height) - Along(k);
        var knee = held.MaxBy(Over);
        var distance = Over(knee);
        if (distance < 1e-9)
            return null;
        // A point before the knee gains most where the line is steepest, one after it where the line is flattest
        var steepest = (last.Plan.Bound ?? double.PositiveInfinity) - first.Plan.Value.Value;
        var flattest = Math.Max(0.0, last.Plan.Value.Value - (first.Plan.Bound ?? double.PositiveInfinity));
        var possible = held[1..^1].Where(k => points[k].Plan.Bound is not { } bound || bound - points[knee].Plan.Value!.Value
            >= (Along(k) - Along(knee)) * (k < knee ? steepest : flattest)).Append(knee).ToArray();
        return new FrontierKnee(knee, distance, possible.Min(), possible.Max());
    }

    /// <summary>Whether some point surely lies above the line from the first to the last: what it has at least is worth more per unit of
    /// means since the first, at its most, than what the last, at its most, adds to it.</summary>
    public static bool IsKneeProven(IReadOnlyList<FrontierPoint> points)
    {
        var held = WithPlan(points);
        if (held.Length < 3 || points[held[0]].Plan.Bound is not { } before || points[held[^1]].Plan.Bound is not { } after)
            return false;
        var (first, last) = (points[held[0]].Factor, points[held[^1]].Factor);
        return held[1..^1].Any(k => points[k] is { Factor: var at, Plan.Value: { } value }
            && (value - before) / (at - first) > ((after - value) / (last - at)) + 1e-9);
    }

    public static FrontierPresence Presence(Initiative initiative, int[] held, HashSet<InitiativeId>[] chosen)
    {
        var spans = new List<(int First, int Last)>();
        for (var n = 0; n < held.Length; n++)
        {
            if (!chosen[n].Contains(initiative.Id))
                continue;
            if (n > 0 && chosen[n - 1].Contains(initiative.Id))
                spans[^1] = (spans[^1].First, held[n]);
            else
                spans.Add((held[n], held[n]));
        }
        return new FrontierPresence(initiative, Course(spans, held), spans);
    }

    /// <summary>The points that have a plan.</summary>
    public static int[] WithPlan(IReadOnlyList<FrontierPoint> points) =>
        [.. Enumerable.Range(0, points.Count).Where(k => points[k].Plan.Value is not null)];

    public static HashSet<InitiativeId> Held(Plan plan) => [.. plan.Selected.Select(choice => choice.Initiative)];

    private static FrontierCourse Course(List<(int First, int Last)> spans, int[] held) => spans switch
    {
        [] => FrontierCourse.Never,
        [var one] when one.First == held[0] && one.Last == held[^1] => FrontierCourse.Always,
        [var one] when one.Last == held[^1] => FrontierCourse.ComesIn,
        [var one] when one.First == held[0] => FrontierCourse.GoesOut,
        _ => FrontierCourse.ComesAndGoes,
    };

    // Whether b lies above the line from a to c
    private static bool IsAbove(IReadOnlyList<FrontierPoint> points, int a, int b, int c)
    {
        double Rise(int to) => points[to].Plan.Value!.Value - points[a].Plan.Value!.Value;
        double Run(int to) => points[to].Factor - points[a].Factor;
        return (Rise(b) * Run(c)) - (Rise(c) * Run(b)) > 1e-12 * Math.Max(1.0, Math.Abs(Rise(c)));
    }
}
