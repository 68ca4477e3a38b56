using System.Diagnostics;
using System.Globalization;
using Koers.Planning.Formats;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Bench.Workers;

/// <summary>Lets the <c>cbc</c> program work on the exported MPS. Its log goes to the same standard output as the verdict.</summary>
internal static class CbcWorker
{
    public static Verdict Run(string file, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var problem = ProblemReader.ReadFile(file).Required();
        var folder = Directory.CreateTempSubdirectory("koers-bench-");
        try
        {
            var mps = Path.Combine(folder.FullName, "model.mps");
            var solution = Path.Combine(folder.FullName, "solution.txt");
            using (var stream = File.Create(mps))
                MpsWriter.Write(problem, stream);
            var seconds = Math.Max(0.1, (limit - clock.Elapsed).TotalSeconds).ToString("0.###", CultureInfo.InvariantCulture);
            var threads = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
            using var cbc = Process.Start(new ProcessStartInfo(
                "cbc", [mps, "-timeMode", "elapsed", "-sec", seconds, "-threads", threads, "-solve", "-solution", solution]))!;
            cbc.WaitForExit();
            return Judge(problem, solution);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first line of a solution file says how it ended; without a plan it still lists fractions.</summary>
    private static Verdict Judge(Problem problem, string file)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : ["Failed"];
        var status = lines[0].Split(" - ")[0];
        if (lines.Length < 2 || !lines[0].Contains("objective value", StringComparison.Ordinal)
            || lines[0].Contains("no integer solution", StringComparison.OrdinalIgnoreCase)
            || lines[0].StartsWith("Infeasible", StringComparison.OrdinalIgnoreCase))
            return Verdict.Without(status);
        var values = new Dictionary<int, double>();
        foreach (var line in lines.Skip(1))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ['c', .. var column], var value, _])
                values[int.Parse(column, CultureInfo.InvariantCulture)] = double.Parse(value, CultureInfo.InvariantCulture);
        return Verdict.Of(problem, status, MpsColumns.Chosen(problem, c => values.GetValueOrDefault(c)));
    }
}
