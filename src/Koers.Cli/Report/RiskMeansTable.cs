using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Chances and buffers of budgets per year and of capacities per period.</summary>
internal static class RiskMeansTable
{
    private const int BarCells = 12;
    private const int LongestLine = 24;

    public static void WriteBudgets(Page page, Problem problem, RiskResult result, ListSizes sizes)
    {
        if (result.Budgets.Count == 0)
            return;
        var texts = page.Vocabulary.Risk;
        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        page.Heading(texts.Budgets);
        page.Paragraph(texts.BudgetLegend, 2, Styles.Faint);
        var table = NewTable(page);
        var shown = ListSizes.Shown(result.Budgets.Count, sizes.Lines);
        var decimals = Numbers.Decimals(result.Budgets.SelectMany(b => b.Years.Select(y => y.Available)));
        foreach (var budget in result.Budgets.Take(shown))
        {
            var name = Display.Clean(budget.Budget.Name);
            table.Title(budget.Budget.CarryOver ? page.Vocabulary.Report.CarryOver.With(name) : name);
            var years = ListSizes.Shown(budget.Years.Count, sizes.Years);
            foreach (var year in budget.Years.Take(years))
                Row(page, table, periods.Year(year.Index), year.Excess, page.Numbers.Fixed(year.Available - year.Planned, decimals), decimals);
            UseTable.Rest(page, table, budget.Years.Count - years);
            Row(page, table, texts.AllYears, budget.Total, "", decimals);
        }

        table.Write(page);
        ListSizes.WriteRest(page, result.Budgets.Count - shown);
        Postponed(page, problem, result, periods, decimals);
    }

    public static void WriteCapacities(Page page, Problem problem, RiskResult result, bool everything)
    {
        if (result.Capacities.Count == 0)
            return;
        var texts = page.Vocabulary.Risk;
        page.Heading(texts.Capacities);
        if (everything)
            EveryPeriod(page, problem, result);
        else
            Overview(page, problem, result);
    }

    private static void Overview(Page page, Problem problem, RiskResult result)
    {
        var texts = page.Vocabulary.Risk;
        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        var length = Math.Min(problem.Horizon.Periods, LongestLine);
        page.Paragraph(
            texts.CapacityLegend.With(periods.Name(0), periods.Name(length - 1), RiskFigures.Scale(page)) + " " + texts.CapacityLegendAll,
            2, Styles.Faint);
        var worst = result.Capacities
            .Select(c => (Capacity: c, Worst: c.Periods.MaxBy(p => p.Excess.Chance.Probability)!)).ToArray();
        var decimals = Math.Min(2, Numbers.Decimals(worst.Select(w => w.Worst.Available + 0.001)));
        var table = new TextTable(
            new Column("", Fit: Fit.Cut, Least: 12), new Column(texts.PerPeriod, Fit: Fit.LeaveOut), new Column(texts.AtMost), new Column(texts.Chance, Right: true),
            new Column(page.Glyphs.Adapt("±"), Right: true), new Column(texts.Buffer.With("80%"), Right: true), new Column("95%", Right: true));
        foreach (var (capacity, highest) in worst)
            table.Row(
                Display.Clean(capacity.Capacity.Name),
                RiskFigures.Line(page, capacity.Periods.Take(length).Select(p => p.Excess.Chance.Probability)),
                highest.Excess.Chance.Probability > 0 ? periods.Name(highest.Index) : "",
                RiskFigures.Chance(page, highest.Excess.Chance.Probability), RiskFigures.PlusMinus(page, highest.Excess.Chance),
                RiskFigures.Buffer(page, highest.Excess, 0, decimals), RiskFigures.Buffer(page, highest.Excess, 1, decimals));
        table.Write(page);
    }

    private static void EveryPeriod(Page page, Problem problem, RiskResult result)
    {
        var texts = page.Vocabulary.Risk;
        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        page.Paragraph(texts.CapacityLegendAll, 2, Styles.Faint);
        var table = NewTable(page);
        var decimals = Math.Min(2, Numbers.Decimals(result.Capacities.SelectMany(c => c.Periods.Select(p => p.Available + 0.001))));
        foreach (var capacity in result.Capacities)
        {
            table.Title(Display.Clean(capacity.Capacity.Name));
            foreach (var period in capacity.Periods)
                Row(
                    page, table, periods.Name(period.Index), period.Excess,
                    page.Numbers.Fixed(period.Available - period.Planned, decimals), decimals);
            Row(page, table, texts.AllPeriods, capacity.Total, "", decimals);
        }

        table.Write(page);
    }

    private static TextTable NewTable(Page page)
    {
        var texts = page.Vocabulary.Risk;
        return new TextTable(
            new Column(""), new Column(""), new Column(texts.Chance, Right: true), new Column(page.Glyphs.Adapt("±"), Right: true),
            new Column(texts.Spare, Right: true), new Column(texts.Expected, Right: true), new Column(texts.Buffer.With("80%"), Right: true),
            new Column("95%", Right: true));
    }

    private static void Row(Page page, TextTable table, string name, Excess excess, string spare, int decimals) => table.Row(
        name, Bars.Draw(BarCells, 1, new BarPart(excess.Chance.Probability, page.Glyphs.Full, Styles.Bad)),
        RiskFigures.Chance(page, excess.Chance.Probability), RiskFigures.PlusMinus(page, excess.Chance), spare,
        page.Numbers.Fixed(excess.Expected, decimals), RiskFigures.Buffer(page, excess, 0, decimals),
        RiskFigures.Buffer(page, excess, 1, decimals));

    private static void Postponed(Page page, Problem problem, RiskResult result, Periods periods, int decimals)
    {
        var (texts, least) = (page.Vocabulary.Risk, Math.Pow(10, -decimals));
        var items = result.Budgets.Where(b => b.Postponed >= least)
            .Select(b => texts.PostponedItem.With(page.Numbers.Fixed(b.Postponed, decimals), Display.Clean(b.Budget.Name))).ToArray();
        if (items.Length > 0)
            page.Paragraph(texts.Postponed.With(periods.Name(problem.Horizon.Periods - 1), string.Join(", ", items)), 2);
    }
}
