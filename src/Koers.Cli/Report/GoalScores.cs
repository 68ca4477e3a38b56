using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;

namespace Koers.Cli.Report;

/// <summary>What the plan scores on each goal; the bars compare what the goals add to the value.</summary>
internal static class GoalScores
{
    public static void Write(Page page, PlanFigures figures, ListSizes sizes)
    {
        var texts = page.Vocabulary.Report;
        page.Heading(texts.Goals);
        var shown = ListSizes.Shown(figures.Goals.Count, sizes.Lines);
        var scale = figures.Goals.Max(goal => goal.Value);
        var scores = Numbers.Decimals(figures.Goals.Select(goal => goal.Score));
        var values = Numbers.Decimals(figures.Goals.Select(goal => goal.Value));
        var table = new TextTable(
            new Column(texts.Goal, Fit: Fit.Wrap, Least: 16), new Column("", Fit: Fit.LeaveOut), new Column(texts.Score, Right: true),
            new Column(texts.Cap, Right: true), new Column(texts.Value, Right: true),
            new Column("", Fit: Fit.Wrap, Least: 12, Style: Styles.Faint));
        foreach (var goal in figures.Goals.Take(shown))
            table.Row(
                Display.Clean(goal.Goal.Name),
                Bars.Draw(Math.Clamp((page.Width - 20) / 4, 6, 30), scale, new BarPart(goal.Value, page.Glyphs.Full, Styles.Used)),
                page.Numbers.Fixed(goal.Score, scores),
                goal.Goal.Cap is { } cap ? page.Numbers.Fixed(cap, scores) : "",
                page.Numbers.Fixed(goal.Value, values),
                goal.Goal.Cap < goal.Score ? texts.AboveCap : "");
        table.Write(page);
        ListSizes.WriteRest(page, figures.Goals.Count - shown);
    }
}
