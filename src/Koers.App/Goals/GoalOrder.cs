using Koers.Domain.Goals;

namespace Koers.App.Goals;

/// <summary>Ways through the tree of goals.</summary>
internal static class GoalOrder
{
    /// <summary>How deep the tree can be.</summary>
    public const int MostLevels = 8;

    /// <summary>Visits every goal, each before what lies below it.</summary>
    public static void Walk(GoalTree tree, Action<Goal, int> visit) => Walk(tree, null, 0, visit);

    /// <summary>How deep a goal lies: 0 for a top.</summary>
    public static int LevelOf(IReadOnlyCollection<Goal> all, Goal goal) => Above(all, goal).Count();

    /// <summary>Whether a goal lies somewhere below another.</summary>
    public static bool IsBelow(IReadOnlyCollection<Goal> all, Goal goal, Goal other) => Above(all, goal).Contains(other);

    private static IEnumerable<Goal> Above(IReadOnlyCollection<Goal> all, Goal goal)
    {
        for (var at = goal; at.ParentId is { } parent;)
        {
            at = all.First(g => g.Id == parent);
            yield return at;
        }
    }

    private static void Walk(GoalTree tree, Guid? parent, int level, Action<Goal, int> visit)
    {
        foreach (var goal in tree.Below(parent))
        {
            visit(goal, level);
            Walk(tree, goal.Id, level + 1, visit);
        }
    }
}
