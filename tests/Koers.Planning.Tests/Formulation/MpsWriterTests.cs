using System.Diagnostics;
using System.Text;
using Google.OrTools.ModelBuilder;
using Koers.Planning.Formats;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formulation;

public sealed class MpsWriterTests
{
    /// <summary>Two initiatives that need both hired people and money, a capped goal, an overlap and an earlier plan.</summary>
    private const string TwoInitiatives = """
        {
          "format": "koers-problem/1", "name": "two", "horizon": { "start": "2027-01-01", "periods": 2, "periodsPerYear": 1 },
          "value": { "normalise": false },
          "goals": [ { "id": "g", "name": "G", "weight": 1 }, { "id": "h", "name": "H", "weight": 2, "cap": 3 } ],
          "budgets": [ { "id": "m", "name": "M", "perYear": [11, 0], "carryOver": true } ],
          "capacities": [
            { "id": "p", "name": "P", "perPeriod": [1, 1], "hire": { "maxPerPeriod": 1, "price": 1, "budget": "m" } } ],
          "initiatives": [
            { "id": "a", "name": "A", "variants": [
              { "id": "full", "duration": 1, "spend": { "m": [6] }, "effort": { "p": [1] }, "contribution": { "g": 4 } },
              { "id": "lean", "duration": 1, "spend": { "m": [5] }, "effort": { "p": [1] }, "contribution": { "g": 2 } } ] },
            { "id": "b", "name": "B", "variants": [
              { "id": "only", "duration": 1, "spend": { "m": [5] }, "effort": { "p": [1] }, "contribution": { "h": 5 } } ] } ],
          "relations": [ { "id": "s", "type": "synergy", "initiatives": ["a", "b"], "value": -1 } ],
          "reference": {
            "plan": [ { "initiative": "a", "variant": "full", "start": 0 } ], "dropPenalty": 1, "variantPenalty": 0.5 }
        }
        """;

    // Period 0 (period 1 is too late to have an effect):
    //   a full             6 money       4 points                                         = 4
    //   b                  5 money       2 × min(5, 3) - 1 for dropping a                 = 5
    //   a lean and b       5 + 5 + 1 for the hired person = 11 money: fits
    //                                    2 - 0.5 for the variant + 6 - 1 for the overlap  = 6.5, the best
    //   a full and b       12 money: too much
    [Fact]
    public void The_written_model_has_the_optimum_of_the_problem()
    {
        var solver = Solve(Written(Read(TwoInitiatives)));
        Assert.Equal(-6.5, solver.ObjectiveValue, 1e-9);
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("nl-NL");
            Assert.Contains(" value -2.5\n", Written(Read(TwoInitiatives)), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Small_shared_problems_have_the_rows_columns_and_numbers_of_the_reference()
    {
        foreach (var file in RealFiles.Problems.Select(row => row.Data).Where(file => new FileInfo(file).Length < 100_000))
        {
            if (ReferenceMps(file) is not { } expected)
                continue;
            var written = Written(ProblemReader.ReadFile(file).Required());
            foreach (var section in new[] { "ROWS", "COLUMNS", "RHS", "BOUNDS" })
                Assert.Equal(Numbers(expected, section), Numbers(written, section), Close);
        }
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));

    /// <summary>The last number of every line of a section, sorted: 0 where a line has none (a row, a marker).</summary>
    private static List<double> Numbers(string mps, string section)
    {
        var lines = mps.Split('\n').SkipWhile(l => l != section).Skip(1).TakeWhile(l => l.StartsWith(' '));
        var numbers = lines.Select(l => double.TryParse(
            l[(l.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0);
        return [.. numbers.Order()];
    }

    private static Problem Read(string json) => ProblemReader.Read(Encoding.UTF8.GetBytes(json)).Required();

    private static string Written(Problem problem)
    {
        using var stream = new MemoryStream();
        MpsWriter.Write(problem, stream);
        return Encoding.ASCII.GetString(stream.ToArray());
    }

    private static Solver Solve(string mps)
    {
        var model = new Google.OrTools.ModelBuilder.Model();
        model.ImportFromMpsString(mps);
        var solver = new Solver("scip");
        Assert.Equal(SolveStatus.OPTIMAL, solver.Solve(model));
        return solver;
    }

    /// <summary>What the reference script writes; null where it or Python is not on this machine.</summary>
    private static string? ReferenceMps(string problem)
    {
        var script = Path.Combine(Path.GetDirectoryName(problem)!, "..", "contract", "koers_reference.py");
        if (!File.Exists(script))
            return null;
        var output = Path.GetTempFileName();
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, "mps", problem, output]))!;
            python.WaitForExit();
            return python.ExitCode == 0 ? File.ReadAllText(output) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(output);
        }
    }
}
