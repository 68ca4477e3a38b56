using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>Writes a model into a solver of Google.OrTools: what linear relaxation and exact search have in common.</summary>
internal static class MipModel
{
    /// <summary>Lower bound of a column. A counted score may be negative, where contributions or effects are; all else begins at 0.</summary>
    public static double Lower(Model model, int column)
    {
        for (var g = 0; g < model.Problem.Goals.Count; g++)
            if (model.Columns.Score(g) == column)
                return double.NegativeInfinity;
        return 0.0;
    }

    public static Constraint[] AddRows(Model model, Solver solver, Variable[] columns)
    {
        var rows = new Constraint[model.Rows.Count];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = solver.MakeConstraint(double.NegativeInfinity, model.Rows.Limits[r], "");
            var keys = model.Rows.Entries.Keys(r);
            var amounts = model.Rows.Entries.Amounts(r);
            for (var e = 0; e < keys.Length; e++)
                rows[r].SetCoefficient(columns[keys[e]], amounts[e]);
        }
        return rows;
    }

    /// <summary>At most one option per initiative; exactly one where it is in every plan.</summary>
    public static Constraint[] AddChoices(Model model, Solver solver, Variable[] columns, bool[] forced)
    {
        var choices = new Constraint[forced.Length];
        for (var i = 0; i < forced.Length; i++)
        {
            choices[i] = solver.MakeConstraint(forced[i] ? 1.0 : 0.0, 1.0, "");
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                choices[i].SetCoefficient(columns[o], 1.0);
        }
        return choices;
    }
}
