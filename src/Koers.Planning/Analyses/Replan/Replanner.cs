using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Plans again after something changed (money, people, delays, new work), with the least disturbance: the stability that the literature on
/// reactive scheduling asks for (W. Herroelen, R. Leus 2004, <em>International Journal of Production Research</em> 42(8); S. Van de Vonder,
/// F. Ballestín, E. Demeulemeester, W. Herroelen 2007, <em>Computers &amp; Industrial Engineering</em> 52(1)).
/// </summary>
public static class Replanner
{
    /// <summary>The gap at which a plan is called optimal, as in <see cref="PlannerOptions.Gap"/>.</summary>
    private const double OptimalGap = 0.001;

    /// <summary>Times that pairs of changes are looked through for a better plan.</summary>
    private const int MostRounds = 10;

    /// <summary>Makes a plan that is worth the most after what departing from the reference costs; says of every change why it is there;
    /// and draws value against disturbance.</summary>
    /// <param name="problem">The problem as it is now, faultless.</param>
    /// <param name="reference">The plan held until now. It may break rules; initiatives and variants may be gone.</param>
    /// <param name="settings">What stays and what changes cost; null = defaults.</param>
    /// <param name="options">Time, seed and pool; null = defaults.</param>
    /// <param name="progress">Told how many of the plans that are needed are made; null = nobody.</param>
    /// <param name="cancellationToken">Stops: what was found is the answer.</param>
    /// <exception cref="ArgumentException">An initiative is twice in the reference, or the reference is a plan of another problem
    /// (<see cref="IsOfAnother"/>).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The frozen periods or a penalty are out of range.</exception>
    public static Replanning Replan(
        Problem problem, IReadOnlyList<Choice> reference, ReplanSettings? settings = null, AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(reference);
        var (asked, how) = (settings ?? new ReplanSettings(), options ?? new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(10) });
        ThrowIfUnusable(problem, reference, asked, how);
        using var clock = new ReplanClock(how, cancellationToken);
        var replan = new ReplanProblem(problem, reference, asked.Freeze);
        var penalties = PenaltyChoice.Of(problem, replan.AsItCanBe, asked);
        var judge = new ReplanJudge(replan, penalties);
        var search = new ReplanSearch(replan, penalties, judge, how, clock, progress);
        search.Run();
        search.Tidy();
        var held = Held(problem, reference, replan, judge);
        if (search.Best(1.0) is null && search.Conflict is { } conflict)
            return new Replanning(
                judge.Problem, asked, held, penalties, Answer(search, null, clock), null, null, [], new ReplanCurve([], null),
                new UnfreezingSearch(problem, reference, asked.Freeze, how, clock).Of(replan, conflict), !clock.IsOver);
        var changes = search.Best(1.0) is null ? [] : Reasons(search);
        var best = search.Best(1.0);
        return new Replanning(
            judge.Problem, asked, held, penalties, Answer(search, best, clock), best is null ? null : Evaluator.Evaluate(judge.Problem, best.Choices),
            best is null ? null : judge.Count(best.Choices), changes,
            ReplanCurves.Of(search), null, search.IsComplete);
    }

    private static void ThrowIfUnusable(Problem problem, IReadOnlyList<Choice> reference, ReplanSettings settings, AnalysisOptions options)
    {
        if (options.TimeLimit <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), options.TimeLimit, "The time limit must be more than zero.");
        if (settings.Freeze < 0 || settings.Freeze > problem.Horizon.Periods)
            throw new ArgumentOutOfRangeException(
                nameof(settings), settings.Freeze, $"The number of frozen periods must be from 0 to {problem.Horizon.Periods}.");
        foreach (var points in (double?[])[settings.DropPenalty, settings.AddPenalty, settings.ShiftPenalty, settings.VariantPenalty])
            if (points is { } penalty && !(penalty >= 0 && penalty <= Formats.FormatLimits.Magnitude))
                throw new ArgumentOutOfRangeException(nameof(settings), penalty, "A penalty must be zero or more.");
        if (reference.GroupBy(choice => choice.Initiative).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Initiative {twice.Key} is twice in the reference.", nameof(reference));
        if (IsOfAnother(problem, reference))
            throw new ArgumentException("The problem does not have most of the initiatives of the reference.", nameof(reference));
    }

    /// <summary>Whether a plan must be of another problem: more than half of what it chooses does not exist. With fewer, initiatives were
    /// withdrawn: they count as gone.</summary>
    public static bool IsOfAnother(Problem problem, IReadOnlyList<Choice> reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Gone(problem, reference).Count * 2 > reference.Count;
    }

    /// <summary>What a plan chooses of initiatives that the problem does not have.</summary>
    public static IReadOnlyList<Choice> Gone(Problem problem, IReadOnlyList<Choice> reference)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(reference);
        var known = problem.Initiatives.Select(initiative => initiative.Id).ToHashSet();
        return [.. reference.Where(choice => !known.Contains(choice.Initiative))];
    }

    private static HeldPlan Held(Problem problem, IReadOnlyList<Choice> reference, ReplanProblem replan, ReplanJudge judge) => new(
        replan.Held,
        Gone(problem, reference),
        [.. replan.Held.Where(choice => replan.Nearest(choice.Initiative) != choice)],
        [.. replan.Held.Where(choice => replan.IsPinned(choice.Initiative))],
        replan.AsItCanBe,
        Evaluator.Evaluate(judge.Problem, replan.AsItCanBe),
        judge.Broken(replan.AsItCanBe));

    /// <summary>Gives the reasons of the best plan. Where undoing a pair of changes turns out to be better, that is the plan, and the reasons are
    /// asked again.</summary>
    private static IReadOnlyList<ReasonedChange> Reasons(ReplanSearch search)
    {
        for (var rounds = 0; ; rounds++)
        {
            var reasons = new ReplanReasons(search.Judge);
            var changes = reasons.Of(search.Best(1.0)!);
            if (reasons.Better is not { } better || rounds == MostRounds)
                return changes;
            search.Add(better);
        }
    }

    private static Plan Answer(ReplanSearch search, Judged? best, ReplanClock clock)
    {
        if (best is null)
            return new Plan(
                search.Conflict is null ? PlanStatus.Unknown : PlanStatus.Infeasible, [], null,
                search.Conflict is null ? search.Bounds.At(1.0) : null, null, search.Conflict ?? [], clock.Seconds, Planner.EngineName);
        var value = best.At(1.0);
        // Bound and value are sums in different orders: the bound of a plan that is proven best may lie a hair under it
        var bound = search.Bounds.At(1.0) is { } proven ? Math.Max(proven, value) : (double?)null;
        var plan = new Plan(
            PlanStatus.Feasible, best.Choices, value, bound, search.Certificate, [], clock.Seconds, Planner.EngineName);
        return plan with { Status = plan.Gap <= OptimalGap ? PlanStatus.Optimal : PlanStatus.Feasible };
    }
}
