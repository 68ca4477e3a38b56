using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Pools;

/// <summary>One problem of many that are planned, for an analysis. It holds nothing but data, so that any machine can plan it.</summary>
/// <param name="Problem">The problem, faultless.</param>
/// <param name="Options">How long and how hard to search; <see cref="PlannerOptions.Threads"/> is mostly 1, because the pool has other
/// tasks for the other processors.</param>
/// <param name="Known">What was found on nearly the same problem; null where nothing is known.</param>
public sealed record PlanningTask(Problem Problem, PlannerOptions Options, Foreknowledge? Known = null);

/// <summary>What earlier runs found on nearly the same problem. None of it is believed: plans are checked and valued again, prices only
/// prove what they prove for this problem.</summary>
/// <param name="Plans">Plans to begin with, the most promising first: a short search begins at the first two. A plan may break rules of this
/// problem, and choices that are no options of it are left out: the search begins there all the same.</param>
/// <param name="Prices">Row name → price ≥ 0, from a certificate; rows that this problem does not have are left out. Empty = none.</param>
public sealed record Foreknowledge(IReadOnlyList<IReadOnlyList<Choice>> Plans, IReadOnlyDictionary<string, double> Prices)
{
    /// <summary>Whether a bound is known well enough, or is worked out elsewhere: then all time is for finding a plan, and what is proven is what
    /// prices prove by themselves.</summary>
    public bool HasBound { get; init; }

    /// <summary>Nothing is known.</summary>
    public static Foreknowledge None { get; } = new([], new Dictionary<string, double>());

    /// <summary>What a plan and its certificate tell.</summary>
    public static Foreknowledge Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Foreknowledge([plan.Selected], plan.Certificate?.Prices ?? None.Prices);
    }
}
