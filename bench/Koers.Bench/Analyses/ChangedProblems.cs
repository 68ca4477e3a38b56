using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Bench.Analyses;

/// <summary>The problems that analyses solve on the way, written out so that they can be planned by themselves.</summary>
internal static class ChangedProblems
{
    public static Problem Forced(Problem problem, InitiativeId id) => problem with
    {
        Initiatives = [.. problem.Initiatives.Select(i => i.Id == id ? i with { Mandatory = true } : i)],
    };

    public static Problem Scaled(Problem problem, double factor) => problem with
    {
        Budgets = [.. problem.Budgets.Select(b => b with { PerYear = [.. b.PerYear.Select(m => m * factor)] })],
    };

    public static Problem Weighted(Problem problem, Func<GoalId, double> weight) => problem with
    {
        Goals = [.. problem.Goals.Select(g => g with { Weight = weight(g.Id) })],
    };

    /// <summary>Five chosen initiatives cannot start before so many periods after their start in the plan.</summary>
    public static Problem Slipped(Problem problem, Plan plan, int periods)
    {
        bool Fits(Variant variant, int start) => start <= variant.LatestStart;
        var slipped = plan.Selected
            .Where(c => c.Start >= 0 && problem.Initiatives.First(i => i.Id == c.Initiative).Variants.All(v => Fits(v, c.Start + periods)))
            .Take(5).ToDictionary(c => c.Initiative, c => c.Start + periods);
        return problem with
        {
            Initiatives = [.. problem.Initiatives.Select(i => !slipped.TryGetValue(i.Id, out var start) ? i : i with
            {
                Variants = [.. i.Variants.Select(v => v with { EarliestStart = Math.Max(v.EarliestStart, start) })],
            })],
        };
    }

    public static string Write(Problem problem, string folder, string name)
    {
        var file = Path.Combine(folder, name + ".json");
        ProblemWriter.WriteFile(file, problem);
        return file;
    }
}
