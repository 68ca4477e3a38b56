using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>How likely a plan stays within its means, from the answer in one sentence to who is late.</summary>
internal static class RiskReport
{
    private const int BarCells = 20;
    private const int DriversShown = 10;

    /// <summary>Fewer runs than this say nothing of what one run in twenty does.</summary>
    private const int FewestForRange = 20;

    public static void Write(Page page, Problem problem, RiskResult result, bool keepsRules, bool everything)
    {
        var sizes = ListSizes.For(everything);
        Head(page, problem, result, keepsRules);
        RiskMeansTable.WriteBudgets(page, problem, result, sizes);
        RiskMeansTable.WriteCapacities(page, problem, result, everything);
        Value(page, result.Value, result.Runs);
        var texts = page.Vocabulary.Risk;
        Drivers(page, texts.MoneyDrivers, result.Budgets.Count > 1 ? texts.BudgetsTogether : "", result.MoneyDrivers, everything);
        Drivers(page, texts.PeopleDrivers, result.Capacities.Count > 1 ? texts.CapacitiesTogether : "", result.PeopleDrivers, everything);
        Late(page, problem, result, everything);
    }

    private static void Head(Page page, Problem problem, RiskResult result, bool keepsRules)
    {
        var (texts, numbers) = (page.Vocabulary.Risk, page.Numbers);
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Strong);
        var holds = result.NothingExceeded;
        page.Blank();
        page.Paragraph(texts.Holds.With(
            RiskFigures.Chance(page, holds.Probability), RiskFigures.Chance(page, holds.Low), RiskFigures.Chance(page, holds.High)), style: Styles.Strong);
        if (!keepsRules)
            page.Paragraph(texts.BreaksRules, style: Styles.Bad);
        var (runs, asked) = (numbers.Whole(result.Runs), numbers.Whole(result.RunsAsked));
        var seed = RiskFigures.Plain(result.Seed);
        page.Paragraph(
            (result.Runs < result.RunsAsked ? texts.RunsCutShort.With(runs, asked, seed) : texts.RunsDone.Count(result.Runs, runs, seed))
            + (result.RunsKept < result.Runs ? " " + texts.FewRunsKept.With(numbers.Whole(result.RunsKept)) : ""));
        Assumptions(page, result.Assumptions);
    }

    private static void Assumptions(Page page, RiskAssumptions assumptions)
    {
        var texts = page.Vocabulary.Risk;
        var correlation = assumptions.Correlation is { Strength: > 0 } c
            ? texts.Correlated.With(Display.Clean(c.Label), page.Numbers.Fixed(c.Strength, 2))
            : texts.NotCorrelated;
        if (!assumptions.CorrelationAssumed)
            page.Paragraph(correlation);
        if (assumptions.RangesAssumed is null && !assumptions.CorrelationAssumed)
            return;
        page.Paragraph(texts.Assumed);
        if (assumptions.RangesAssumed is { } ranges)
            page.Paragraph(
                texts.RangesAssumed.With(Points(page, ranges.Cost), Points(page, ranges.Effort), Points(page, ranges.Duration)), 2);
        if (assumptions.CorrelationAssumed)
            page.Paragraph(correlation, 2);
    }

    private static string Points(Page page, ThreePoint? range) => range is { } points
        ? string.Join('/', new[] { points.Low, points.Likely, points.High }.Select(p => page.Numbers.Percent(p)))
        : page.Numbers.Percent(1);

    private static void Value(Page page, ValueRisk value, int runs)
    {
        var (texts, numbers) = (page.Vocabulary.Risk, page.Numbers);
        page.Heading(texts.Value);
        var (planned, mean) = (numbers.Points(value.Planned), numbers.Points(value.Mean));
        page.Paragraph(
            (value.StandardError is { } error
                ? texts.ValueMean.With(planned, mean, RiskFigures.Error(page, value, error))
                : texts.ValueOfOne.With(planned, mean)) + " "
            + (runs >= FewestForRange
                ? texts.ValueRange.With(numbers.Points(value.Quantiles[0].Amount), numbers.Points(value.Quantiles[^1].Amount))
                : texts.NoValueRange.With(numbers.Whole(FewestForRange))), 2);
        if (value.Histogram.Count < 2)
            return;
        page.Paragraph(texts.HistogramLegend, 2, Styles.Faint);
        var table = new TextTable(new Column("", Right: true), new Column("", Fit: Fit.LeaveOut), new Column("", Right: true));
        var step = (value.Most - value.Least) / value.Histogram.Count;
        for (var k = 0; k < value.Histogram.Count; k++)
            table.Row(
                numbers.Points(value.Least + (k * step)),
                Bars.Draw(2 * BarCells, value.Histogram.Max(), new BarPart(value.Histogram[k], page.Glyphs.Full, Styles.Used)),
                numbers.Percent(value.Histogram[k] / (double)value.Histogram.Sum(), 1));
        table.Write(page);
    }

    private static void Drivers(Page page, string title, string together, IReadOnlyList<Driver> drivers, bool everything)
    {
        if (drivers.Count == 0)
            return;
        var texts = page.Vocabulary.Risk;
        page.Heading(title);
        page.Paragraph($"{texts.DriverLegend} {together}", 2, Styles.Faint);
        var shown = everything ? drivers.Count : ListSizes.Shown(drivers.Count, DriversShown);
        var table = new TextTable(
            new Column("", Fit: Fit.Cut, Least: 20), new Column("", Fit: Fit.LeaveOut), new Column("", Right: true), new Column("", Right: true));
        var decimals = Numbers.Decimals(drivers.Take(1).Select(d => d.Amount + 0.001));
        foreach (var driver in drivers.Take(shown))
            table.Row(
                driver.Initiative is { } initiative ? Display.Clean(initiative.Name) : texts.Hiring,
                Bars.Draw(BarCells, drivers[0].Share, new BarPart(driver.Share, page.Glyphs.Full, Styles.Used)),
                page.Numbers.Percent(driver.Share, 1), page.Numbers.Fixed(driver.Amount, decimals));
        table.Write(page);
        ListSizes.WriteRest(page, drivers.Count - shown);
    }

    private static void Late(Page page, Problem problem, RiskResult result, bool everything)
    {
        var texts = page.Vocabulary.Risk;
        var late = result.Initiatives.Where(i => i.Late.Probability > 0)
            .OrderByDescending(i => i.Late.Probability).ThenByDescending(i => i.ExpectedDelay).ToArray();
        page.Heading(texts.Late.With(page.Numbers.Whole(late.Length), page.Numbers.Whole(result.Initiatives.Count)));
        if (late.Length == 0)
        {
            page.Paragraph(texts.NobodyLate, 2);
            return;
        }

        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        var shown = everything ? late.Length : ListSizes.Shown(late.Length, DriversShown);
        var table = new TextTable(
            new Column(page.Vocabulary.Report.Initiative, Fit: Fit.Cut, Least: 20), new Column("", Fit: Fit.LeaveOut), new Column(texts.LateChance, Right: true),
            new Column(texts.Waits, Right: true), new Column(texts.PlannedEnd), new Column(texts.LateEnd));
        foreach (var initiative in late.Take(shown))
            table.Row(
                Display.Clean(initiative.Initiative.Name),
                Bars.Draw(BarCells / 2, 1, new BarPart(initiative.Late.Probability, page.Glyphs.Full, Styles.Used)),
                RiskFigures.Chance(page, initiative.Late.Probability),
                initiative.StartsLate.Probability > 0 ? RiskFigures.Chance(page, initiative.StartsLate.Probability) : "",
                periods.Name(initiative.PlannedFinish - 1),
                periods.Name((int)Math.Round(initiative.FinishWhenLate ?? 0) - 1));
        table.Write(page);
        ListSizes.WriteRest(page, late.Length - shown);
    }
}
