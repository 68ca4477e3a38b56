using System.Globalization;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;

namespace Koers.Cli.Report;

/// <summary>Value against disturbance, a row for each supported point.</summary>
internal static class ReplanCurveChart
{
    private const int BarCells = 8;
    private const int WideBarCells = 24;

    public static void Write(Page page, Periods periods, Replanning replanning)
    {
        var (texts, points) = (page.Vocabulary.Replan, replanning.Curve.Points);
        page.Heading(texts.Curve);
        page.Paragraph(texts.CurveLegend, 2, Styles.Faint);
        var least = points[0].Value;
        var most = points[^1].Value - least;
        var decimals = Numbers.Decimals([.. points.Select(point => point.Value), least]);
        var table = new TextTable(
            new Column(texts.Weight), Right(texts.ChangesColumn), Right(texts.OutColumn), Right(texts.InColumn), Right(texts.MovedColumn),
            Right(texts.ByColumn), Right(texts.VariantColumn), Right(page.Vocabulary.Report.Value), new Column(texts.GainColumn, Fit: Fit.LeaveOut),
            Right(texts.RoomColumn));
        foreach (var point in points)
            table.Row(
                Weight(page, point), page.Numbers.Whole(point.Counts.Changes), page.Numbers.Whole(point.Counts.Dropped),
                page.Numbers.Whole(point.Counts.Added), page.Numbers.Whole(point.Counts.Shifted), periods.ShortLength(point.Counts.PeriodsShifted),
                page.Numbers.Whole(point.Counts.OtherVariant), page.Numbers.Fixed(point.Value, decimals),
                Bars.Draw(page.Width > 110 ? WideBarCells : BarCells, most, new BarPart(point.Value - least, page.Glyphs.Full, Styles.Used)),
                point.Gap is { } gap ? page.Numbers.Gap(gap) : "");
        table.Write(page);
        if (replanning.Curve.LeastDisturbance is not { } proven)
            return;
        var disturbance = points[0].Disturbance;
        page.Paragraph(
            disturbance - proven <= 1e-3 * Math.Max(1, disturbance)
                ? texts.LeastIsProven.With(page.Numbers.Points(disturbance))
                : texts.LeastIsAtLeast.With(page.Numbers.Points(disturbance), page.Numbers.Points(proven)),
            2);
    }

    private static Column Right(string header) => new(header, Right: true);

    private static string Weight(Page page, ReplanPoint point)
    {
        var dash = page.Glyphs.IsUnicode ? "–" : "-";
        var range = point.FromScale == point.ToScale ? Scale(point.FromScale) : Scale(point.FromScale) + dash + Scale(point.ToScale);
        return point.IsAnswer ? range + " *" : range;
    }

    private static string Scale(double scale) => scale switch
    {
        0.25 => "1/4",
        0.5 => "1/2",
        _ => scale.ToString("0", CultureInfo.InvariantCulture),
    };
}
