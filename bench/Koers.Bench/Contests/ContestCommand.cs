using System.CommandLine;
using Koers.Bench.Reports;

namespace Koers.Bench.Contests;

/// <summary>The benchmark itself: every solver on every instance, one at a time.</summary>
internal static class ContestCommand
{
    private static readonly string[] Solvers = ["koers", "scip", "cp-sat", "highs", "cbc"];
    private static readonly string[] Samples = ["PI_1", "boston-fy25", "gemeente-60", "gemeente-300", "gemeente-1200"];

    public static RootCommand Make()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Problems; default the five large samples." };
        var seconds = new Option<double>("--seconds") { Description = "Time limit of each solver.", DefaultValueFactory = _ => 60 };
        var solvers = new Option<string>("--solvers")
        {
            Description = $"Which of {string.Join(",", Solvers)}.",
            DefaultValueFactory = _ => string.Join(',', Solvers),
        };
        var output = new Option<FileInfo>("--out") { Description = "The page to write; default docs/benchmarks.md." };
        var firstPlan = new Option<bool>("--first-plan")
        {
            Description = "Measure how Koers scales instead: reading, first plan, memory; default on generated municipalities.",
        };
        seconds.Validators.Add(r =>
        {
            if (!(r.GetValue(seconds) is >= 1 and <= 86_400))
                r.AddError("--seconds: expected 1 to 86400.");
        });
        solvers.Validators.Add(r =>
        {
            foreach (var name in r.GetValue(solvers)!.Split(',').Except(Solvers))
                r.AddError($"--solvers: '{name}' is not one of {string.Join(", ", Solvers)}.");
        });
        var root = new RootCommand("Measures Koers beside stock solvers on the reference formulation.") { files, seconds, solvers, output, firstPlan };
        root.SetAction(async (parsed, cancellation) =>
        {
            var page = parsed.GetValue(output)?.FullName ?? Path.Combine(Repository(), "docs", "benchmarks.md");
            var chosen = parsed.GetValue(files)!.Select(f => f.FullName).ToArray();
            if (parsed.GetValue(firstPlan))
                await ScaleTrial.Run(chosen, parsed.GetValue(seconds), page, cancellation);
            else
                await Run(chosen, parsed.GetValue(solvers)!.Split(','), parsed.GetValue(seconds), page, cancellation);
            return 0;
        });
        return root;
    }

    private static async Task Run(string[] files, string[] solvers, double seconds, string page, CancellationToken cancellation)
    {
        if (files.Length == 0)
            files = [.. Samples.Select(s => Path.Combine(Repository(), "samples", s + ".json"))];
        if (solvers.Contains("cbc") && !CbcProgram.IsThere(Console.Error))
            solvers = [.. solvers.Where(s => s != "cbc")];
        var conditions = new Conditions(seconds);
        var contests = new List<Contest>();
        foreach (var file in files)
        {
            var instance = Path.GetFileNameWithoutExtension(file);
            var runs = new List<Run>();
            foreach (var solver in solvers)
            {
                var run = await ChildProcess.Measure(solver, file, seconds, cancellation);
                runs.Add(run);
                Console.WriteLine($"{instance} {SolverNames.Of(solver)}: value {Figures.Value(run.Value)}, bound {Figures.Value(run.Bound)}, "
                    + $"gap {Figures.Percent(run.Gap)}, {Figures.Bytes(run.PeakBytes)}, {Figures.Seconds(run.Seconds)} {run.Failure}");
            }
            contests.Add(new Contest(instance, seconds, runs));
            Write(contests, conditions, page);
        }
    }

    /// <summary>After every instance: what has been measured stays when the rest is broken off.</summary>
    private static void Write(List<Contest> contests, Conditions conditions, string page)
    {
        ReportFile.Replace(page, "results", ContestTables.Write(contests, conditions.Describe(contests.SelectMany(c => c.Runs))));
        var contest = contests[^1];
        var picture = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(page))!, CurvePicture.FileName(contest));
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        File.WriteAllText(picture, CurvePicture.Draw(contest));
    }

    /// <summary>The folder with the solution, from wherever inside it the benchmark runs.</summary>
    internal static string Repository()
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Koers.slnx")))
                    return folder.FullName;
        return Environment.CurrentDirectory;
    }
}
