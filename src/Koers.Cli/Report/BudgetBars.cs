using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;

namespace Koers.Cli.Report;

/// <summary>Use of each budget per year. A bar never passes what is available: a plan that does is not shown at all.</summary>
internal static class BudgetBars
{
    public static void Write(Page page, Periods periods, PlanFigures figures, ListSizes sizes)
    {
        var texts = page.Vocabulary.Report;
        if (figures.Budgets.Count == 0)
            return;
        page.Heading(texts.Budgets);
        var glyphs = page.Glyphs;
        page.Paragraph(
            figures.Budgets.Any(budget => budget.Hiring.Any(money => money > 0))
                ? texts.BudgetLegendHire.With(glyphs.Full, glyphs.Medium, glyphs.Light)
                : texts.BudgetLegend.With(glyphs.Full, glyphs.Light),
            2, Styles.Faint);

        var shown = ListSizes.Shown(figures.Budgets.Count, sizes.Lines);
        var decimals = Numbers.Decimals(figures.Budgets.SelectMany(budget => budget.Available));
        var table = UseTable.New(page);
        foreach (var use in figures.Budgets.Take(shown))
        {
            var name = Display.Clean(use.Budget.Name);
            table.Title(use.Budget.CarryOver ? texts.CarryOver.With(name) : name);
            var years = ListSizes.Shown(use.Spent.Count, sizes.Years);
            var scale = use.Available.Take(years).Append(0).Max();
            for (var y = 0; y < years; y++)
                table.Row(UseTable.Cells(page, periods.Year(y), decimals, Bar(page, use, y, scale), use.Spent[y], use.Available[y],
                    use.Hiring[y] > 0 ? texts.PaysHiring.With(page.Numbers.Fixed(use.Hiring[y], decimals)) : ""));
            UseTable.Rest(page, table, use.Spent.Count - years);
        }

        table.Write(page);
        ListSizes.WriteRest(page, figures.Budgets.Count - shown);
    }

    private static Span[] Bar(Page page, BudgetFigures use, int year, double scale) => Bars.Draw(
        UseTable.BarCells(page), scale,
        new BarPart(use.Spent[year] - use.Hiring[year], page.Glyphs.Full, Styles.Used),
        new BarPart(use.Hiring[year], page.Glyphs.Medium, Styles.Hired),
        new BarPart(use.Available[year] - use.Spent[year], page.Glyphs.Light, Styles.Faint));
}
