using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Formulation;

/// <summary>
/// The columns of the reference formulation: first the options, then hiring per capacity and period, counted scores of goals with a cap,
/// and synergies. This class says which number a column has, what it is called and what its upper bound is.
/// </summary>
internal sealed class Columns
{
    private readonly OptionSet _options;
    private readonly int[] _hire;
    private readonly int[] _score;
    private readonly Dictionary<Synergy, int> _synergy = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _names = [];
    private readonly List<double> _upper = [];
    private readonly List<bool> _whole = [];

    public Columns(OptionSet options)
    {
        _options = options;
        var problem = options.Problem;
        _hire = new int[problem.Capacities.Count];
        for (var c = 0; c < _hire.Length; c++)
        {
            _hire[c] = Count;
            if (problem.Capacities[c].Hire is { } hire)
                for (var t = 0; t < options.Periods; t++)
                    Add($"hire/{problem.Capacities[c].Id}/{t}", hire.MaxPerPeriod, whole: false);
            else
                _hire[c] = -1;
        }
        _score = new int[problem.Goals.Count];
        for (var g = 0; g < _score.Length; g++)
        {
            _score[g] = -1;
            if (problem.Goals[g].Cap is { } cap)
            {
                _score[g] = Count;
                Add($"score/{problem.Goals[g].Id}", cap, whole: false);
            }
        }
        foreach (var synergy in problem.Relations.OfType<Synergy>())
        {
            _synergy[synergy] = Count;
            Add($"synergy/{synergy.Id}", 1.0, whole: synergy.Value < 0);
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count => _options.Count + _names.Count;

    /// <summary>Number of columns that are options.</summary>
    public int Options => _options.Count;

    /// <summary>Units of a capacity hired in a period; -1 where that capacity cannot be hired.</summary>
    public int Hire(int capacity, int period) => _hire[capacity] < 0 ? -1 : _hire[capacity] + period;

    /// <summary>Counted score of a goal; -1 where the goal has no cap.</summary>
    public int Score(int goal) => _score[goal];

    /// <summary>Whether a synergy is realised.</summary>
    public int Synergy(Synergy synergy) => _synergy[synergy];

    public double Upper(int column) => column < Options ? 1.0 : _upper[column - Options];

    /// <summary>Whether a column must be a whole number in every plan (and the model must say so).</summary>
    public bool Whole(int column) => column < Options || _whole[column - Options];

    public string Name(int column)
    {
        if (column >= Options)
            return _names[column - Options];
        var choice = _options.ChoiceOf(column);
        return $"x/{choice.Initiative}/{choice.Variant}/{choice.Start}";
    }

    private void Add(string name, double upper, bool whole)
    {
        _names.Add(name);
        _upper.Add(upper);
        _whole.Add(whole);
    }
}
