using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Report;

/// <summary>The table in which budgets and capacities show their use per year: year, bar, used, of, available, share, remark.</summary>
internal static class UseTable
{
    public static TextTable New(Page page) => new(
        new Column("", Style: Styles.Faint), new Column("", Fit: Fit.LeaveOut), new Column("", Right: true),
        new Column("", Style: Styles.Faint), new Column("", Right: true), new Column("", Right: true),
        new Column("", Fit: Fit.Wrap, Least: 12, Style: Styles.Faint));

    /// <summary>Cells that a bar takes: what the numbers leave of the page; 20 of 80.</summary>
    public static int BarCells(Page page) => Math.Clamp((page.Width - 48) * 5 / 8, 4, 40);

    public static Cell[] Cells(
        Page page, string year, int decimals, Span[] bar, double used, double available, string remark) =>
    [
        year, bar, page.Numbers.Fixed(used, decimals), page.Vocabulary.Report.OutOf, page.Numbers.Fixed(available, decimals),
        Share(page, used, available), remark,
    ];

    public static void Rest(Page page, TextTable table, int years)
    {
        if (years > 0)
            table.Title(page.Vocabulary.Report.AndMore.With(
                page.Vocabulary.Report.Years.Count(years, page.Numbers.Whole(years))));
    }

    // Rounded down where it is not full, so that 100% means full
    private static string Share(Page page, double used, double available)
    {
        if (available <= 0)
            return used > 0 ? "" : page.Numbers.Percent(0);
        var share = used / available;
        return page.Numbers.Percent(share is > 0.99 and < 0.99999 ? 0.99 : share);
    }
}
