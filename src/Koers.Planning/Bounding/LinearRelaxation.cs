using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>How solving a linear relaxation ended.</summary>
internal enum RelaxationStatus
{
    Solved,
    Infeasible,
    Stopped,
}

/// <summary>A solved linear relaxation.</summary>
/// <param name="Status">How it ended; the rest holds only where it was solved.</param>
/// <param name="Value">Its optimum: no plan is worth more.</param>
/// <param name="Share">Per column, how much of it is taken.</param>
/// <param name="Prices">Price ≥ 0 per row of the model.</param>
/// <param name="CutPrices">Price ≥ 0 per cut, in the order in which they were added.</param>
internal sealed record Relaxation(RelaxationStatus Status, double Value, double[] Share, double[] Prices, double[] CutPrices);

/// <summary>The reference formulation without whole numbers, solved by CLP through Google.OrTools.</summary>
internal sealed class LinearRelaxation : IDisposable
{
    private readonly Model _model;
    private readonly Solver _solver;
    private readonly Variable[] _columns;
    private readonly Constraint[] _rows;
    private readonly List<Constraint> _cuts = [];
    private readonly bool[] _out;

    /// <param name="model">The model.</param>
    /// <param name="outOfReach">Options to leave out; none of them is in any plan.</param>
    /// <param name="forced">Initiatives that are in every plan.</param>
    public LinearRelaxation(Model model, bool[] outOfReach, bool[] forced)
    {
        _model = model;
        _out = (bool[])outOfReach.Clone();
        _solver = Solver.CreateSolver("CLP") ?? throw new InvalidOperationException("This build of Google.OrTools has no CLP.");
        _columns = new Variable[model.Columns.Count];
        var objective = _solver.Objective();
        objective.SetMaximization();
        objective.SetOffset(model.Constant);
        for (var c = 0; c < _columns.Length; c++)
        {
            _columns[c] = _solver.MakeNumVar(MipModel.Lower(model, c), Upper(c), "");
            objective.SetCoefficient(_columns[c], model.Objective[c]);
        }
        _rows = MipModel.AddRows(model, _solver, _columns);
        MipModel.AddChoices(model, _solver, _columns, forced);
    }

    /// <summary>Number of cuts added.</summary>
    public int Cuts => _cuts.Count;

    /// <summary>Lets every option in again, also those that no plan holds: for prices that prove a bound to someone who knows only the
    /// reference formulation.</summary>
    public void LetEveryOptionIn()
    {
        Array.Clear(_out);
        for (var o = 0; o < _model.Options.Count; o++)
            _columns[o].SetUb(double.PositiveInfinity);
    }

    /// <summary>Leaves out an option that cannot be in any plan better than the best known.</summary>
    public void LeaveOut(int option)
    {
        if (_out[option])
            return;
        _out[option] = true;
        _columns[option].SetUb(0.0);
    }

    public void Add(Cut cut)
    {
        var row = _solver.MakeConstraint(double.NegativeInfinity, cut.Limit, "");
        for (var e = 0; e < cut.Options.Length; e++)
            row.SetCoefficient(_columns[cut.Options[e]], cut.Coefficients[e]);
        _cuts.Add(row);
    }

    /// <summary>Solves, from the last basis where there is one.</summary>
    /// <param name="limit">Most time to take.</param>
    public Relaxation Solve(TimeSpan limit)
    {
        _solver.SetTimeLimit(Math.Max(1L, (long)Math.Min(limit.TotalMilliseconds, int.MaxValue)));
        var status = _solver.Solve();
        if (status != Solver.ResultStatus.OPTIMAL)
            return new Relaxation(
                status == Solver.ResultStatus.INFEASIBLE ? RelaxationStatus.Infeasible : RelaxationStatus.Stopped, 0.0, [], [], []);
        return new Relaxation(
            RelaxationStatus.Solved,
            _solver.Objective().Value(),
            Array.ConvertAll(_columns, c => c.SolutionValue()),
            Array.ConvertAll(_rows, r => Math.Max(0.0, r.DualValue())),
            [.. _cuts.Select(c => Math.Max(0.0, c.DualValue()))]);
    }

    public void Dispose() => _solver.Dispose();

    private double Upper(int column) =>
        column >= _model.Columns.Options ? _model.Columns.Upper(column) : _out[column] ? 0.0 : double.PositiveInfinity;
}
