using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Tests.Rules;

/// <summary>Reads a selection through the rows of the model alone: which rows are broken and what the columns are worth.</summary>
internal sealed class RowReading
{
    private readonly Model _model;
    private readonly double[] _columns;

    public RowReading(Model model, IReadOnlyList<int> chosen)
    {
        _model = model;
        _columns = new double[model.Columns.Count];
        foreach (var o in chosen)
            _columns[o] = 1.0;
        HireTheLeast();
        CountScoresUpToTheirCaps();
        foreach (var synergy in model.Problem.Relations.OfType<Problems.Synergy>())
            _columns[model.Columns.Synergy(synergy)] = synergy.Members.All(m => IsChosen(m)) ? 1.0 : 0.0;
    }

    public double Value => _model.Constant + _columns.Zip(_model.Objective, (x, c) => x * c).Sum();

    /// <summary>Gives a column another value than the best one: what if a bonus were claimed without ground?</summary>
    public RowReading Claiming(string column, double value)
    {
        _columns[Enumerable.Range(0, _columns.Length).First(c => _model.Columns.Name(c) == column)] = value;
        return this;
    }

    /// <summary>Names of the rows that do not hold; a column above its upper bound counts as a row of its own name.</summary>
    public IReadOnlyList<(string Rule, string Row)> Broken()
    {
        var broken = new List<(string, string)>();
        for (var c = _model.Columns.Options; c < _columns.Length; c++)
            if (_columns[c] > _model.Columns.Upper(c) + (Rule.Tolerance * Math.Max(1.0, Math.Abs(_model.Columns.Upper(c)))))
                broken.Add((RuleOfColumn(_model.Columns.Name(c)), _model.Columns.Name(c)));
        for (var r = 0; r < _model.Rows.Count; r++)
        {
            var size = Math.Max(1.0, Math.Abs(_model.Rows.Limits[r]));
            foreach (var coefficient in _model.Rows.Entries.Amounts(r))
                size = Math.Max(size, Math.Abs(coefficient));
            if (Sum(r) > _model.Rows.Limits[r] + (Rule.Tolerance * size))
                broken.Add((_model.RuleBook.Rules[_model.Rows.Rule[r]].Name, _model.Rows.Names[r]));
        }
        return broken;
    }

    private double Sum(int row)
    {
        var keys = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        var sum = 0.0;
        for (var e = 0; e < keys.Length; e++)
            sum += amounts[e] * _columns[keys[e]];
        return sum;
    }

    private void HireTheLeast()
    {
        for (var c = 0; c < _model.Problem.Capacities.Count; c++)
            for (var t = 0; _model.Problem.Capacities[c].Hire is not null && t < _model.Options.Periods; t++)
            {
                var row = Array.IndexOf(_model.Rows.Names, $"capacity/{_model.Problem.Capacities[c].Id}/{t}");
                _columns[_model.Columns.Hire(c, t)] = row < 0 ? 0.0 : Math.Max(0.0, Sum(row) - _model.Rows.Limits[row]);
            }
    }

    private void CountScoresUpToTheirCaps()
    {
        for (var g = 0; g < _model.Problem.Goals.Count; g++)
            if (_model.Problem.Goals[g].Cap is { } cap)
            {
                var score = 0.0;
                for (var o = 0; o < _model.Options.Count; o++)
                    score += _columns[o] * Selection.Amount(_model.Options.Score, o, g);
                _columns[_model.Columns.Score(g)] = Math.Min(cap, score);
            }
    }

    private bool IsChosen(Problems.InitiativeId id)
    {
        var i = _model.Options.IndexOf(id);
        return _columns[_model.Options.First[i].._model.Options.First[i + 1]].Sum() > 0.5;
    }

    private static string RuleOfColumn(string column) => column.Split('/') is ["hire", var capacity, ..] ? $"capacity/{capacity}" : column;
}
