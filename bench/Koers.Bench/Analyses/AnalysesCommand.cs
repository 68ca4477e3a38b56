using System.CommandLine;
using Koers.Bench.Contests;
using Koers.Bench.Reports;

namespace Koers.Bench.Analyses;

/// <summary>The benchmark of the analyses: how long each takes as a process, and how far its plans are behind planning for a minute.</summary>
internal static class AnalysesCommand
{
    private static readonly string[] Samples = ["gemeente-300", "gemeente-1200"];

    public static Command Make(Func<string> repository)
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Problems; default gemeente-300 and gemeente-1200." };
        var seconds = new Option<double>("--seconds") { Description = "What plans are held against: planning for so long.", DefaultValueFactory = _ => 60 };
        var output = new Option<FileInfo>("--out") { Description = "The page to write; default docs/benchmarks.md." };
        var command = new Command("analyses", "Measures the analyses.") { files, seconds, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = repository();
            var page = parsed.GetValue(output)?.FullName ?? Path.Combine(root, "docs", "benchmarks.md");
            var chosen = parsed.GetValue(files)!.Select(f => f.FullName).ToArray();
            if (chosen.Length == 0)
                chosen = [.. Samples.Select(s => Path.Combine(root, "samples", s + ".json"))];
            var conditions = new Conditions(parsed.GetValue(seconds));
            var rows = new List<AnalysisTrial.Row>();
            foreach (var file in chosen)
            {
                var trial = new AnalysisTrial(new KoersCommand(root), file, parsed.GetValue(seconds));
                await foreach (var row in trial.Run(cancellation))
                {
                    Console.WriteLine(row.Line);
                    rows.Add(row);
                    ReportFile.Replace(page, "analyses", $"""
                        {conditions.Describe([])} Plans are held against planning the same problem for that long.

                        | instance | analysis | took | plans behind planning longer | what else |
                        |---|---|---:|---:|---|
                        {string.Join('\n', rows.Select(r => r.Line))}
                        """);
                }
            }
            return 0;
        });
        return command;
    }
}
