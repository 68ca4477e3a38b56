using Koers.Planning.Problems;

namespace Koers.Bench.Workers;

/// <summary>What the columns c0, c1, … of the exported formulation mean: first the options, by initiative, variant and start.</summary>
internal static class MpsColumns
{
    /// <summary>The options that a solution chooses.</summary>
    public static List<Choice> Chosen(Problem problem, Func<int, double> value)
    {
        var chosen = new List<Choice>();
        var column = 0;
        foreach (var initiative in problem.Initiatives)
            foreach (var variant in initiative.Variants)
                for (var start = variant.EarliestStart; start <= variant.LatestStart; start++)
                    if (value(column++) > 0.5)
                        chosen.Add(new Choice(initiative.Id, variant.Id, start));
        return chosen;
    }
}
