using Koers.App.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;

namespace Koers.App.Demo;

/// <summary>Several assessors score each initiative that was weighed. Each has an own strictness, and they differ more where an initiative is
/// new of its kind; all of that follows from the content, so that the same content gives the same scores.</summary>
internal static class DemoScores
{
    private const double OneStep = 0.5;
    private const double Highest = 10;
    private const double OneStaysAway = 0.25;
    private const double Explained = 0.35;

    // How much milder or stricter than the others an assessor is, in turn
    private static readonly double[] Strictness = [0.4, -0.5, 0.0, 0.3, -0.2];

    public static IEnumerable<Score> Of(
        InitiativeData said, Initiative initiative, IReadOnlyDictionary<string, Goal> goals, IReadOnlyList<Account> assessors, DemoTime time)
    {
        var weighed = said.Steps.FirstOrDefault(step => step.To == InitiativeState.Weighed);
        if (weighed is null)
            yield break;
        var away = DemoTime.Draw(said.Key + "/afwezig") < OneStaysAway ? (int)(DemoTime.Draw(said.Key + "/wie") * assessors.Count * 0.999) : -1;
        var width = said.Labels.GetValueOrDefault("soort") == "vernieuwen" ? 2.0 : 1.0;
        // What an initiative brings nothing for is scored as well, and of that all are sure
        foreach (var goal in Leaves(goals).OrderBy(goal => goal.Code, StringComparer.Ordinal))
            for (var i = 0; i < assessors.Count; i++)
            {
                if (i == away)
                    continue;
                var what = $"{said.Key}/{goal.Code}/{i}";
                var points = said.Scores.TryGetValue(goal.Code, out var likely)
                    ? Rounded(likely + Strictness[i % Strictness.Length] + (width * ((2 * DemoTime.Draw(what)) - 1)))
                    : 0;
                var at = time.DaysAgo(weighed.DaysAgo + 2 + (int)(DemoTime.Draw(what + "/dag") * 12), what);
                yield return new Score
                {
                    Id = DemoTime.Id("score/" + what, at),
                    InitiativeId = initiative.Id,
                    GoalId = goal.Id,
                    AssessorId = assessors[i].Id,
                    Points = points,
                    Reason = DemoTime.Draw(what + "/reden") < Explained ? Nearest(goal, points) : "",
                    At = at,
                    Version = 1,
                };
            }
    }

    private static IEnumerable<Goal> Leaves(IReadOnlyDictionary<string, Goal> goals)
    {
        var parents = goals.Values.Select(goal => goal.ParentId).ToHashSet();
        return goals.Values.Where(goal => !parents.Contains(goal.Id));
    }

    private static double Rounded(double points) => Math.Clamp(Math.Round(points / OneStep) * OneStep, 0, Highest);

    /// <summary>The fixed point of the scale that the score lies nearest to.</summary>
    private static string Nearest(Goal goal, double points) => goal.Anchors.MinBy(anchor => Math.Abs(anchor.Points - points)) is { } anchor
        ? $"Vergelijkbaar met {anchor.Points:0} op de schaal: {char.ToLowerInvariant(anchor.Meaning[0])}{anchor.Meaning[1..]}."
        : "";
}
