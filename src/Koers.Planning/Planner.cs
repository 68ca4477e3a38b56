using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Running;

namespace Koers.Planning;

/// <summary>The engine: a problem in, a checked plan with its proof out.</summary>
public static class Planner
{
    /// <summary>
    /// Finds the most valuable plan within the frames that the options allow, with a proven bound and its certificate; or proves that
    /// no plan keeps all rules and names a set of them that cannot hold together, of which nothing can be left out.
    /// </summary>
    /// <param name="problem">What could be done and the frames; without errors, as <see cref="Formats.ProblemReader"/> and
    /// <see cref="Formats.ProblemValidator"/> leave it.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told at least once a second how far it is, from another thread; null = nobody.</param>
    /// <param name="cancellationToken">Stops the search: the best checked plan so far is returned, no exception is thrown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message says which and what is allowed.</exception>
    /// <returns>A plan that has been checked without a solver, or a status that says why there is none.</returns>
    public static Plan Plan(
        Problem problem, PlannerOptions? options = null, IProgress<PlanningProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Plan(problem, options ?? new PlannerOptions(), progress, known: null, cancellationToken);
    }

    /// <summary>The same, beginning with what is known of nearly the same problem.</summary>
    /// <param name="problem">What could be done and the frames; without errors.</param>
    /// <param name="options">How long and how hard to search.</param>
    /// <param name="known">What earlier runs found; null where nothing is known.</param>
    /// <param name="cancellationToken">Stops the search: the best checked plan so far is returned, no exception is thrown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Plan Plan(Problem problem, PlannerOptions options, Foreknowledge? known, CancellationToken cancellationToken = default)
    {
        return Plan(problem, options, progress: null, known, cancellationToken);
    }

    /// <summary>The same, telling how far it is and beginning with what is known: to go on where an earlier run was broken off.</summary>
    /// <param name="problem">What could be done and the frames; without errors.</param>
    /// <param name="options">How long and how hard to search.</param>
    /// <param name="progress">Told at least once a second how far it is, from another thread; null = nobody.</param>
    /// <param name="known">What earlier runs found; null where nothing is known.</param>
    /// <param name="cancellationToken">Stops the search: the best checked plan so far is returned, no exception is thrown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Plan Plan(
        Problem problem, PlannerOptions options, IProgress<PlanningProgress>? progress, Foreknowledge? known,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfUnusable(options, nameof(options));
        var scale = ValueScale.For(problem);
        using var run = new PlanningRun(options, scale.IsNeeded ? scale.Back(progress) : progress, cancellationToken)
        {
            Known = scale.IsNeeded ? scale.Of(known) : known,
        };
        return scale.IsNeeded ? scale.Back(run.Plan(scale.Of(problem))) : run.Plan(problem);
    }

    /// <summary>Name and version of the engine, as plans carry it.</summary>
    public static string EngineName { get; } = $"koers {typeof(Planner).Assembly.GetName().Version?.ToString(3)}";

    private static void ThrowIfUnusable(PlannerOptions options, string name)
    {
        if (options.TimeLimit <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(name, options.TimeLimit, "The time limit must be more than zero.");
        if (!(options.Gap >= 0) || double.IsInfinity(options.Gap))
            throw new ArgumentOutOfRangeException(name, options.Gap, "The gap must be zero or more.");
        if (options.Threads < 1)
            throw new ArgumentOutOfRangeException(name, options.Threads, "At least one thread is needed.");
    }
}
