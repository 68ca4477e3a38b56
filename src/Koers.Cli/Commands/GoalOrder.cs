using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary>Reads an order of importance: goals with commas between them, the most important first.</summary>
internal static class GoalOrder
{
    /// <returns>The goals, or a sentence that says what is wrong and which goals there are.</returns>
    public static (IReadOnlyList<GoalId> Goals, string? Fault) Read(Problem problem, string text, RobustTexts texts)
    {
        var goals = new List<GoalId>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var goal = problem.Goals.FirstOrDefault(g => g.Id.Value == name)
                ?? problem.Goals.FirstOrDefault(g => string.Equals(g.Id.Value, name, StringComparison.OrdinalIgnoreCase));
            if (goal is null)
                return ([], texts.UnknownGoal.With(Display.Clean(name), Known(problem)));
            if (goals.Contains(goal.Id))
                return ([], texts.GoalTwice.With(Display.Clean(name)));
            goals.Add(goal.Id);
        }

        return goals.Count < 2 ? ([], texts.ShortOrder.With(Known(problem))) : (goals, null);
    }

    private static string Known(Problem problem) => string.Join(", ", problem.Goals.Select(g => Display.Clean(g.Id.Value)));
}
