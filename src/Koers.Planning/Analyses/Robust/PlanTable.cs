using System.Collections;
using System.Runtime.InteropServices;
using Koers.Planning.Checking;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>Plans and scenarios: what every plan is worth in every scenario, and whether it keeps the rules there. Values are worked out
/// from the scores of the plan, which weights do not change.</summary>
internal sealed class PlanTable
{
    private readonly Problem _problem;
    private readonly OptionSet _options;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];

    /// <summary>Whether scores or costs change what rules measure, so that a plan can hold in one scenario and not in another.</summary>
    private readonly bool _rulesVary;

    public PlanTable(Problem problem, IReadOnlyList<Scenario> scenarios)
    {
        (_problem, Scenarios) = (problem, scenarios);
        _options = new OptionSet(problem);
        _rulesVary = scenarios.Any(s => s.Cost is not null)
            || (scenarios.Any(s => s.Score is not null) && problem.Frames.Any(f => f is GoalFloor));
    }

    public IReadOnlyList<Scenario> Scenarios { get; }

    public int Plans => _rows.Count;

    /// <summary>What a plan chooses.</summary>
    public IReadOnlyList<Choice> Selected(int plan) => [.. _rows[plan].Chosen.Select(_options.ChoiceOf)];

    /// <summary>Initiatives (by index) that a plan has.</summary>
    public IEnumerable<int> Initiatives(int plan) => _rows[plan].Chosen.Select(o => _options.Initiative[o]);

    /// <summary>Takes in a plan; the number it has, also where it was there already.</summary>
    public int Add(IReadOnlyList<Choice> selected) => Add(selected.Select(_options.Find).Order().ToArray());

    /// <inheritdoc cref="Add(IReadOnlyList{Choice})"/>
    public int Add(int[] chosen)
    {
        var key = Convert.ToBase64String(MemoryMarshal.AsBytes<int>(chosen));
        if (_known.TryGetValue(key, out var known))
            return known;
        var selection = new Selection(_options, chosen);
        var row = new Row(
            chosen, Counted(selection), Worth.Realised(selection).Sum(s => s.Value) - Worth.Penalty(selection), Scenarios.Count);
        for (var s = 0; s < Scenarios.Count; s++)
            row.Value[s] = Value(row, Scenarios[s]);
        _rows.Add(row);
        return _known[key] = _rows.Count - 1;
    }

    /// <summary>What a plan is worth in a scenario, whether it holds there or not.</summary>
    public double Value(int plan, int scenario) => _rows[plan].Value[scenario];

    /// <summary>What a plan is worth under weights, with the scores of the problem.</summary>
    public double Value(int plan, IReadOnlyList<double> weights) => Value(_rows[plan], new Scenario([.. weights], IsExtreme: false));

    /// <summary>Whether a plan keeps every rule in a scenario. Only after <see cref="CheckAll()"/> where rules vary.</summary>
    public bool Holds(int plan, int scenario) => !_rulesVary || _rows[plan].Holds[scenario];

    /// <summary>What a plan brings in a scenario: its value, and nothing where it does not hold.</summary>
    public double Brings(int plan, int scenario) => Holds(plan, scenario) ? Value(plan, scenario) : 0;

    /// <summary>Plans from the best to the worst in a scenario, whether they hold there or not.</summary>
    public IEnumerable<int> Ranked(int scenario, int most) =>
        Enumerable.Range(0, _rows.Count).OrderByDescending(p => _rows[p].Value[scenario]).ThenBy(p => p).Take(most);

    /// <summary>The best plan that holds in a scenario; -1 where none does. Checks what was not checked yet.</summary>
    public int Best(int scenario)
    {
        if (!_rulesVary)
        {
            var best = -1;
            for (var p = 0; p < _rows.Count; p++)
                if (best < 0 || _rows[p].Value[scenario] > _rows[best].Value[scenario])
                    best = p;
            return best;
        }
        CheckAll(scenario);
        return Ranked(scenario, int.MaxValue).Where(p => _rows[p].Holds[scenario]).DefaultIfEmpty(-1).First();
    }

    /// <summary>Checks every plan in every scenario, as far as that was not done.</summary>
    public void CheckAll()
    {
        for (var s = 0; _rulesVary && s < Scenarios.Count; s++)
            CheckAll(s);
    }

    private void CheckAll(int scenario)
    {
        if (_rows.TrueForAll(row => row.Checked[scenario]))
            return;
        var options = new OptionSet(Scenarios[scenario].Of(_problem));
        var rules = RuleBook.For(options);
        foreach (var row in _rows.Where(row => !row.Checked[scenario]))
        {
            row.Checked[scenario] = true;
            row.Holds[scenario] = Evaluator.Violations(rules, new Selection(options, row.Chosen)).Count == 0;
        }
    }

    private double[] Counted(Selection selection) =>
        [.. _problem.Goals.Select((goal, g) => Worth.Counted(goal, selection.Score(g)))];

    private double Value(Row row, Scenario scenario)
    {
        var counted = scenario.Score is null ? row.Counted : Counted(row, scenario.Score);
        var value = row.Constant;
        for (var g = 0; g < counted.Length; g++)
            value += scenario.Weights[g] * counted[g];
        return value;
    }

    private double[] Counted(Row row, double[] factors)
    {
        var score = new double[_problem.Goals.Count];
        foreach (var option in row.Chosen)
        {
            var goals = _options.Score.Keys(option);
            var points = _options.Score.Amounts(option);
            for (var e = 0; e < goals.Length; e++)
                score[goals[e]] += factors[_options.Initiative[option]] * points[e];
        }
        for (var g = 0; g < score.Length; g++)
            score[g] = Worth.Counted(_problem.Goals[g], score[g]);
        return score;
    }

    /// <param name="Chosen">Options, in ascending order.</param>
    /// <param name="Counted">Points that count per goal, with the scores of the problem.</param>
    /// <param name="Constant">Synergies less penalties.</param>
    /// <param name="Scenarios">Number of scenarios.</param>
    private sealed record Row(int[] Chosen, double[] Counted, double Constant, int Scenarios)
    {
        public double[] Value { get; } = new double[Scenarios];
        public BitArray Checked { get; } = new(Scenarios);
        public BitArray Holds { get; } = new(Scenarios);
    }
}
