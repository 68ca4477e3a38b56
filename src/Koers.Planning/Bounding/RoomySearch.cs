using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Looks for any selection that keeps all rows, by SCIP: goes where the limits leave most room (<see cref="RoomyModel"/>), and ends at the
/// first selection.
/// </summary>
internal sealed class RoomySearch : IDisposable
{
    private readonly Model _model;
    private readonly Solver _solver;
    private readonly RoomyModel _roomy;

    /// <param name="model">The model.</param>
    /// <param name="leftOut">Options that no selection holds.</param>
    /// <param name="forced">Initiatives that every selection holds.</param>
    public RoomySearch(Model model, bool[] leftOut, bool[] forced)
    {
        _model = model;
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("This build of Google.OrTools has no SCIP.");
        _roomy = new RoomyModel(model, _solver, leftOut, forced);
    }

    /// <summary>Solved = a selection was found; infeasible = there is none; stopped = neither.</summary>
    public ExactResult Solve(Patience patience, int seed)
    {
        _solver.SetTimeLimit(patience.Milliseconds);
        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant(
            $"limits/solutions = 1\nlimits/nodes = {patience.Nodes}\nrandomization/randomseedshift = {seed & 0xffff}\ndisplay/verblevel = 0\nmisc/catchctrlc = FALSE\n"));
        return _solver.Solve() switch
        {
            Solver.ResultStatus.INFEASIBLE => new ExactResult(ExactStatus.Infeasible, null, null),
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => new ExactResult(ExactStatus.Solved, Chosen(), null),
            _ => new ExactResult(ExactStatus.Stopped, null, null),
        };
    }

    /// <summary>Asks a running search to stop soon; may be called from another thread.</summary>
    public void Interrupt() => _solver.InterruptSolve();

    public void Dispose() => _solver.Dispose();

    private int[] Chosen()
    {
        var chosen = new int[_model.Options.First.Length - 1];
        Array.Fill(chosen, -1);
        for (var o = 0; o < _model.Options.Count; o++)
            if (_roomy.Columns[o] is { } column && column.SolutionValue() > 0.5)
                chosen[_model.Options.Initiative[o]] = o;
        return chosen;
    }
}
