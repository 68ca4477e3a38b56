using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What dividing costs: in words, per goal, per part, and what only the whole can do.</summary>
internal static class SilosReport
{
    // Less than this is no loss: the tolerance of the contract
    private const double Tolerance = 1e-6;

    private const int BrokenShown = 6;

    public static void Write(Page page, Problem problem, SiloReport report, bool everything)
    {
        var texts = page.Vocabulary.Silos;
        page.Paragraph(texts.Title.With(Display.Clean(problem.Name), Display.Clean(report.Label)), style: Styles.Heading);
        if (report.Outcome is not { } outcome)
        {
            if (report.Whole.Value is not null)
                page.Paragraph(texts.NotCompared);
            else
                ConflictReport.Write(
                    page, new Periods(problem.Horizon, page.Vocabulary.Report), new PlanOutcome(problem, report.Whole, null, 0, everything));
            return;
        }

        var names = new RuleNames(problem, page);
        page.Paragraph(report.Parts.Count == 1 ? texts.OnePart : Divided(texts, report.Division), style: Styles.Faint);
        page.Blank();
        if (!report.IsLossKnown)
        {
            NotKnown(page, report);
            return;
        }

        Loss(page, outcome);
        Reasons(page, problem, outcome);
        Broken(page, names, report, outcome, everything);
        Totals(page, outcome);
        Goals(page, outcome);
        if (report.Parts.Count == 1)
            return;
        var details = new SilosDetails(page, problem, names, report, outcome, ListSizes.For(everything));
        details.Parts();
        details.OnlyWhole();
        details.Collisions();
        details.Means();
    }

    /// <summary>A part as people call it.</summary>
    public static string PartName(Page page, SiloReport report, SiloPart part) =>
        part.Value is { Length: > 0 } value ? Display.Clean(value) : page.Vocabulary.Silos.WithoutLabel.With(Display.Clean(report.Label));

    private static string Divided(SilosTexts texts, MeansDivision division) => division switch
    {
        MeansDivision.Historic => texts.DividedHistoric,
        MeansDivision.Equal => texts.DividedEqual,
        _ => texts.DividedAsked,
    };

    private static void Loss(Page page, SiloOutcome outcome)
    {
        var (texts, numbers) = (page.Vocabulary.Silos, page.Numbers);
        var (whole, loss) = (outcome.Whole.Value, outcome.Loss);
        var size = Tolerance * Math.Max(1, Math.Abs(whole));
        page.Paragraph(
            loss <= size ? texts.NoLoss.With(numbers.Points(whole))
            : whole > 0 ? texts.Loss.With(numbers.Points(loss), numbers.Points(whole), numbers.Percent(loss / whole, 1))
            : texts.LossOfNothing.With(numbers.Points(loss), numbers.Points(whole)),
            style: Styles.Strong);
        if (outcome.LeastLoss > size && outcome.LeastLoss < loss - size)
            page.Paragraph(texts.AtLeast.With(numbers.Points(outcome.LeastLoss)));
        if (outcome.MostLoss is { } most && most > loss + size)
            page.Paragraph(texts.AtMost.With(numbers.Points(most)));
        else if (outcome.MostLoss is null)
            page.Paragraph(texts.MostUnknown);
    }

    private static void NotKnown(Page page, SiloReport report)
    {
        var texts = page.Vocabulary.Silos;
        page.Paragraph(texts.NotKnown, style: Styles.Strong);
        if (report.Whole.Value is null)
            page.Paragraph(texts.WholeUnfinished);
        var parts = report.Parts.Where(part => part.Plan.Value is null).Select(part => PartName(page, report, part)).ToArray();
        if (parts.Length > 0)
            page.Paragraph(texts.Unfinished.With(string.Join(", ", parts)));
        page.Paragraph(texts.MoreTime);
    }

    /// <summary>How much of the loss comes from means too small to use, from rules of the whole and from choosing apart.</summary>
    private static void Reasons(Page page, Problem problem, SiloOutcome outcome)
    {
        var (texts, numbers) = (page.Vocabulary.Silos, page.Numbers);
        // What only a relation keeps out of its part is not too large for it
        var relations = problem.Relations.Select(relation => $"{relation.Type}/{relation.Id}").ToHashSet(StringComparer.Ordinal);
        var beyond = outcome.Fares.Where(fare => fare.Obstacle == SiloObstacle.TooLarge && fare.Whole is not null).ToArray();
        bool IsSmall(SiloFare fare) => !relations.IsSupersetOf(fare.Rules);
        var small = beyond.Where(IsSmall).Sum(fare => fare.WholeValue);
        if (outcome.Loss > 0 && small > outcome.Loss / 2)
            page.Paragraph(texts.MostlyTooSmall);
        foreach (var loss in outcome.Losses)
            page.Paragraph((loss.Obstacle switch
            {
                SiloObstacle.NeedsOtherPart => texts.LossNeeds,
                SiloObstacle.TooLarge => beyond.All(IsSmall) ? texts.LossTooLarge : texts.LossNotWithinPart,
                SiloObstacle.Collides => texts.LossCollides,
                SiloObstacle.BetterTogether => texts.LossBetter,
                _ => texts.LossUsedOtherwise,
            }).With(numbers.Points(loss.Points), numbers.Whole(loss.Count)), 2);
        if (outcome.Losses.Count > 0 && Math.Abs(outcome.OtherLoss) > Tolerance * Math.Max(1, Math.Abs(outcome.Whole.Value)))
            page.Paragraph((outcome.OtherLoss < 0 ? texts.GainOther : texts.LossOther).With(numbers.Points(Math.Abs(outcome.OtherLoss))), 2);
    }

    private static void Broken(Page page, RuleNames names, SiloReport report, SiloOutcome outcome, bool everything)
    {
        var texts = page.Vocabulary.Silos;
        if (outcome.Broken.Count == 0)
            return;
        page.Blank();
        page.Paragraph(texts.Breaks);
        var shown = ListSizes.Shown(outcome.Broken.Count, everything ? int.MaxValue : BrokenShown);
        foreach (var rule in outcome.Broken.Take(shown))
        {
            var lines = Display.Wrap(names.Describe(rule), page.Width - 4);
            for (var i = 0; i < lines.Count; i++)
                page.Line(i == 0 ? "  - " : "    ", lines[i]);
        }

        ListSizes.WriteRest(page, outcome.Broken.Count - shown);
        if (report.Whole.Value is { } value)
            page.Paragraph(texts.Freed.With(page.Numbers.Points(value)) + " " + (report.Whole.Bound is { } bound
                ? texts.FreedBound.With(page.Numbers.Points(bound)) : texts.FreedNoBound));
    }

    private static void Totals(Page page, SiloOutcome outcome)
    {
        var texts = page.Vocabulary.Silos;
        page.Blank();
        var table = new TextTable(
            new Column("", Fit: Fit.Wrap), new Column("", Fit: Fit.LeaveOut), new Column("", Right: true), new Column("", Fit: Fit.Wrap, Least: 12, Style: Styles.Faint));
        var scale = Math.Max(outcome.Whole.Value, outcome.Silos.Value);
        void Row(string name, PlanFigures figures, char glyph, double? bound) => table.Row(
            name, Bars.Draw(Math.Clamp(page.Width - 44, 10, 40), scale, new BarPart(figures.Value, glyph, Styles.Used)),
            page.Numbers.Points(figures.Value), bound is { } most ? texts.BoundOf.With(page.Numbers.Points(most)) : "");
        Row(texts.Whole, outcome.Whole, page.Glyphs.Full, outcome.Compared.Bound);
        Row(texts.Parts, outcome.Silos, page.Glyphs.Medium, outcome.Ceiling);
        table.Write(page);
    }

    private static void Goals(Page page, SiloOutcome outcome)
    {
        var (texts, report) = (page.Vocabulary.Silos, page.Vocabulary.Report);
        page.Heading(texts.PerGoal);
        var rows = outcome.Whole.Goals.Zip(outcome.Silos.Goals)
            .Select(pair => (Display.Clean(pair.First.Goal.Name), Whole: pair.First.Value, Silos: pair.Second.Value)).ToList();
        if (outcome.Whole.SynergyValue != 0 || outcome.Silos.SynergyValue != 0)
            rows.Add((report.Synergies, outcome.Whole.SynergyValue, outcome.Silos.SynergyValue));
        if (outcome.Whole.Penalty != 0 || outcome.Silos.Penalty != 0)
            rows.Add((report.Penalty, -outcome.Whole.Penalty, -outcome.Silos.Penalty));
        var decimals = Numbers.Decimals(rows.SelectMany(row => (double[])[row.Whole, row.Silos]));
        var scale = rows.Max(row => Math.Max(row.Whole, row.Silos));
        var table = new TextTable(
            new Column(report.Goal, Fit: Fit.Wrap, Least: 16), new Column("", Fit: Fit.Wrap), new Column("", Fit: Fit.LeaveOut), new Column(report.Value, Right: true),
            new Column(texts.Lost, Right: true));
        var cells = Math.Clamp((page.Width - 20) / 3, 8, 30);
        foreach (var (name, whole, silos) in rows)
        {
            table.Row(
                name, texts.Whole, Bars.Draw(cells, scale, new BarPart(whole, page.Glyphs.Full, Styles.Used)),
                page.Numbers.Fixed(whole, decimals), "");
            table.Row(
                "", texts.Parts, Bars.Draw(cells, scale, new BarPart(silos, page.Glyphs.Medium, Styles.Used)),
                page.Numbers.Fixed(silos, decimals), page.Numbers.Fixed(whole - silos, decimals));
        }

        table.Write(page);
    }
}
