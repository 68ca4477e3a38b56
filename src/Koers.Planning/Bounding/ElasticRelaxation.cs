using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Bounding;

/// <summary>What an elastic relaxation found.</summary>
/// <param name="IsSolved">Whether it was solved; the rest holds only then.</param>
/// <param name="Share">Per column of the model, how much of it is taken.</param>
/// <param name="Prices">Per row of the model, the price ≥ 0 of what it lacks.</param>
internal sealed record ElasticAnswer(bool IsSolved, double[] Share, double[] Prices);

/// <summary>
/// A linear relaxation in which every row may be exceeded, at a price; it asks for the least excess of the rules in force. Where some
/// excess remains, the prices of the rows name rules that cannot hold together: a row without a price is not needed for it (Farkas'
/// lemma; elastic filtering, Chinneck and Dravnieks 1991). Rules are put in and out of force without losing the basis.
/// </summary>
internal sealed class ElasticRelaxation : IDisposable
{
    private readonly Model _model;
    private readonly Solver _solver;
    private readonly MPSolverParameters _solving = new();
    private readonly Variable[] _columns;
    private readonly Constraint?[] _rows;
    private readonly Variable?[] _excess;
    private readonly double[] _size;

    /// <param name="model">The model; definitions are left out, because they stand in nobody's way.</param>
    public ElasticRelaxation(Model model)
    {
        _model = model;
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("This build of Google.OrTools has no GLOP.");
        _solving.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        _columns = new Variable[model.Columns.Count];
        for (var c = 0; c < _columns.Length; c++)
            _columns[c] = _solver.MakeNumVar(
                MipModel.Lower(model, c), c < model.Columns.Options ? double.PositiveInfinity : model.Columns.Upper(c), "");
        (_rows, _excess) = (new Constraint?[model.Rows.Count], new Variable?[model.Rows.Count]);
        _size = new double[model.Rows.Count];
        for (var r = 0; r < _rows.Length; r++)
            if (!RuleOf(r).IsDefinition)
                AddRow(r);
        MipModel.AddChoices(model, _solver, _columns, new bool[model.Options.First.Length - 1]);
        _solver.Objective().SetMinimization();
    }

    /// <summary>Finds the least excess of some of the rules.</summary>
    /// <param name="inForce">Per rule of the model, whether it counts.</param>
    /// <param name="limit">Most time to take.</param>
    /// <param name="cancelled">Stops the solution at hand.</param>
    public ElasticAnswer Solve(bool[] inForce, TimeSpan limit, CancellationToken cancelled)
    {
        if (cancelled.IsCancellationRequested || limit <= TimeSpan.Zero)
            return new ElasticAnswer(false, [], []);
        var objective = _solver.Objective();
        for (var r = 0; r < _rows.Length; r++)
            if (_excess[r] is { } excess)
                objective.SetCoefficient(excess, inForce[_model.Rows.Rule[r]] ? 1.0 / _size[r] : 0.0);
        using var stop = cancelled.Register(() => _solver.InterruptSolve());
        _solver.SetTimeLimit(Math.Max(1L, (long)Math.Min(limit.TotalMilliseconds, int.MaxValue)));
        var status = _solver.Solve(_solving);
        if (status == Solver.ResultStatus.ABNORMAL && !cancelled.IsCancellationRequested)
        {
            _solver.Reset();
            status = _solver.Solve(_solving);
        }
        return status == Solver.ResultStatus.OPTIMAL
            ? new ElasticAnswer(
                true,
                Array.ConvertAll(_columns, c => c.SolutionValue()),
                Array.ConvertAll(_rows, row => row is null ? 0.0 : Math.Max(0.0, -row.DualValue())))
            : new ElasticAnswer(false, [], []);
    }

    /// <summary>Whether prices prove, by themselves and without believing the solver, that no selection keeps the rows that have one:
    /// the least that anything chosen must put in Σ price × row is more than Σ price × limit.</summary>
    public bool Proves(ReadOnlySpan<double> prices)
    {
        var room = 0.0;
        for (var r = 0; r < prices.Length; r++)
            room += prices[r] * (_model.Rows.Limits[r] + (1.01 * Rule.Tolerance * _size[r]));
        for (var i = 0; i + 1 < _model.Options.First.Length; i++)
        {
            var most = 0.0;
            for (var o = _model.Options.First[i]; o < _model.Options.First[i + 1]; o++)
                most = Math.Max(most, -Priced(prices, o));
            room += most;
        }
        for (var c = _model.Columns.Options; c < _model.Columns.Count; c++)
            if (Priced(prices, c) is var priced && priced != 0)
                room += priced < 0 ? -priced * _model.Columns.Upper(c) : -priced * MipModel.Lower(_model, c);
        return room < 0;
    }

    public void Dispose() => _solver.Dispose();

    private Rule RuleOf(int row) => _model.RuleBook.Rules[_model.Rows.Rule[row]];

    private double Priced(ReadOnlySpan<double> prices, int column)
    {
        var rows = _model.ByColumn.Keys(column);
        var amounts = _model.ByColumn.Amounts(column);
        var sum = 0.0;
        for (var e = 0; e < rows.Length; e++)
            sum += prices[rows[e]] * amounts[e];
        return sum;
    }

    private void AddRow(int row)
    {
        var constraint = _solver.MakeConstraint(double.NegativeInfinity, _model.Rows.Limits[row], "");
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        _size[row] = Math.Max(1.0, Math.Abs(_model.Rows.Limits[row]));
        for (var e = 0; e < columns.Length; e++)
        {
            constraint.SetCoefficient(_columns[columns[e]], amounts[e]);
            _size[row] = Math.Max(_size[row], Math.Abs(amounts[e]));
        }
        var excess = _solver.MakeNumVar(0.0, double.PositiveInfinity, "");
        constraint.SetCoefficient(excess, -1.0);
        (_rows[row], _excess[row]) = (constraint, excess);
    }
}
