using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;

namespace Koers.Cli.Report;

/// <summary>The money and people that the new plan uses otherwise, beside what the old one would use now.</summary>
internal static class ReplanMeans
{
    private sealed record Use(string Name, double Before, double Now, double Available, bool WasOver);

    public static void Write(Page page, Replanning replanning, PlanFigures figures, bool everything)
    {
        var texts = page.Vocabulary.Replan;
        var over = replanning.Reference.Broken.Select(violation => violation.Rule).ToHashSet(StringComparer.Ordinal);
        var before = replanning.Reference.Figures;
        Use[] uses = [
            .. figures.Budgets.Select((now, b) => new Use(
                Display.Clean(now.Budget.Name), before.Budgets[b].Spent.Sum(), now.Spent.Sum(), now.Budget.PerYear.Sum(),
                over.Contains($"budget/{now.Budget.Id}"))),
            .. figures.Capacities.Select((now, c) => new Use(
                Display.Clean(now.Capacity.Name), before.Capacities[c].Used.Sum(), now.Used.Sum(), now.Available.Sum(),
                over.Contains($"capacity/{now.Capacity.Id}"))),
        ];
        var changed = uses.Where(use => use.WasOver || Math.Abs(use.Now - use.Before) > 1e-9 * Math.Max(1, Math.Abs(use.Before))).ToArray();
        if (changed.Length == 0)
            return;
        page.Heading(texts.Means);
        var shown = ListSizes.Shown(changed.Length, ListSizes.For(everything).Lines);
        var table = new TextTable(
            new Column("", Fit: Fit.Wrap, Least: 16), new Column(texts.BeforeColumn, Right: true), new Column(texts.NowColumn, Right: true),
            new Column(texts.AvailableColumn, Right: true), new Column("", Fit: Fit.Wrap, Style: Styles.Bad));
        foreach (var use in changed.OrderBy(use => use.WasOver ? 0 : 1).Take(shown))
        {
            var decimals = Numbers.Decimals([use.Before, use.Now, use.Available]);
            table.Row(
                use.Name, page.Numbers.Fixed(use.Before, decimals), page.Numbers.Fixed(use.Now, decimals),
                page.Numbers.Fixed(use.Available, decimals), use.WasOver ? texts.WasOver : "");
        }

        table.Write(page);
        ListSizes.WriteRest(page, changed.Length - shown);
        if (changed.Length < uses.Length)
            page.Paragraph(texts.MeansSame.With(page.Numbers.Whole(uses.Length - changed.Length), page.Numbers.Whole(uses.Length)), 2);
        page.Paragraph(texts.MeansKept, 2);
    }
}
