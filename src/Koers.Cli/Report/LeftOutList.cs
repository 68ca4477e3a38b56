using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What was not chosen, in the order of the problem.</summary>
internal static class LeftOutList
{
    public static void Write(Page page, Problem problem, Plan plan, ListSizes sizes)
    {
        var texts = page.Vocabulary.Report;
        var chosen = plan.Selected.Select(choice => choice.Initiative).ToHashSet();
        var rows = problem.Initiatives.Where(initiative => !chosen.Contains(initiative.Id)).ToArray();
        page.Heading(texts.LeftOut.With(page.Numbers.Whole(rows.Length)));
        if (rows.Length == 0)
        {
            page.Paragraph(texts.NothingLeftOut, 2);
            return;
        }

        var costs = rows.Select(initiative => Costs.Least(problem.Horizon, initiative)).ToArray();
        var decimals = Numbers.Decimals(costs);
        var shown = ListSizes.Shown(rows.Length, sizes.LeftOut);
        var table = new TextTable(
            new Column(texts.Initiative, Fit: Fit.Wrap, Least: 20), new Column(texts.Department, Fit: Fit.Cut, Least: 10),
            new Column(texts.CostFrom, Right: true));
        for (var i = 0; i < shown; i++)
            table.Row(Display.Clean(rows[i].Name), Labels.Department(rows[i]), page.Numbers.Fixed(costs[i], decimals));
        table.Write(page);
        ListSizes.WriteRest(page, rows.Length - shown);
    }
}
