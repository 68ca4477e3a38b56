using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;

namespace Koers.Cli.Report;

/// <summary>Which initiatives come in and go out while means grow: a strip of points for each.</summary>
internal static class FrontierChanges
{
    private const int LongestStrip = 32;

    public static void Write(Page page, FrontierResult result, bool everything)
    {
        var texts = page.Vocabulary.Frontier;
        var held = Enumerable.Range(0, result.Points.Count).Where(k => result.Points[k].Plan.Value is not null).ToArray();
        if (held.Length < 2)
            return;
        var changing = result.Presence
            .Where(p => p.Course is not (FrontierCourse.Always or FrontierCourse.Never))
            .OrderBy(p => p.Course switch { FrontierCourse.ComesIn => 0, FrontierCourse.GoesOut => 1, _ => 2 })
            .ThenBy(p => p.Spans[0].First).ToArray();
        page.Heading(texts.Changes.With(page.Numbers.Whole(changing.Length)));
        page.Paragraph(texts.Always.With(Count(page, result, FrontierCourse.Always), Count(page, result, FrontierCourse.Never)), 2);
        if (changing.Length == 0)
        {
            page.Paragraph(texts.NoChanges, 2);
            return;
        }

        page.Paragraph(texts.ChangesLegend.With(
            page.Glyphs.Full, page.Glyphs.Light, FrontierReport.Percent(page, result, held[0]),
            FrontierReport.Percent(page, result, held[^1])), 2, Styles.Faint);
        var shown = ListSizes.Shown(changing.Length, ListSizes.For(everything).Chosen);
        var table = new TextTable(new Column("", Fit: Fit.Cut, Least: 20), new Column("", Fit: Fit.LeaveOut, Style: Styles.Used), new Column("", Fit: Fit.Wrap, Least: 12));
        foreach (var presence in changing.Take(shown))
            table.Row(Display.Clean(presence.Initiative.Name), Strip(page, presence, held), When(page, result, presence));
        table.Write(page);
        ListSizes.WriteRest(page, changing.Length - shown);
    }

    private static string Count(Page page, FrontierResult result, FrontierCourse course) =>
        page.Numbers.Whole(result.Presence.Count(p => p.Course == course));

    private static string Strip(Page page, FrontierPresence presence, int[] held)
    {
        // Of very many points only some are drawn
        var every = (held.Length + LongestStrip - 1) / LongestStrip;
        return string.Concat(held.Where((_, n) => n % every == 0).Select(
            k => presence.Spans.Any(span => k >= span.First && k <= span.Last) ? page.Glyphs.Full : page.Glyphs.Light));
    }

    private static string When(Page page, FrontierResult result, FrontierPresence presence) => presence.Course switch
    {
        FrontierCourse.ComesIn => page.Vocabulary.Frontier.ComesIn.With(FrontierReport.Percent(page, result, presence.Spans[0].First)),
        FrontierCourse.GoesOut => page.Vocabulary.Frontier.GoesOut.With(FrontierReport.Percent(page, result, presence.Spans[0].Last)),
        _ => page.Vocabulary.Frontier.ComesAndGoes,
    };
}
