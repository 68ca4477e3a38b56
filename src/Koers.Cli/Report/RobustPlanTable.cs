using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Plans side by side by what they may cost whoever chose them: worst-case regret.</summary>
internal static class RobustPlanTable
{
    private const int BarCells = 20;

    public static void Write(Page page, Problem problem, RobustResult result)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        page.Heading(texts.Plans);
        var isProven = result.IsBestProven;
        page.Paragraph(isProven ? texts.PlansLegend : texts.PlansLegendSoFar, 2, Styles.Faint);
        var plans = ((string Name, RobustPlan? Plan)[])
            [
                (isProven ? texts.MostRobust : texts.MostRobustSoFar, result.MostRobust),
                (isProven ? texts.AsWeighted : texts.AsWeightedSoFar, result.AsWeighted), (texts.Given, result.Given),
            ];
        var known = plans.Where(p => p.Plan is not null).Select(p => (p.Name, Plan: p.Plan!)).ToArray();
        var scale = known.Max(p => p.Plan.WorstRegret);
        var table = new TextTable(
            new Column("", Fit: Fit.Wrap, Least: 16), new Column("", Fit: Fit.LeaveOut), new Column(texts.Worst, Right: true),
            new Column(texts.Mean, Right: true), new Column(isProven ? texts.Best : texts.BestSoFar, Right: true), new Column(texts.Value, Right: true));
        foreach (var (name, plan) in known)
        {
            // Beside the best plan that there is it may be more
            var least = result.IsRegretKnown(plan) ? "" : "≥ ";
            table.Row(
                name, Bars.Draw(BarCells, scale, new BarPart(plan.WorstRegret, page.Glyphs.Full, Styles.Used)),
                least + (plan.WorstRegretShare is { } share ? numbers.Percent(share, 1) : numbers.Points(plan.WorstRegret)),
                least + numbers.Points(plan.MeanRegret), RobustReport.Share(page, plan.BestShare), numbers.Points(plan.Value));
        }

        table.Write(page);
        foreach (var (name, plan) in known)
            Say(page, problem, result, name, plan);
    }

    private static void Say(Page page, Problem problem, RobustResult result, string name, RobustPlan plan)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        var found = numbers.Points(plan.WorstRegret);
        var sentence = plan.WorstRegretAtMost is { } most && most > plan.WorstRegret * (1 + 1e-6) + 1e-9
            ? texts.RegretBetween.With(name, found, numbers.Points(most))
            : plan.WorstRegretAtMost is null ? texts.RegretAtLeast.With(name, found)
            : texts.RegretExactly.With(name, found);
        if (plan.WorstRegret > 0)
            sentence += " " + texts.AtWeights.With(Heaviest(page, problem, result.Vectors[plan.WorstVector]));
        if (plan.HoldsShare < 1)
            sentence += " " + texts.Holds.With(RobustReport.Share(page, plan.HoldsShare));
        if (plan.StaysBestUpTo is { } reach)
            sentence += " " + (reach >= 1 ? result.IsBestProven ? texts.StaysBest : texts.NoneKnownBetter : reach <= 0 ? texts.NeverBest : texts.StaysBestUpTo.With(numbers.Percent(reach)));
        page.Paragraph(sentence, 2);
    }

    /// <summary>The goals that weigh most at a vector, with their part of the sum.</summary>
    private static string Heaviest(Page page, Problem problem, WeightVector vector)
    {
        const int Named = 3;
        var sum = Math.Max(1e-300, vector.Weights.Sum());
        return string.Join(", ", problem.Goals.Select((goal, g) => (goal, Share: vector.Weights[g] / sum)).OrderByDescending(p => p.Share)
            .Take(Named).Where(p => p.Share > 0).Select(p => $"{Display.Clean(p.goal.Id.Value)} {page.Numbers.Percent(p.Share)}"));
    }
}
