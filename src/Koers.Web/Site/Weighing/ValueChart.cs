using System.Text.Json;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Weighing;

namespace Koers.Web.Site.Weighing;

/// <summary>Value against cost as a chart: the size of a dot is the people it asks, its colour and shape the programme.</summary>
internal static class ValueChart
{
    /// <summary>Most dots: more cannot be told apart, and the table has them all.</summary>
    public const int Most = 400;

    private static readonly string[] Shapes = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow"];

    public static string Options(ComparisonView view, CodeBook codes, Figures figures, Text cost, Text value, Text none, Func<Text, string> say)
    {
        var lines = view.Lines.Take(Most).ToArray();
        var widest = Math.Max(lines.Select(line => line.FteYears).DefaultIfEmpty().Max(), 0.001);
        var series = lines.GroupBy(line => line.Programme).OrderBy(group => codes.Programmes.Name(group.Key), StringComparer.Ordinal).Select((group, i) => new
        {
            type = "scatter",
            name = group.Key is null ? say(none) : codes.Programmes.Name(group.Key),
            symbol = Shapes[i % Shapes.Length],
            itemStyle = new { opacity = 0.75 },
            data = group.Select(line => new
            {
                name = $"{line.Number} {line.Name}\n{figures.Money(line.Cost)}, {figures.Number(line.ValueThen, 2)}, {figures.Compact(line.FteYears, 1)} fte",
                value = new[] { (double)line.Cost.Amount / 1_000_000, Math.Round(line.ValueThen, 3) },
                // By surface, not by width: twice the people is twice the ink
                symbolSize = Math.Round(8 + (30 * Math.Sqrt(line.FteYears / widest)), 1),
                adres = $"/initiatieven/{line.Number}",
            }).ToArray(),
        }).ToArray();
        return JsonSerializer.Serialize(new
        {
            grid = new { left = 60, right = 20, top = 20, bottom = 76 },
            legend = new { bottom = 0 },
            tooltip = new { renderMode = "richText", trigger = "item", formatter = "{b}" },
            xAxis = new { type = "value", name = say(cost), nameLocation = "middle", nameGap = 28, min = 0 },
            yAxis = new { type = "value", name = say(value), nameLocation = "middle", nameGap = 40, scale = true },
            series,
        });
    }
}
