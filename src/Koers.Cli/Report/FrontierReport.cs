using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Value against means: a bar per point, the knee, and which initiatives come and go.</summary>
internal static class FrontierReport
{
    // What the other columns of the chart need
    private const int BesideBars = 62;

    public static void Write(Page page, Problem problem, FrontierSettings settings, FrontierResult result, bool everything)
    {
        var texts = page.Vocabulary.Frontier;
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Strong);
        page.Heading(texts.Title.With(Names(problem, settings, texts)));
        page.Paragraph(texts.Legend.With(page.Glyphs.Full, page.Glyphs.Light), 2, Styles.Faint);
        Chart(page, result);
        page.Blank();
        if (!result.IsFinished)
            page.Paragraph(texts.Unfinished, 2);
        page.Paragraph(texts.MarginalNote, 2, Styles.Faint);
        Shape(page, result);
        Conflict(page, problem, result);
        FrontierChanges.Write(page, result, everything);
    }

    /// <summary>The means that change, as people call them.</summary>
    public static string Names(Problem problem, FrontierSettings settings, FrontierTexts texts)
    {
        string[] names =
        [
            .. problem.Budgets.Where(b => settings.Budgets.Contains(b.Id)).Select(b => Display.Clean(b.Name)),
            .. problem.Capacities.Where(c => settings.Capacities.Contains(c.Id)).Select(c => Display.Clean(c.Name)),
        ];
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + texts.And + names[^1];
    }

    /// <summary>The factor of a point as a percentage.</summary>
    public static string Percent(Page page, FrontierResult result, int point) =>
        page.Numbers.Percent(result.Points[point].Factor, result.Points.All(p => Math.Abs((p.Factor * 100) % 1) < 1e-9) ? 0 : 1);

    private static void Chart(Page page, FrontierResult result)
    {
        var (texts, numbers) = (page.Vocabulary.Frontier, page.Numbers);
        var unit = Unit(result);
        var isFactor = result.Measure == FrontierMeasure.Factor;
        var amount = result.Measure == FrontierMeasure.People ? texts.People : texts.Money;
        var table = new TextTable(
            new Column(texts.Means, Right: true), new Column(amount, Right: true), new Column("", Fit: Fit.LeaveOut),
            new Column(page.Vocabulary.Report.Value, Right: true), new Column(texts.Gap, Right: true),
            new Column(isFactor ? texts.PerPercent : texts.PerUnit.With(numbers.Fixed(unit, 0)), Right: true),
            new Column(texts.InOut, Right: true), new Column("", Fit: Fit.Wrap, Style: Styles.Strong));
        var scale = result.Points.Max(p => Math.Max(p.Plan.Value ?? 0, p.Plan.Value is null ? 0 : p.Plan.Bound ?? 0));
        var decimals = Numbers.Decimals(result.Points.Select(p => p.Amount));
        for (var k = 0; k < result.Points.Count; k++)
        {
            var (point, step) = (result.Points[k], k > 0 ? result.Steps[k - 1] : null);
            table.Row(
                Percent(page, result, k), isFactor ? "" : numbers.Fixed(point.Amount, decimals), Bar(page, point.Plan, scale),
                Value(page, point.Plan), point.Plan.Gap is { } gap and >= 0 ? numbers.Gap(gap) : "",
                step?.PerUnit is { } perUnit ? numbers.Fixed(perUnit * unit, 2) : "",
                step is { Gain: not null } ? $"+{step.In.Count} -{step.Out.Count}" : "", Mark(texts, result, k));
        }

        table.Write(page);
    }

    private static Cell Bar(Page page, Plan plan, double scale)
    {
        if (plan.Value is not { } value)
            return "";
        return Bars.Draw(
            Math.Clamp(page.Width - BesideBars, 8, 40), scale, new BarPart(value, page.Glyphs.Full, Styles.Used),
            new BarPart((plan.Bound ?? value) - value, page.Glyphs.Light, Styles.Faint));
    }

    private static string Value(Page page, Plan plan) =>
        plan.Value is { } value ? page.Numbers.Points(value)
        : plan.Status == PlanStatus.Infeasible ? page.Vocabulary.Frontier.NoPlan
        : page.Vocabulary.Frontier.NotFound;

    private static string Mark(FrontierTexts texts, FrontierResult result, int point)
    {
        var (isNow, isKnee) = (result.Points[point].Factor == 1.0, result.IsKneeNamed && result.Knee!.Point == point);
        return isNow && isKnee ? texts.Now + ", " + texts.Knee : isNow ? texts.Now : isKnee ? texts.Knee : "";
    }

    /// <summary>The power of ten per which the steepest step adds between 1 and 10 points; for the factor, one hundredth.</summary>
    private static double Unit(FrontierResult result)
    {
        if (result.Measure == FrontierMeasure.Factor)
            return 0.01;
        var steepest = result.Steps.Max(step => step.PerUnit ?? 0);
        return steepest > 0 ? Math.Pow(10, Math.Clamp(Math.Ceiling(-Math.Log10(steepest)), 0, 12)) : 1.0;
    }

    private static void Shape(Page page, FrontierResult result)
    {
        var texts = page.Vocabulary.Frontier;
        if (result.Knee is not { } knee)
        {
            page.Paragraph(texts.NoKnee, 2);
            return;
        }

        if (!result.IsKneeProven)
        {
            page.Paragraph(texts.KneeUnproven, 2);
            Hull(page, result);
            return;
        }

        if (result.IsKneeUncertain)
        {
            page.Paragraph(texts.KneeUncertain.With(Percent(page, result, knee.First), Percent(page, result, knee.Last)), 2);
            Hull(page, result);
            return;
        }

        var unit = Unit(result);
        var (first, at, last) = (result.Points[result.Hull[0]], result.Points[knee.Point], result.Points[result.Hull[^1]]);
        string Slope(FrontierPoint a, FrontierPoint b) =>
            page.Numbers.Fixed(unit * (b.Plan.Value!.Value - a.Plan.Value!.Value) / (b.Amount - a.Amount), 2);
        var per = result.Measure == FrontierMeasure.Factor ? "1%" : page.Numbers.Fixed(unit, 0);
        page.Paragraph(texts.KneeAt.With(Percent(page, result, knee.Point), Slope(first, at), per, Slope(at, last)) + " "
            + (knee.First == knee.Last
                ? texts.KneeSure
                : texts.KneeRange.With(Percent(page, result, knee.First), Percent(page, result, knee.Last))), 2);
        Hull(page, result);
    }

    private static void Hull(Page page, FrontierResult result) => page.Paragraph(
        page.Vocabulary.Frontier.Hull.With(string.Join(", ", result.Hull.Select(k => Percent(page, result, k)))), 2);

    private static void Conflict(Page page, Problem problem, FrontierResult result)
    {
        var highest = Enumerable.Range(0, result.Points.Count)
            .LastOrDefault(k => result.Points[k].Plan.Status == PlanStatus.Infeasible, -1);
        if (highest < 0 || result.Points[highest].Plan.Conflict is not { Count: > 0 } conflict)
            return;
        page.Paragraph((conflict.Count == 1 ? page.Vocabulary.Frontier.ConflictOfOne : page.Vocabulary.Frontier.Conflict).With(Percent(page, result, highest)), 2);
        var names = new RuleNames(problem, page);
        foreach (var rule in conflict)
            page.Paragraph(names.Describe(rule), 4);
    }
}
