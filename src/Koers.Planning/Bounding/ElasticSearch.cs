using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// The reference formulation with limits that may give way at a price, solved by SCIP for the least price (elastic programming, Chinneck
/// and Dravnieks 1991). What plans are worth is left out of it.
/// </summary>
internal sealed class ElasticSearch : IDisposable
{
    private readonly Model _model;
    private readonly Solver _solver;
    private readonly Variable[] _columns;
    private readonly Variable[] _amounts;
    private readonly IReadOnlyList<Slack> _slacks;
    private readonly Constraint?[] _rows;

    /// <param name="model">The model.</param>
    /// <param name="slacks">What can give way.</param>
    public ElasticSearch(Model model, IReadOnlyList<Slack> slacks)
    {
        (_model, _slacks) = (model, slacks);
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("This build of Google.OrTools has no SCIP.");
        _columns = new Variable[model.Columns.Count];
        for (var c = 0; c < _columns.Length; c++)
            _columns[c] = _solver.MakeVar(MipModel.Lower(model, c), model.Columns.Upper(c), model.Columns.Whole(c), "");
        _rows = new Constraint?[model.Rows.Count];
        var shares = slacks.Select(slack => slack.Shares?.Row ?? -1).ToHashSet();
        for (var r = 0; r < _rows.Length; r++)
            if (!model.RuleBook.Rules[model.Rows.Rule[r]].IsDefinition && !shares.Contains(r))
                _rows[r] = AddRow(r, model.Rows.Limits[r]);
        MipModel.AddChoices(model, _solver, _columns, new bool[model.Options.First.Length - 1]);
        _amounts = [.. slacks.Select(Add)];
        _solver.Objective().SetMinimization();
        for (var s = 0; s < slacks.Count; s++)
            _solver.Objective().SetCoefficient(_amounts[s], slacks[s].Price);
    }

    /// <summary>Begins at a selection.</summary>
    public void Hint(IReadOnlySet<int> options) => _solver.SetHint(
        _columns[.._model.Options.Count], [.. Enumerable.Range(0, _model.Options.Count).Select(o => options.Contains(o) ? 1.0 : 0.0)]);

    /// <summary>Lets some slacks together cost no more than this.</summary>
    public void Cap(IEnumerable<int> slacks, double most)
    {
        var cap = _solver.MakeConstraint(double.NegativeInfinity, most, "");
        foreach (var s in slacks)
            cap.SetCoefficient(_amounts[s], _slacks[s].Price);
    }

    /// <summary>Counts only some slacks in the price; the others are free.</summary>
    public void CountOnly(IReadOnlySet<int> slacks)
    {
        for (var s = 0; s < _amounts.Length; s++)
            _solver.Objective().SetCoefficient(_amounts[s], slacks.Contains(s) ? _slacks[s].Price : 0.0);
    }

    // Good ways out come from rounding and from neighbourhoods; many rounds of cuts at the root would take their time
    private const string Searching =
        "separating/maxroundsroot = 5\nheuristics/rins/freq = 10\nheuristics/crossover/freq = 10\nheuristics/rens/freq = 0\n";

    /// <param name="patience">How long to search.</param>
    /// <param name="seed">Seed of the solver's own choices.</param>
    public ElasticResult Solve(Patience patience, int seed)
    {
        _solver.SetTimeLimit(patience.Milliseconds);
        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant(
            $"limits/gap = 0\nlimits/nodes = {patience.Nodes}\nrandomization/randomseedshift = {seed & 0xffff}\ndisplay/verblevel = 0\nmisc/catchctrlc = FALSE\n") + Searching);
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0.0);
        var status = _solver.Solve(parameters);
        if (status == Solver.ResultStatus.INFEASIBLE)
            return new ElasticResult(ExactStatus.Infeasible, null, [], null, null);
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            return new ElasticResult(ExactStatus.Stopped, null, [], null, null);
        var bound = _solver.Objective().BestBound();
        return new ElasticResult(
            status == Solver.ResultStatus.OPTIMAL ? ExactStatus.Solved : ExactStatus.Stopped,
            Chosen(), [.. _amounts.Select(a => Math.Max(0.0, a.SolutionValue()))], _solver.Objective().Value(),
            double.IsFinite(bound) && Math.Abs(bound) < 1e19 ? Math.Max(0.0, bound) : 0.0);
    }

    /// <summary>Asks a running search to stop soon; may be called from another thread.</summary>
    public void Interrupt() => _solver.InterruptSolve();

    public void Dispose() => _solver.Dispose();

    /// <summary>The most that anything chosen can put in a row, less so many times the whole.</summary>
    public static double Most(Model model, int row, ShareSteps? shares = null, double step = 0.0)
    {
        var columns = model.Rows.Entries.Keys(row);
        var amounts = model.Rows.Entries.Amounts(row);
        var byInitiative = new double[model.Options.First.Length - 1];
        var most = 0.0;
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] >= model.Columns.Options)
                most += Math.Max(0.0, amounts[e]) * model.Columns.Upper(columns[e]);
            else if (model.Options.Initiative[columns[e]] is var i)
                byInitiative[i] = Math.Max(byInitiative[i], amounts[e] - (step * (shares?.Whole[columns[e]] ?? 0.0)));
        // Options that are not in the row itself, and still in the whole: less than nothing spent makes room
        for (var o = 0; shares is not null && o < model.Options.Count; o++)
            if (columns.BinarySearch(o) < 0)
                byInitiative[model.Options.Initiative[o]] = Math.Max(byInitiative[model.Options.Initiative[o]], -step * shares.Whole[o]);
        return most + byInitiative.Sum();
    }

    private Variable Add(Slack slack)
    {
        var amount = _solver.MakeVar(0.0, slack.Most, slack.IsWhole, "");
        foreach (var (row, perUnit) in slack.Rows)
            _rows[row]!.SetCoefficient(amount, -perUnit);
        if (slack.Shares is { } shares)
            AddSteps(shares, amount);
        return amount;
    }

    private void AddSteps(ShareSteps shares, Variable amount)
    {
        var (row, whole) = (Sum(shares.Row), _solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, ""));
        var sum = _solver.MakeConstraint(0.0, 0.0, "");
        sum.SetCoefficient(whole, -1.0);
        for (var o = 0; o < shares.Whole.Count; o++)
            if (shares.Whole[o] != 0)
                sum.SetCoefficient(_columns[o], shares.Whole[o]);
        var one = _solver.MakeConstraint(1.0, 1.0, "");
        var taken = _solver.MakeConstraint(0.0, 0.0, "");
        taken.SetCoefficient(amount, -1.0);
        foreach (var step in shares.Steps.Prepend(0.0))
        {
            var chosen = _solver.MakeBoolVar("");
            one.SetCoefficient(chosen, 1.0);
            taken.SetCoefficient(chosen, step);
            var most = Math.Max(0.0, Most(_model, shares.Row, shares, step) - _model.Rows.Limits[shares.Row]);
            var kept = _solver.MakeConstraint(double.NegativeInfinity, _model.Rows.Limits[shares.Row] + most, "");
            kept.SetCoefficient(row, 1.0);
            kept.SetCoefficient(whole, -step);
            kept.SetCoefficient(chosen, most);
        }
    }

    /// <summary>A column that equals what is put in a row.</summary>
    private Variable Sum(int row)
    {
        var sum = _solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "");
        var equals = _solver.MakeConstraint(0.0, 0.0, "");
        equals.SetCoefficient(sum, -1.0);
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
            equals.SetCoefficient(_columns[columns[e]], amounts[e]);
        return sum;
    }

    private Constraint AddRow(int row, double limit)
    {
        var constraint = _solver.MakeConstraint(double.NegativeInfinity, limit, "");
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
            constraint.SetCoefficient(_columns[columns[e]], amounts[e]);
        return constraint;
    }

    private int[] Chosen()
    {
        var chosen = new int[_model.Options.First.Length - 1];
        Array.Fill(chosen, -1);
        for (var o = 0; o < _model.Options.Count; o++)
            if (_columns[o].SolutionValue() > 0.5)
                chosen[_model.Options.Initiative[o]] = o;
        return chosen;
    }
}
