using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Writes the rows of a model into a solver with the same share of room in every limit that measures something, and asks for the most
/// room. What selections are worth is left out of it: where limits leave most room, whole initiatives still fit after rounding.
/// </summary>
internal sealed class RoomyModel
{
    /// <summary>Share of a limit beyond which more room is no use.</summary>
    public const double EnoughRoom = 0.1;

    private readonly Model _model;
    private readonly Solver _solver;

    /// <param name="model">The model; definitions are left out, because they stand in nobody's way.</param>
    /// <param name="solver">An empty solver.</param>
    /// <param name="leftOut">Options that no selection holds.</param>
    /// <param name="forced">Initiatives that every selection holds.</param>
    public RoomyModel(Model model, Solver solver, bool[] leftOut, bool[] forced)
    {
        (_model, _solver) = (model, solver);
        Columns = new Variable?[model.Columns.Count];
        for (var c = 0; c < Columns.Length; c++)
            if (c >= model.Columns.Options || !leftOut[c])
                Columns[c] = solver.MakeVar(MipModel.Lower(model, c), model.Columns.Upper(c), model.Columns.Whole(c), "");
        Room = solver.MakeNumVar(0.0, 1.0, "");
        solver.Objective().SetCoefficient(Room, 1.0);
        solver.Objective().SetMaximization();
        Rows = new Constraint?[model.Rows.Count];
        for (var r = 0; r < Rows.Length; r++)
            if (!model.RuleBook.Rules[model.Rows.Rule[r]].IsDefinition)
                Rows[r] = AddRow(r);
        for (var i = 0; i < forced.Length; i++)
            AddChoice(i, forced[i]);
    }

    /// <summary>The columns of the model; null for options that are left out.</summary>
    public Variable?[] Columns { get; }

    /// <summary>The rows of the model; null for definitions.</summary>
    public Constraint?[] Rows { get; }

    /// <summary>How much room there is: 1 = <see cref="EnoughRoom"/> of every limit that measures something.</summary>
    public Variable Room { get; }

    private Constraint AddRow(int row)
    {
        var constraint = _solver.MakeConstraint(double.NegativeInfinity, _model.Rows.Limits[row], "");
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        for (var e = 0; e < columns.Length; e++)
            if (Columns[columns[e]] is { } column)
                constraint.SetCoefficient(column, amounts[e]);
        constraint.SetCoefficient(Room, Measures(row) ? EnoughRoom * Math.Abs(_model.Rows.Limits[row]) : 0.0);
        return constraint;
    }

    // Room in a row of zeros and ones would be a whole initiative
    private bool Measures(int row) =>
        _model.RuleBook.Rules[_model.Rows.Rule[row]].Name is var name
        && (name.StartsWith("budget/", StringComparison.Ordinal) || name.StartsWith("capacity/", StringComparison.Ordinal)
            || name.StartsWith("frame/", StringComparison.Ordinal));

    private void AddChoice(int initiative, bool isForced)
    {
        var choice = _solver.MakeConstraint(isForced ? 1.0 : double.NegativeInfinity, 1.0, "");
        for (var o = _model.Options.First[initiative]; o < _model.Options.First[initiative + 1]; o++)
            if (Columns[o] is { } column)
                choice.SetCoefficient(column, 1.0);
    }
}
