using System.Globalization;
using System.Text;
using Koers.App.Storage;
using Koers.Bench.Contests;

namespace Koers.Bench.Serving;

/// <summary>The figures of the server as a table.</summary>
internal static class ServerReport
{
    /// <summary>Most milliseconds within which 95 of 100 answers are to come.</summary>
    public const double MostMilliseconds = 30;

    private const double LeastPerSecond = 500;
    private const double MostSeconds = 2;
    private const double MostSlower = 2;
    private const double MostImportSeconds = 10;
    private const double MostBytes = 250e6;

    public static string NameOf(DatabaseKind database) => database == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL";

    public static string Write(IReadOnlyList<ServerFigures> all, string picture)
    {
        var date = TimeProvider.System.GetLocalNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        Append(text, $"Measured on {date}: {Machine.Describe()}.\n\n![The 95th percentile of each question]({picture})\n");
        foreach (var figures in all)
            Table(text, figures);
        return text.ToString();
    }

    private static void Table(StringBuilder text, ServerFigures figures)
    {
        Append(text, $"\n**{NameOf(figures.Database)}**, {figures.Initiatives:#,0} initiatives, {figures.Clients} clients at once, {figures.Seconds} s each");
        Append(text, $"{(figures.Load is { } load ? $"; load of the machine before: {load.ToString("0.0", CultureInfo.InvariantCulture)}" : "")}.\n\n");
        Append(text, $"| | target | at rest | while a plan is made |\n|---|---|---|---|\n");
        foreach (var question in figures.Loads.GroupBy(load => load.Question))
        {
            var (rest, plan) = (question.Single(load => !load.IsPlanning && !load.IsPaced), question.Single(load => load.IsPlanning));
            var paced = question.Single(load => load.IsPaced);
            Append(text, $"| {question.Key}: answers a second | {LeastPerSecond} | {rest.PerSecond:#,0}{Missed(rest.PerSecond < LeastPerSecond)} | {plan.PerSecond:#,0} |\n");
            Append(text, $"| the same: 95th percentile | {MostMilliseconds} ms | {rest.Most:0.0} ms{Missed(rest.Most > MostMilliseconds)} | {plan.Most:0.0} ms |\n");
            Append(text, $"| the same: 95th percentile while they ask {paced.PerSecond:#,0} times a second | {MostMilliseconds} ms | {paced.Most:0.0} ms{Missed(paced.Most > MostMilliseconds)} | |\n");
            // Who has more answers in the same time waits less for each: fifty clients ask again at once
            var slower = rest.PerSecond / plan.PerSecond;
            Append(text, $"| the same: fewer answers a second while a plan is made, by a factor | {MostSlower} | | {slower:0.0}{Missed(slower > MostSlower)} |\n");
            if (rest.Failed + plan.Failed + paced.Failed > 0)
                Append(text, $"| the same: answers that were none | 0 | {rest.Failed + paced.Failed}{Missed(rest.Failed + paced.Failed > 0)} | {plan.Failed}{Missed(plan.Failed > 0)} |\n");
        }

        var (start, starts) = (figures.Starts[figures.Starts.Count / 2], figures.Starts);
        Append(text, $"| start to first answer, median of {starts.Count} ({starts[0]:0.00} to {starts[^1]:0.00} s) | {MostSeconds} s | {start:0.00} s{Missed(start > MostSeconds)} | |\n");
        Append(text, $"| memory | {MostBytes / 1e6:0} MB | {figures.AtRest / 1e6:0} MB{Missed(figures.AtRest > MostBytes)} | {figures.AtEnd / 1e6:0} MB at the end |\n");
        if (figures.Import is { } import)
            Append(text, $"| importing {import.Initiatives:#,0} initiatives ({import.Bytes / 1e6:0.0} MB): seeing what would change, and storing it | {MostImportSeconds} s | {import.Preview:0.0} + {import.Storing:0.0} s{Missed(import.Preview + import.Storing > MostImportSeconds)} | |\n");
    }

    private static string Missed(bool isMissed) => isMissed ? ": MISSED" : "";

    private static void Append(StringBuilder text, FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
}
