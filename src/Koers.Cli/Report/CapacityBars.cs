using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Use of each capacity, the average per year; hired people are drawn behind what the municipality has itself.</summary>
internal static class CapacityBars
{
    public static void Write(Page page, Periods periods, Horizon horizon, PlanFigures figures, ListSizes sizes)
    {
        var texts = page.Vocabulary.Report;
        if (figures.Capacities.Count == 0)
            return;
        var shown = ListSizes.Shown(figures.Capacities.Count, sizes.Lines / 2);
        var capacities = shown == figures.Capacities.Count
            ? figures.Capacities
            : [.. figures.Capacities.OrderByDescending(use => use.Used.Sum() / Math.Max(1e-9, use.Available.Sum())).Take(shown)];
        page.Heading(texts.Capacities + (shown == figures.Capacities.Count ? "" : " (" + texts.MostUsedFirst + ")"));
        var glyphs = page.Glyphs;
        page.Paragraph(
            capacities.Any(use => use.Hired.Any(units => units > 0))
                ? texts.CapacityLegendHire.With(glyphs.Full, glyphs.Light, glyphs.Medium)
                : texts.CapacityLegend.With(glyphs.Full, glyphs.Light),
            2, Styles.Faint);

        // Of the averages, which are seldom whole where each period is
        var decimals = Math.Min(2, Numbers.Decimals(capacities.SelectMany(use => Enumerable.Range(0, horizon.Years).SelectMany(
            year => Average(horizon, use, year) is var (used, hired, available) ? (double[])[used - hired, hired, available] : []))));
        var table = UseTable.New(page);
        foreach (var use in capacities)
            AddCapacity(page, periods, horizon, table, use, decimals, sizes);
        table.Write(page);
        ListSizes.WriteRest(page, figures.Capacities.Count - shown);
    }

    private static void AddCapacity(
        Page page, Periods periods, Horizon horizon, TextTable table, CapacityFigures use, int decimals, ListSizes sizes)
    {
        table.Title(Display.Clean(use.Capacity.Name));
        var years = ListSizes.Shown(horizon.Years, sizes.Years);
        var averages = Enumerable.Range(0, years).Select(year => Average(horizon, use, year)).ToArray();
        var scale = averages.Max(year => year.Available + year.Hired);
        for (var y = 0; y < years; y++)
        {
            var (used, hired, available) = averages[y];
            var own = used - hired;
            var bar = Bars.Draw(
                UseTable.BarCells(page), scale,
                new BarPart(own, page.Glyphs.Full, Styles.Used),
                new BarPart(available - own, page.Glyphs.Light, Styles.Faint),
                new BarPart(hired, page.Glyphs.Medium, Styles.Hired));
            table.Row(UseTable.Cells(page, periods.Year(y), decimals, bar, own, available,
                hired > 0 ? page.Vocabulary.Report.Hired.With("+" + page.Numbers.Fixed(hired, decimals)) : ""));
        }

        UseTable.Rest(page, table, horizon.Years - years);
    }

    private static (double Used, double Hired, double Available) Average(Horizon horizon, CapacityFigures use, int year)
    {
        var first = year * horizon.PeriodsPerYear;
        var count = Math.Min(horizon.PeriodsPerYear, horizon.Periods - first);
        double Of(IReadOnlyList<double> perPeriod) => perPeriod.Skip(first).Take(count).Sum() / count;
        return (Of(use.Used), Of(use.Hired), Of(use.Available));
    }
}
