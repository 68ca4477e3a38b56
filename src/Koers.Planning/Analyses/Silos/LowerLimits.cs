using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What must be done, as opposed to what may be done at most. Without lower limits, doing nothing keeps every rule.</summary>
internal static class LowerLimits
{
    /// <summary>The rules of a problem that hold a lower limit, as conflicts name them.</summary>
    public static IEnumerable<string> Of(Problem problem) =>
        problem.Initiatives.Where(i => i.Mandatory).Select(i => $"mandatory/{i.Id}")
            .Concat(problem.Relations.OfType<Group>().Where(g => g.Min > 0).Select(Name))
            .Concat(problem.Frames.Where(HasMin).Select(Name));

    /// <summary>The problem without the lower limits of these rules; their upper limits stay.</summary>
    public static Problem Without(Problem problem, IReadOnlySet<string> rules) => rules.Count == 0 ? problem : problem with
    {
        Initiatives = [.. problem.Initiatives.Select(i => rules.Contains($"mandatory/{i.Id}") ? i with { Mandatory = false } : i)],
        Relations = [.. problem.Relations.Select(r => r is Group group && rules.Contains(Name(group)) ? group with { Min = null } : r)],
        Frames = [.. problem.Frames.Select(f => rules.Contains(Name(f)) ? WithoutMin(f) : f).OfType<Frame>()],
    };

    /// <summary>The problem without any lower limit.</summary>
    public static Problem WithoutAny(Problem problem) => Without(problem, Of(problem).ToHashSet(StringComparer.Ordinal));

    /// <summary>The frames that ask a least share of all spending.</summary>
    public static HashSet<string> Shares(Problem problem) =>
        problem.Frames.Where(f => f is SpendShareFrame { Min: not null }).Select(Name).ToHashSet(StringComparer.Ordinal);

    public static string Name(Frame frame) => $"frame/{frame.Id}";

    public static string Name(Relation relation) => $"{relation.Type}/{relation.Id}";

    private static bool HasMin(Frame frame) => frame switch
    {
        GoalFloor => true,
        SpendFrame f => f.Min is not null,
        SpendShareFrame f => f.Min is not null,
        CountFrame f => f.Min is not null,
        _ => false,
    };

    private static Frame? WithoutMin(Frame frame) => frame switch
    {
        GoalFloor => null,
        SpendFrame f => f.Max is null ? null : f with { Min = null },
        SpendShareFrame f => f.Max is null ? null : f with { Min = null },
        CountFrame f => f.Max is null ? null : f with { Min = null },
        _ => frame,
    };
}
