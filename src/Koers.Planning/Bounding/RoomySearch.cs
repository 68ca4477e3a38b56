using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Looks for any selection that keeps all rows, by SCIP. What selections are worth is left out of it: the search goes where the limits
/// leave most room, so that whole initiatives still fit after rounding, and ends at the first selection.
/// </summary>
internal sealed class RoomySearch : IDisposable
{
    /// <summary>Share of a limit beyond which more room is no use.</summary>
    private const double EnoughRoom = 0.1;

    private readonly Model _model;
    private readonly Solver _solver;
    private readonly Variable?[] _columns;

    /// <param name="model">The model.</param>
    /// <param name="leftOut">Options that no selection holds.</param>
    /// <param name="forced">Initiatives that every selection holds.</param>
    public RoomySearch(Model model, bool[] leftOut, bool[] forced)
    {
        _model = model;
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("This build of Google.OrTools has no SCIP.");
        _columns = new Variable?[model.Columns.Count];
        for (var c = 0; c < _columns.Length; c++)
            if (c >= model.Columns.Options || !leftOut[c])
                _columns[c] = _solver.MakeVar(MipModel.Lower(model, c), model.Columns.Upper(c), model.Columns.Whole(c), "");
        var room = _solver.MakeNumVar(0.0, 1.0, "");
        _solver.Objective().SetCoefficient(room, 1.0);
        _solver.Objective().SetMaximization();
        for (var r = 0; r < model.Rows.Count; r++)
            if (!model.RuleBook.Rules[model.Rows.Rule[r]].IsDefinition)
                AddRow(r).SetCoefficient(room, Measures(model, r) ? EnoughRoom * Math.Abs(model.Rows.Limits[r]) : 0.0);
        for (var i = 0; i < forced.Length; i++)
        {
            var choice = _solver.MakeConstraint(forced[i] ? 1.0 : double.NegativeInfinity, 1.0, "");
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                if (_columns[o] is { } column)
                    choice.SetCoefficient(column, 1.0);
        }
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

    // Room in a row of zeros and ones would be a whole initiative
    private static bool Measures(Model model, int row) =>
        model.RuleBook.Rules[model.Rows.Rule[row]].Name is var name
        && (name.StartsWith("budget/", StringComparison.Ordinal) || name.StartsWith("capacity/", StringComparison.Ordinal)
            || name.StartsWith("frame/", StringComparison.Ordinal));

    private Constraint AddRow(int row)
    {
        var constraint = _solver.MakeConstraint(double.NegativeInfinity, _model.Rows.Limits[row], "");
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
            if (_columns[columns[e]] is { } column)
                constraint.SetCoefficient(column, amounts[e]);
        return constraint;
    }

    private int[] Chosen()
    {
        var chosen = new int[_model.Options.First.Length - 1];
        Array.Fill(chosen, -1);
        for (var o = 0; o < _model.Options.Count; o++)
            if (_columns[o] is { } column && column.SolutionValue() > 0.5)
                chosen[_model.Options.Initiative[o]] = o;
        return chosen;
    }
}
