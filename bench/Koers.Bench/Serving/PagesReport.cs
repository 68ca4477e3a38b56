using System.Globalization;
using System.Text;
using Koers.Bench.Contests;

namespace Koers.Bench.Serving;

/// <summary>The figures of pages as a table.</summary>
internal static class PagesReport
{
    private const double MostMilliseconds = 50;
    private const double MostBytes = 600e6;

    public static string Write(PagesFigures figures)
    {
        var date = TimeProvider.System.GetLocalNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        Append(text, $"Measured on {date}: {Machine.Describe()}. {ServerReport.NameOf(figures.Database)}, {figures.Initiatives:#,0} initiatives, {figures.People} people at once");
        Append(text, $"{(figures.Load is { } load ? $"; load of the machine before: {load.ToString("0.0", CultureInfo.InvariantCulture)}" : "")}.\n\n");
        Append(text, $"| page | looking {PagesTrial.Look / 1000.0:0.#} s at each: 95th percentile (target {MostMilliseconds} ms) | median | asking again at once: pages a second | 95th percentile |\n|---|---|---|---|---|\n");
        foreach (var page in figures.Pages)
        {
            Append(text, $"| `{page.Page}` | {page.Looking.Most:0.0} ms{Missed(page.Looking.Most > MostMilliseconds)} | {page.Looking.Median:0.0} ms | {page.Pressing.PerSecond:#,0} | {page.Pressing.Most:0} ms |\n");
            if (page.Looking.Failed + page.Pressing.Failed > 0)
                Append(text, $"| the same: pages that were none | {page.Looking.Failed} | | | {page.Pressing.Failed} |\n");
        }

        Append(text, $"\nMemory with {figures.Many} people signed in and looking (target {MostBytes / 1e6:0} MB): {figures.Memory / 1e6:0} MB{Missed(figures.Memory > MostBytes)}.\n");
        return text.ToString();
    }

    private static string Missed(bool isMissed) => isMissed ? ": MISSED" : "";

    private static void Append(StringBuilder text, FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
}
