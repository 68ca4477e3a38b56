using System.CommandLine;
using Koers.Bench.Contests;
using Koers.Bench.Generation;
using Koers.Bench.Reports;

namespace Koers.Bench.Conflicts;

/// <summary><c>conflicts</c>: which rules are named where no plan exists, and how long that takes, over kinds, sizes and seeds.</summary>
internal static class ConflictsCommand
{
    public static Command Make(Func<string> repository)
    {
        var kinds = new Option<Contradiction[]>("--kinds")
        {
            Description = "Why no plan exists.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [Contradiction.Goals],
        };
        var sizes = Numbers("--initiatives", "Numbers of initiatives.", [300]);
        var seeds = Numbers("--seeds", "Seeds of the municipalities.", [.. Enumerable.Range(1, 18)]);
        var seconds = new Option<double>("--seconds") { Description = "Time limit of each.", DefaultValueFactory = _ => 60 };
        var output = new Option<FileInfo>("--out") { Description = "The page to write; default docs/benchmarks.md." };
        var command = new Command("conflicts", "Measures how conflicts of impossible municipalities are named.") { kinds, sizes, seeds, seconds, output };
        command.SetAction((parsed, cancellation) =>
        {
            var page = parsed.GetValue(output)?.FullName ?? Path.Combine(repository(), "docs", "benchmarks.md");
            var limit = parsed.GetValue(seconds);
            var conditions = new Conditions(limit);
            var lines = new List<string>();
            foreach (var settings in from kind in parsed.GetValue(kinds)!
                                     from size in parsed.GetValue(sizes)!
                                     from seed in parsed.GetValue(seeds)!
                                     select new MunicipalitySettings { Contradiction = kind, Initiatives = size, Seed = seed })
            {
                if (cancellation.IsCancellationRequested)
                    break;
                lines.Add(ConflictTrial.Run(settings, TimeSpan.FromSeconds(limit), cancellation));
                Console.WriteLine(lines[^1]);
                ReportFile.Replace(page, "conflicts", $"""
                    {conditions.Describe([])}

                    {ConflictTrial.Heading}
                    {string.Join('\n', lines)}
                    """);
            }
            return Task.FromResult(0);
        });
        return command;
    }

    private static Option<int[]> Numbers(string name, string description, int[] chosen) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => chosen };
}
