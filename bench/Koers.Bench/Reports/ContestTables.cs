using System.Globalization;
using System.Text;
using Koers.Bench.Contests;

namespace Koers.Bench.Reports;

/// <summary>The results as Markdown: a summary of all instances, then a table and a picture of each.</summary>
internal static class ContestTables
{
    private static readonly double[] Checkpoints = [1, 3, 10, 30, 60];

    public static string Write(IReadOnlyList<Contest> contests, string conditions)
    {
        var text = new StringBuilder(conditions).Append("\n\n");
        AddSummary(text, contests);
        foreach (var contest in contests)
            AddContest(text, contest);
        return text.ToString();
    }

    private static void AddSummary(StringBuilder text, IReadOnlyList<Contest> contests)
    {
        text.Append("""
            | instance | Koers | best of stock | Koers' gap | gap of stock | gap ratio | Koers has the best stock's final value after |
            |---|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var contest in contests)
        {
            var (koers, stock) = (contest.Koers, contest.BestStock);
            var best = stock is null ? "–" : $"{Figures.Value(stock.Value)} ({SolverNames.Of(stock.Solver)})";
            var reached = stock?.Value is { } target ? koers?.SecondsTo(target) : null;
            text.Append(CultureInfo.InvariantCulture, $"| {contest.Instance} | {Figures.Value(koers?.Value)} | {best} | ")
                .Append(CultureInfo.InvariantCulture, $"{Figures.Percent(koers?.Gap)} | {Figures.Percent(contest.StockGap)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Figures.Ratio(koers?.Gap / contest.StockGap)} | {Figures.Seconds(reached)} |\n");
        }
        text.Append("\nThe gap of stock sets the best plan of any stock solver against the lowest bound of any stock solver.\n");
    }

    private static void AddContest(StringBuilder text, Contest contest)
    {
        var checkpoints = Checkpoints.Where(c => c < contest.Limit).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n### {contest.Instance}\n\n")
            .Append(CultureInfo.InvariantCulture, $"![Value over time on {contest.Instance}]({CurvePicture.FileName(contest)})\n\n| solver | ");
        foreach (var checkpoint in checkpoints)
            text.Append(CultureInfo.InvariantCulture, $"{checkpoint} s | ");
        text.Append(CultureInfo.InvariantCulture, $"end ({contest.Limit} s) | bound | gap | first plan | memory | ran | plan checked |\n|---|")
            .Insert(text.Length, "---:|", checkpoints.Count + 6).Append("---|\n");
        foreach (var run in contest.Runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {SolverNames.Of(run.Solver)} | ");
            foreach (var checkpoint in checkpoints)
                text.Append(Figures.Value(run.ValueAt(checkpoint))).Append(" | ");
            text.Append(CultureInfo.InvariantCulture, $"{Figures.Value(run.Value)} | {Figures.Value(run.Bound)} | {Figures.Percent(run.Gap)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Figures.Seconds(run.FirstPlanSeconds)} | {Figures.Bytes(run.PeakBytes)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Figures.Seconds(run.Seconds)} | {Checked(run)} |\n");
        }
    }

    private static string Checked(Run run) => run switch
    {
        { Failure: { } failure } => $"failed: {failure.Replace('|', '/')}",
        { Verdict.Holds: true } => "holds",
        { Verdict.Holds: false } => "**breaks rules**",
        { Value: not null } => "log only",
        _ => $"no plan: {run.Verdict!.Status}",
    };
}
