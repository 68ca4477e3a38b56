using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What would more or less money, or more or fewer people, bring? The efficient frontier of value against means.</summary>
public static class Frontier
{
    /// <summary>Finds the best plan at every point between two amounts of means. Each point has its own proof; a plan found at one point
    /// also counts at every point with more, a bound at every point with less, so that values and bounds never fall while means
    /// grow.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="settings">Which means, and how far.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told after every planned point; null = nobody.</param>
    /// <param name="cancellationToken">Stops: what is known by then is the answer.</param>
    /// <exception cref="ArgumentException">A budget or capacity is not of the problem, none is named, or all that are named hold
    /// nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static FrontierResult Trace(
        Problem problem, FrontierSettings settings, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(settings);
        ThrowIfUnusable(problem, settings);
        var means = new FrontierMeans(problem, settings);
        if (!(means.Total > 0))
            throw new ArgumentException("The means that are to change hold nothing.", nameof(settings));
        var knowledge = new FrontierKnowledge(problem, means, FrontierMeans.Factors(settings));
        var isFinished = new FrontierRun(knowledge, settings, options ?? new AnalysisOptions(), progress).Run(cancellationToken);
        FrontierPoint[] points = [.. knowledge.Points.Select(
            (p, k) => new FrontierPoint(p.Factor, p.Factor * means.Total, knowledge.PlanAt(k, settings.Gap), p.IsPlanned))];
        var held = FrontierShape.WithPlan(points);
        var chosen = held.Select(k => FrontierShape.Held(points[k].Plan)).ToArray();
        return new FrontierResult(
            points, [.. points.Zip(points.Skip(1), (less, more) => FrontierShape.Step(problem, less, more))],
            FrontierShape.Hull(points), FrontierShape.Knee(points),
            [.. problem.Initiatives.Select(i => FrontierShape.Presence(i, held, chosen))], means.Measure, isFinished);
    }

    private static void ThrowIfUnusable(Problem problem, FrontierSettings settings)
    {
        if (settings.Budgets.Count + settings.Capacities.Count == 0)
            throw new ArgumentException("No budget or capacity is named.", nameof(settings));
        foreach (var id in settings.Budgets)
            if (problem.Budgets.All(b => b.Id != id))
                throw new ArgumentException($"There is no budget {id}.", nameof(settings));
        foreach (var id in settings.Capacities)
            if (problem.Capacities.All(c => c.Id != id))
                throw new ArgumentException($"There is no capacity {id}.", nameof(settings));
        if (!(settings.From >= 0) || double.IsInfinity(settings.From))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.From, "The least factor must be 0 or more.");
        if (!(settings.To > settings.From) || double.IsInfinity(settings.To))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.To, "The largest factor must be more than the least.");
        if (settings.Points is < 2 or > 200)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Points, "There must be 2 to 200 points.");
        if (!(settings.Gap >= 0) || double.IsInfinity(settings.Gap))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Gap, "The gap must be zero or more.");
    }
}
