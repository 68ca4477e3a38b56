using System.Diagnostics;
using System.Text;
using Google.OrTools.ModelBuilder;
using Koers.Planning.Formats;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Bench.Workers;

/// <summary>
/// Lets a solver of OR-Tools work on the reference formulation, as anybody would who has the exported MPS. Its log goes to standard output,
/// where the benchmark reads value and bound over time; the last line is the <see cref="Verdict"/>.
/// </summary>
internal static class StockWorker
{
    /// <summary>CP-SAT rounds continuous columns (hired people, counted scores) to whole numbers unless they are scaled; eight workers are
    /// the number it is tuned for.</summary>
    private const string CpSatParameters = "num_workers:8,mip_var_scaling:1000,log_search_progress:true";

    public static Verdict Run(string solverName, string file, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var problem = ProblemReader.ReadFile(file).Required();
        var model = Import(problem);
        var solver = new Solver(solverName);
        if (!solver.SolverIsSupported())
            throw new NotSupportedException($"This build of OR-Tools has no solver '{solverName}'.");
        solver.EnableOutput(true);
        if (solverName == "sat")
            solver.SetSolverSpecificParameters(CpSatParameters);
        solver.SetTimeLimitInSeconds(Math.Max(0.1, (limit - clock.Elapsed).TotalSeconds));
        var status = solver.Solve(model);
        if (!solver.HasSolution())
            return Verdict.Without(status.ToString());
        var values = new double[model.VariablesCount()];
        for (var c = 0; c < values.Length; c++)
            values[c] = solver.Value(model.VarFromIndex(c));
        var chosen = MpsColumns.Chosen(problem, column => values[column]);
        return Verdict.Of(problem, status.ToString(), chosen);
    }

    private static Model Import(Problem problem)
    {
        using var mps = new MemoryStream();
        MpsWriter.Write(problem, mps);
        var model = new Model();
        model.ImportFromMpsString(Encoding.ASCII.GetString(mps.GetBuffer(), 0, (int)mps.Length));
        return model;
    }
}
