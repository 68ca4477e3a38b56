using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Finds what would make a plan possible where what is frozen leaves none. A plan that is found proves it; nothing else counts.</summary>
internal sealed class UnfreezingSearch(
    Problem problem, IReadOnlyList<Choice> reference, int freeze, AnalysisOptions options, ReplanClock clock)
{
    /// <summary>Any plan will do.</summary>
    private const double AnyGap = 1e9;

    /// <summary>Releases that are tried: the first of a long conflict.</summary>
    private const int MostReleased = 12;

    private readonly IPlanningPool _pool = options.Pool ?? new LocalPool();

    public Unfreezing Of(ReplanProblem replan, IReadOnlyList<string> conflict)
    {
        var named = Named(replan.Frozen, conflict);
        var frozen = replan.Held.Where(choice => replan.IsPinned(choice.Initiative) && named.Contains(choice.Initiative)).ToList();
        var withoutAny = Plans([Task(problem with { Reference = null })])[0].Status;
        if (withoutAny is PlanStatus.Infeasible)
            return new Unfreezing(frozen, null, [], withoutAny);
        var tried = frozen.Take(MostReleased).ToList();
        var released = Plans([.. tried.Select(choice => Task(new ReplanProblem(
            problem, reference, freeze, new HashSet<InitiativeId> { choice.Initiative }).Frozen))]);
        return new Unfreezing(frozen, LargestFreeze(), [.. tried.Where((_, n) => IsPlan(released[n]))], withoutAny);
    }

    /// <summary>By halving: what can be planned with more frozen periods can, but for rare cases, be planned with fewer.</summary>
    private int? LargestFreeze()
    {
        int? found = null;
        for (var (low, high) = (0, freeze - 1); low <= high && !clock.IsOver;)
        {
            var middle = (low + high + 1) / 2;
            if (IsPlan(Plans([Task(new ReplanProblem(problem, reference, middle).Frozen)])[0]))
                (found, low) = (middle, middle + 1);
            else
                high = middle - 1;
        }
        return found;
    }

    private static HashSet<InitiativeId> Named(Problem frozen, IReadOnlyList<string> conflict)
    {
        var rules = conflict.ToHashSet(StringComparer.Ordinal);
        return [
            .. frozen.Initiatives.Where(i => rules.Contains($"mandatory/{i.Id}")).Select(i => i.Id),
            .. frozen.Relations.Where(r => rules.Contains($"{r.Type}/{r.Id}")).SelectMany(r => r.Members),
        ];
    }

    private PlanningTask Task(Problem asked) => new(
        asked,
        new PlannerOptions
        {
            Threads = 1,
            Gap = AnyGap,
            Seed = options.Seed,
            Deterministic = options.Deterministic,
            TimeLimit = clock.Part(0.2),
        },
        new Foreknowledge([reference], Foreknowledge.None.Prices));

    private IReadOnlyList<Plan> Plans(IReadOnlyList<PlanningTask> tasks) => _pool.PlanAll(tasks, null, clock.Token);

    private static bool IsPlan(Plan plan) => plan.Status is PlanStatus.Optimal or PlanStatus.Feasible;
}
