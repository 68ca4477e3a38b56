using System.Globalization;
using System.Text;
using Koers.Bench.Contests;

namespace Koers.Bench.Reports;

/// <summary>Draws value over time as SVG: one stepped line per solver, its name at its end, and the bounds dashed above. Lines differ by
/// width, dashes and label, so that the picture also reads in grey.</summary>
internal static class CurvePicture
{
    public static string FileName(Contest contest) => $"pictures/benchmark-{contest.Instance}.svg";

    public static string Draw(Contest contest)
    {
        var frame = new CurveFrame(contest);
        var svg = new StringBuilder();
        Append(svg, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CurveFrame.Width} {CurveFrame.Height}" font-family="sans-serif" font-size="13">
            <title>Value over time on {contest.Instance}</title>
            <rect width="{CurveFrame.Width}" height="{CurveFrame.Height}" fill="#fff"/>
            <clipPath id="plot"><rect x="{CurveFrame.Left}" y="{CurveFrame.Top}" width="{CurveFrame.Right - CurveFrame.Left}" height="{CurveFrame.Bottom - CurveFrame.Top}"/></clipPath>

            """);
        AddAxes(svg, frame);
        var labels = new List<(double Y, string Text, string Colour)>();
        foreach (var run in contest.Runs)
        {
            var style = LineStyle.Of(run.Solver);
            AddLine(svg, frame.Steps(run.Moments.Select(m => (m.Seconds, m.Value)), run.Value, rises: true), style.Attributes);
            if (run.Value is { } value)
                labels.Add((frame.Y(value), $"{SolverNames.Of(run.Solver)} {Figures.Value(value)}", style.Colour));
        }
        AddBound(svg, frame, labels, "bound of Koers", contest.Koers is { } koers ? [koers] : [], "#000");
        AddBound(svg, frame, labels, "bound of stock", contest.Runs.Where(r => r.Solver != "koers"), "#666");
        AddLabels(svg, labels);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AddAxes(StringBuilder svg, CurveFrame frame)
    {
        foreach (var (seconds, x) in frame.TimeTicks())
            Append(svg, $"""
                <path d="M{x:0.0} {CurveFrame.Top}V{CurveFrame.Bottom}" stroke="#ddd"/><text x="{x:0.0}" y="{CurveFrame.Bottom + 18}" text-anchor="middle">{seconds} s</text>

                """);
        foreach (var (value, y) in frame.ValueTicks())
            Append(svg, $"""
                <path d="M{CurveFrame.Left} {y:0.0}H{CurveFrame.Right}" stroke="#ddd"/><text x="{CurveFrame.Left - 6}" y="{y + 4:0.0}" text-anchor="end">{value:#,0.##}</text>

                """);
    }

    private static void AddBound(
        StringBuilder svg, CurveFrame frame, List<(double, string, string)> labels, string name, IEnumerable<Run> runs, string colour)
    {
        var moments = runs.SelectMany(r => r.Moments.Select(m => (m.Seconds, m.Bound))).OrderBy(m => m.Seconds).ToList();
        if (runs.Min(r => r.Bound) is not { } bound)
            return;
        AddLine(svg, frame.Steps(moments, bound, rises: false), $"stroke=\"{colour}\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\"");
        labels.Add((frame.Y(bound), $"{name} {Figures.Value(bound)}", colour));
    }

    private static void AddLine(StringBuilder svg, string path, string attributes)
    {
        if (path.Length > 0)
            Append(svg, $"<path d=\"{path}\" fill=\"none\" clip-path=\"url(#plot)\" {attributes}/>\n");
    }

    /// <summary>Labels stand at the height of their line, pushed down where they would touch the one above.</summary>
    private static void AddLabels(StringBuilder svg, List<(double Y, string Text, string Colour)> labels)
    {
        var free = (double)CurveFrame.Top;
        var low = CurveFrame.Bottom - (15.0 * labels.Count);
        foreach (var (wanted, text, colour) in labels.OrderBy(l => l.Y))
        {
            var y = Math.Max(free, Math.Min(wanted, low));
            (free, low) = (y + 15, low + 15);
            Append(svg, $"<text x=\"{CurveFrame.Right + 6}\" y=\"{y + 4:0.0}\" fill=\"{colour}\">{text}</text>\n");
        }
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private sealed record LineStyle(string Colour, string Attributes)
    {
        public static LineStyle Of(string solver) => solver switch
        {
            "koers" => Make("#000", 3, "none"),
            "scip" => Make("#1f5fa8", 1.8, "9 3"),
            "cp-sat" => Make("#a34700", 1.8, "3 3"),
            "highs" => Make("#2c7a3f", 1.8, "9 3 2 3"),
            _ => Make("#7a3f8f", 1.8, "14 5"),
        };

        private static LineStyle Make(string colour, double width, string dashes) => new(
            colour, FormattableString.Invariant($"stroke=\"{colour}\" stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\""));
    }
}
