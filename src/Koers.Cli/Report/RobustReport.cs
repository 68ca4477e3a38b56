using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Whether the choice holds: what was assumed, what is in whatever the weights, which plan is safest, what is worth finding
/// out.</summary>
internal static class RobustReport
{
    private const int BarCells = 20;
    private const int FiguresShown = 10;

    public static void Write(Page page, Problem problem, RobustResult result, RobustSettings settings, bool everything)
    {
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Strong);
        page.Blank();
        Verdict(page, result);
        Assumed(page, result, settings);
        Weights(page, result);
        foreach (var kind in result.IsCoreKnown ? (CoreKind[])[CoreKind.Core, CoreKind.Borderline, CoreKind.Exterior] : [])
            Group(page, result, kind, everything);
        RobustPlanTable.Write(page, problem, result);
        Information(page, result, everything);
    }

    private static void Verdict(Page page, RobustResult result)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        string Count(CoreKind kind) => numbers.Whole(result.Initiatives.Count(i => i.Kind == kind));
        var (planned, all) = (numbers.Whole(result.Vectors.Count - result.Unplanned), numbers.Whole(result.Vectors.Count));
        page.Paragraph(
            !result.IsCoreKnown
                ? texts.CoreUnknown.With(planned, all)
                : (result.IsBestProven ? texts.Verdict : result.IsComplete ? texts.VerdictKnown : texts.VerdictSoFar).With(Count(CoreKind.Core), Count(CoreKind.Borderline), Count(CoreKind.Exterior)), style: Styles.Strong);
        page.Paragraph(result.Method == RobustMethod.Exact
            ? texts.Exact.With(numbers.Whole(result.Portfolios!.Count))
            : !result.IsComplete ? texts.SampledSoFar.With(planned, all, texts.PlansKnown.Count(result.Plans, numbers.Whole(result.Plans)))
            : texts.Sampled.With(
                all, numbers.Whole(result.Vectors.Count(v => v.IsExtreme)), texts.PlansFound.Count(result.BestPlans, numbers.Whole(result.BestPlans))));
        if (result.Method == RobustMethod.Sampled && Room(result) is { } room)
            page.Paragraph(texts.Room.With(numbers.Gap(room)));
        var without = result.Vectors.Count(v => v.Value is null);
        if (without > 0)
            page.Paragraph(texts.NoPlanAt.With(numbers.Whole(without)), style: Styles.Bad);
        if (result.Unplanned > 0)
            page.Paragraph(texts.Unplanned.With(numbers.Whole(result.Unplanned)), style: Styles.Bad);
    }

    /// <summary>The largest gap over the vectors; null where some have no bound.</summary>
    private static double? Room(RobustResult result)
    {
        var gaps = result.Vectors.Where(v => v.Value is not null)
            .Select(v => v.Bound is { } bound ? (bound - v.Value!.Value) / Math.Max(1e-9, Math.Abs(v.Value.Value)) : (double?)null).ToArray();
        return gaps.Length == 0 || gaps.Contains(null) ? null : gaps.Max();
    }

    private static void Assumed(Page page, RobustResult result, RobustSettings settings)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        var order = string.Join(" ≥ ", result.Order.Select(g => Display.Clean(g.Value)));
        page.Paragraph(result.Source switch
        {
            WeightSource.Problem when result.Order.Count > 0 => texts.FromFileOrder.With(order),
            WeightSource.Problem => texts.FromFile,
            WeightSource.Order => texts.FromOrder.With(order),
            WeightSource.Spread => texts.FromSpread.With(numbers.Asked(settings.Spread ?? 0)),
            WeightSource.OrderAndSpread => texts.FromBoth.With(order, numbers.Asked(settings.Spread ?? 0)),
            _ => texts.FromNobody.With(numbers.Asked(RobustSettings.UsualSpread)),
        });
        if (result.HasScoreRanges || result.HasCostRanges)
            page.Paragraph(result switch
            {
                { HasScoreRanges: true, HasCostRanges: true } => texts.ScoresAndCosts,
                { HasScoreRanges: true } => texts.Scores,
                _ => texts.Costs,
            });
    }

    private static void Weights(Page page, RobustResult result)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        page.Heading(texts.Weights);
        var table = new TextTable(
            new Column(texts.Goal, Fit: Fit.Wrap, Least: 16), new Column("", Fit: Fit.LeaveOut), new Column(texts.Lowest, Right: true),
            new Column(texts.InFile, Right: true), new Column(texts.Highest, Right: true));
        var decimals = Math.Max(2, Numbers.Decimals(result.Weights.Select(w => w.High)));
        var scale = result.Weights.Max(w => Math.Max(w.High, w.Goal.Weight));
        foreach (var weight in result.Weights)
            table.Row(
                Display.Clean(weight.Goal.Name),
                Bars.Draw(
                    BarCells, scale, new BarPart(weight.Low, page.Glyphs.Full, Styles.Used),
                    new BarPart(weight.High - weight.Low, page.Glyphs.Light, Styles.Faint)),
                numbers.Fixed(weight.Low, decimals), numbers.Fixed(weight.Goal.Weight, decimals), numbers.Fixed(weight.High, decimals));
        table.Write(page);
    }

    private static void Group(Page page, RobustResult result, CoreKind kind, bool everything)
    {
        var texts = page.Vocabulary.Robust;
        var group = result.Initiatives.Where(i => i.Kind == kind).OrderByDescending(i => i.Index).ThenByDescending(i => i.BestShare).ToArray();
        var title = kind switch
        {
            CoreKind.Core => result.IsBestProven ? texts.Core : texts.CoreKnown,
            CoreKind.Borderline => texts.Borderline,
            _ => result.IsBestProven ? texts.Exterior : texts.ExteriorKnown,
        };
        page.Heading(title.With(page.Numbers.Whole(group.Length)));
        if (group.Length == 0)
        {
            page.Paragraph(texts.None, 2);
            return;
        }

        var shown = ListSizes.Shown(group.Length, kind == CoreKind.Borderline
            ? ListSizes.For(everything).Chosen : ListSizes.For(everything).LeftOut);
        var table = new TextTable(
            new Column("", Fit: Fit.Cut, Least: 20), new Column("", Fit: Fit.Cut, Least: 8), new Column("", Fit: Fit.LeaveOut), new Column("", Right: true));
        foreach (var core in group.Take(shown))
            table.Row(
                Display.Clean(core.Initiative.Name), Labels.Department(core.Initiative),
                Bars.Draw(
                    BarCells, 1, new BarPart(core.Index, page.Glyphs.Full, Styles.Used),
                    new BarPart(1 - core.Index, page.Glyphs.Light, Styles.Faint)),
                Share(page, core.Index));
        table.Write(page);
        ListSizes.WriteRest(page, group.Length - shown);
    }

    /// <summary>A share that is not all or nothing never reads as 100% or 0%.</summary>
    public static string Share(Page page, double share) => share is > 0 and < 0.005 ? "<" + page.Numbers.Percent(0.01)
        : share is < 1 and > 0.995 ? ">" + page.Numbers.Percent(0.99)
        : page.Numbers.Percent(share);

    private static void Information(Page page, RobustResult result, bool everything)
    {
        var (texts, numbers) = (page.Vocabulary.Robust, page.Numbers);
        page.Heading(texts.Information);
        if (!result.IsComplete)
        {
            page.Paragraph(texts.InformationUnknown.With(numbers.Whole(result.Unplanned)), 2);
            return;
        }

        var worth = result.Information.Where(i => i.Points > 0).ToArray();
        if (worth.Length == 0)
        {
            page.Paragraph(result.Information.Count == 0 ? texts.TooFewDrawn : result.IsBestProven ? texts.NothingToKnow : Open(page, result, 0) ?? texts.NothingToKnow, 2);
            return;
        }

        page.Paragraph(texts.InformationLegend, 2, Styles.Faint);
        var shown = everything ? worth.Length : ListSizes.Shown(worth.Length, FiguresShown);
        var table = new TextTable(
            new Column("", Fit: Fit.Cut, Least: 24), new Column("", Fit: Fit.LeaveOut), new Column(page.Vocabulary.Report.Value, Right: true));
        foreach (var figure in worth.Take(shown))
            table.Row(
                Name(texts, figure), Bars.Draw(BarCells, worth[0].Points, new BarPart(figure.Points, page.Glyphs.Full, Styles.Used)),
                numbers.Points(figure.Points));
        table.Write(page);
        ListSizes.WriteRest(page, worth.Length - shown);
        if (!result.IsBestProven && Open(page, result, worth[0].Points) is { } open)
            page.Paragraph(open, 2);
    }

    /// <summary>That better plans could change what is said of information; null where the gaps are smaller than what was measured.</summary>
    private static string? Open(Page page, RobustResult result, double measured)
    {
        var texts = page.Vocabulary.Robust;
        if (result.OpenPoints is { } open && open <= measured)
            return null;
        var gaps = result.OpenPoints is { } most ? texts.OpenBy.With(page.Numbers.Points(most)) : texts.OpenUnknown;
        return (measured > 0 ? texts.InformationOpen : texts.NothingOpen) + " " + gaps;
    }

    private static string Name(RobustTexts texts, InformationValue figure) => figure.Kind switch
    {
        FigureKind.Weight => texts.WeightOf.With(Display.Clean(figure.Goal!.Name)),
        FigureKind.Score => texts.ScoresOf.With(Display.Clean(figure.Initiative!.Name)),
        _ => texts.CostsOf.With(Display.Clean(figure.Initiative!.Name)),
    };
}
