using System.Globalization;
using System.Text;

namespace Koers.Bench.Serving;

/// <summary>Draws the 95th percentiles as SVG: a bar for each question, the target as a line, and the answers a second in words beside it. Bars differ
/// by pattern and label, so that the picture also reads in grey.</summary>
internal static class ServerPicture
{
    public const string FileName = "pictures/benchmark-server.svg";

    private const int Width = 900, Left = 330, Right = 700, Bar = 16, Row = 24, Head = 34;

    public static string Draw(IReadOnlyList<ServerFigures> all)
    {
        var most = 1.1 * Math.Max(2 * ServerReport.MostMilliseconds, all.Max(figures => figures.Loads.Max(load => load.Most)));
        var height = all.Sum(figures => Head + (Row * figures.Loads.Count)) + 40;
        var svg = new StringBuilder();
        Append(svg, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" font-family="sans-serif" font-size="13">
            <title>Within which time 95 of 100 answers came</title>
            <rect width="{Width}" height="{height}" fill="#fff"/>

            """);
        var y = 0;
        foreach (var figures in all)
        {
            Append(
                svg, $"<text x=\"8\" y=\"{y + 24}\" font-weight=\"bold\">{ServerReport.NameOf(figures.Database)}, {figures.Initiatives:#,0} initiatives, {figures.Clients} clients</text>\n");
            y += Head;
            foreach (var load in figures.Loads)
            {
                AddBar(svg, load, y, (Right - Left) * load.Most / most);
                y += Row;
            }
        }

        var target = Left + ((Right - Left) * ServerReport.MostMilliseconds / most);
        Append(svg, $"""
            <path d="M{target:0.0} 8V{y + 6}" stroke="#a34700" stroke-width="1.8" stroke-dasharray="6 4"/>
            <text x="{target:0.0}" y="{y + 24}" text-anchor="middle" fill="#a34700">target: 95 of 100 within {ServerReport.MostMilliseconds} ms</text>
            </svg>

            """);
        return svg.ToString();
    }

    private static void AddBar(StringBuilder svg, LoadFigures load, int y, double length)
    {
        var fill = load.IsPlanning ? "fill=\"#fff\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"" : "fill=\"#1f5fa8\"";
        Append(svg, $"""
            <text x="{Left - 8}" y="{y + 13}" text-anchor="end">{load.Question}{(load.IsPlanning ? ", plan being made" : load.IsPaced ? ", with pauses" : "")}</text>
            <rect x="{Left}" y="{y}" width="{Math.Max(1, length):0.0}" height="{Bar}" {fill}/>
            <text x="{Left + length + 6:0.0}" y="{y + 13}">{load.Most:0.0} ms, {load.PerSecond:#,0} a second</text>

            """);
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
