using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>How an exact search ended.</summary>
internal enum ExactStatus
{
    /// <summary>Nothing better than <see cref="ExactResult.Chosen"/> exists, within the gap asked for.</summary>
    Solved,

    /// <summary>No plan exists among what was searched.</summary>
    Infeasible,

    /// <summary>Time or effort ran out.</summary>
    Stopped,
}

/// <summary>What came of an exact search.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Chosen">Per initiative its option or -1; null where none was found.</param>
/// <param name="Bound">Proven upper bound of what was searched; null where there is none.</param>
internal sealed record ExactResult(ExactStatus Status, int[]? Chosen, double? Bound);

/// <summary>
/// Branch and bound by SCIP on the reference formulation, or on a part of it: options can be left out and cuts added. For problems
/// small enough to be solved to the end, for neighbourhoods of a plan, and for feasibility.
/// </summary>
internal sealed class ExactSearch : IDisposable
{
    /// <summary>SCIP's own ways to find plans. Where plans come from elsewhere they only take time: without them boston-fy25 got through
    /// 112 nodes in 40 s instead of 25 to 35.</summary>
    private static readonly string[] Heuristics =
    [
        "adaptivediving", "alns", "clique", "coefdiving", "conflictdiving", "crossover", "distributiondiving", "farkasdiving", "feaspump",
        "fracdiving", "gins", "guideddiving", "linesearchdiving", "locks", "lpface", "mpec", "objpscostdiving", "ofins", "padm",
        "pscostdiving", "randrounding", "rens", "rins", "rootsoldiving", "shiftandpropagate", "vbounds", "veclendiving",
    ];

    private static readonly string ProvingFirst =
        "nodeselection/bfs/stdpriority = 1000000\nseparating/maxroundsroot = -1\nseparating/maxstallroundsroot = 20\n"
        + string.Concat(Heuristics.Select(name => $"heuristics/{name}/freq = -1\n"));

    private readonly Model _model;
    private readonly Solver _solver;
    private readonly Variable?[] _columns;

    /// <param name="model">The model.</param>
    /// <param name="leftOut">Options that need not be looked at.</param>
    /// <param name="forced">Initiatives that must be chosen.</param>
    /// <param name="hint">A plan to begin with, per initiative an option or -1; or null.</param>
    public ExactSearch(Model model, bool[] leftOut, bool[] forced, int[]? hint)
    {
        _model = model;
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("This build of Google.OrTools has no SCIP.");
        _columns = new Variable?[model.Columns.Count];
        var objective = _solver.Objective();
        objective.SetMaximization();
        objective.SetOffset(model.Constant);
        for (var c = 0; c < _columns.Length; c++)
        {
            if (c < model.Columns.Options && leftOut[c])
                continue;
            _columns[c] = _solver.MakeVar(MipModel.Lower(model, c), model.Columns.Upper(c), model.Columns.Whole(c), "");
            objective.SetCoefficient(_columns[c], model.Objective[c]);
        }
        for (var r = 0; r < model.Rows.Count; r++)
            AddRow(model.Rows.Entries.Keys(r), model.Rows.Entries.Amounts(r), double.NegativeInfinity, model.Rows.Limits[r]);
        for (var i = 0; i < forced.Length; i++)
        {
            var options = Enumerable.Range(model.Options.First[i], model.Options.First[i + 1] - model.Options.First[i]).ToArray();
            AddRow(options, Enumerable.Repeat(1.0, options.Length).ToArray(), forced[i] ? 1.0 : double.NegativeInfinity, 1.0);
        }
        if (hint is not null)
            Hint(hint);
    }

    public void Add(Cut cut) => AddRow(cut.Options, cut.Coefficients, double.NegativeInfinity, cut.Limit);

    /// <param name="limit">Most time to take.</param>
    /// <param name="gap">Relative gap at which to stop.</param>
    /// <param name="seed">Seed of the solver's own choices.</param>
    /// <param name="nodes">Most nodes to look at; -1 = any number.</param>
    /// <param name="provingFirst">Look where the bound is worst, and cut more: the plan comes from elsewhere.</param>
    /// <param name="firstPlanOnly">Stop as soon as any plan is found.</param>
    public ExactResult Solve(TimeSpan limit, double gap, int seed, long nodes = -1, bool firstPlanOnly = false, bool provingFirst = false)
    {
        _solver.SetTimeLimit(Math.Max(1L, (long)Math.Min(limit.TotalMilliseconds, int.MaxValue)));
        // SCIP would catch a Ctrl-C for itself, and the program around it would never hear of it.
        var settings = FormattableString.Invariant(
            $"limits/gap = {gap}\nrandomization/randomseedshift = {seed & 0xffff}\nlimits/nodes = {nodes}\ndisplay/verblevel = 0\nmisc/catchctrlc = FALSE\n");
        if (provingFirst)
            settings += ProvingFirst;
        if (firstPlanOnly)
            settings += "limits/solutions = 1\n";
        _solver.SetSolverSpecificParametersAsString(settings);
        var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
        var status = _solver.Solve(parameters);
        return status switch
        {
            Solver.ResultStatus.INFEASIBLE => new ExactResult(ExactStatus.Infeasible, null, null),
            Solver.ResultStatus.OPTIMAL => new ExactResult(
                firstPlanOnly ? ExactStatus.Stopped : ExactStatus.Solved, Chosen(), firstPlanOnly ? null : Bound()),
            Solver.ResultStatus.FEASIBLE => new ExactResult(ExactStatus.Stopped, Chosen(), Bound()),
            // Without a solution the interface may answer 0 as bound: that would prove too much.
            _ => new ExactResult(ExactStatus.Stopped, null, null),
        };
    }

    /// <summary>Asks a running search to stop soon; may be called from another thread.</summary>
    public void Interrupt() => _solver.InterruptSolve();

    public void Dispose() => _solver.Dispose();

    private double? Bound()
    {
        var bound = _solver.Objective().BestBound();
        return double.IsFinite(bound) && Math.Abs(bound) < 1e19 ? bound : null;
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

    private void AddRow(ReadOnlySpan<int> columns, ReadOnlySpan<double> amounts, double least, double most)
    {
        var row = _solver.MakeConstraint(least, most, "");
        for (var e = 0; e < columns.Length; e++)
            if (_columns[columns[e]] is { } column)
                row.SetCoefficient(column, amounts[e]);
    }

    private void Hint(int[] chosen)
    {
        var (variables, values) = (new List<Variable>(), new List<double>());
        for (var o = 0; o < _model.Options.Count; o++)
            if (_columns[o] is { } column)
            {
                variables.Add(column);
                values.Add(chosen[_model.Options.Initiative[o]] == o ? 1.0 : 0.0);
            }
        _solver.SetHint([.. variables], [.. values]);
    }
}
