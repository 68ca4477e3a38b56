namespace Koers.App.Goals;

/// <summary>A goal of adopted frames with its place and share in the whole.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Level">How deep it lies: 0 for a top.</param>
/// <param name="ShareOfWhole">Its weight times those of the goals above it.</param>
/// <param name="IsLeaf">Whether no goal lies below it.</param>
public sealed record GoalShare(GoalInput Goal, int Level, double ShareOfWhole, bool IsLeaf);

/// <summary>Shares of goals in the whole, for a tree in which references are codes.</summary>
public static class GoalShares
{
    /// <summary>The goals in the same order.</summary>
    /// <param name="goals">A whole tree of goals, each before what lies below it.</param>
    public static IReadOnlyList<GoalShare> Of(IReadOnlyList<GoalInput> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        var parents = goals.Select(goal => goal.Parent).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, GoalShare>(StringComparer.Ordinal);
        foreach (var goal in goals)
        {
            var above = goal.Parent is { } parent ? found[parent] : null;
            found[goal.Code] = new GoalShare(
                goal, above is null ? 0 : above.Level + 1, (goal.Weight ?? 0) * (above?.ShareOfWhole ?? 1), !parents.Contains(goal.Code));
        }

        return [.. goals.Select(goal => found[goal.Code])];
    }
}
