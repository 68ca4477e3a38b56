using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Each frame with what the plan measures and the limits.</summary>
internal static class FrameTable
{
    public static void Write(Page page, Problem problem, PlanFigures figures, ListSizes sizes)
    {
        if (figures.Frames.Count == 0)
            return;
        var texts = page.Vocabulary.Report;
        page.Heading(texts.Frames);
        var names = new RuleNames(problem, page);
        var shown = ListSizes.Shown(figures.Frames.Count, sizes.Lines);
        var table = new TextTable(
            new Column(texts.Frame, Fit: Fit.Wrap, Least: 16), new Column(texts.Measures, Fit: Fit.Wrap, Least: 14, Style: Styles.Faint),
            new Column(texts.AtLeast, Right: true), new Column(texts.Measured, Right: true, Style: Styles.Strong),
            new Column(texts.AtMost, Right: true));
        foreach (var frame in figures.Frames.Take(shown))
            table.Row(
                Display.Clean(frame.Frame.Name), names.Measures(frame.Frame),
                frame.Min is { } min ? Amount(page, frame, min) : "", Amount(page, frame, frame.Measured),
                frame.Max is { } max ? Amount(page, frame, max) : "");
        table.Write(page);
        ListSizes.WriteRest(page, figures.Frames.Count - shown);
    }

    private static string Amount(Page page, FrameFigures frame, double amount) => frame.Frame switch
    {
        SpendShareFrame => page.Numbers.Percent(amount, 1),
        _ => page.Numbers.Fixed(amount, Numbers.Decimals([amount, frame.Measured, frame.Min ?? 0, frame.Max ?? 0])),
    };
}
