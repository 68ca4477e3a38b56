using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Conflicts;

/// <summary>What fractions say of some rules.</summary>
/// <param name="Core">Rules that prices prove unable to hold together; empty where there is no proof.</param>
/// <param name="Near">A selection near the fractions that keep the rules, per initiative an option or -1, whatever it breaks; null where
/// there is none.</param>
internal readonly record struct FractionAnswer(IReadOnlyList<int> Core, int[]? Near);

/// <summary>
/// Asks a linear relaxation whether some rules can hold together, and keeps its basis from one question to the next. Rules are numbered as
/// in the model.
/// </summary>
/// <param name="model">The problem's model.</param>
internal sealed class FractionOracle(Model model) : IDisposable
{
    private readonly Dictionary<string, int> _number = model.RuleBook.Rules.Select((rule, n) => (rule.Name, n))
        .ToDictionary(p => p.Name, p => p.n, StringComparer.Ordinal);
    private readonly double[] _price = new double[model.RuleBook.Rules.Count];
    private ElasticRelaxation? _relaxation;
    private bool[]? _focus;
    private Model? _focused;

    /// <summary>How much the first proof asked of a rule; 0 = nothing, or there is none.</summary>
    public double Price(int rule) => _price[rule];

    /// <summary>Prepares for questions about these rules and fewer: what is not among them is left out of the relaxation.</summary>
    public void Focus(IReadOnlyList<int> rules)
    {
        _relaxation?.Dispose();
        _relaxation = null;
        _focus = new bool[model.RuleBook.Rules.Count];
        foreach (var n in rules)
            _focus[n] = true;
        _focused = new Model(model.Options, new RuleBook([.. model.RuleBook.Rules.Where((_, n) => _focus[n])]));
    }

    /// <summary>A proof that the rules cannot hold together, or a selection near the fractions that keep them, or neither.</summary>
    /// <param name="rules">Numbers of rules.</param>
    /// <param name="limit">Most time to take.</param>
    /// <param name="cancelled">Stops.</param>
    public FractionAnswer Ask(IReadOnlyList<int> rules, TimeSpan limit, CancellationToken cancelled)
    {
        if (_focus is not { } focus || !rules.All(n => focus[n]))
            Focus(rules);
        var focused = _focused!;
        _relaxation ??= new ElasticRelaxation(focused);
        var asked = rules.Select(n => model.RuleBook.Rules[n].Name).ToHashSet(StringComparer.Ordinal);
        var solved = _relaxation.Solve([.. focused.RuleBook.Rules.Select(rule => asked.Contains(rule.Name))], limit, cancelled);
        if (!solved.IsSolved)
            return new FractionAnswer([], null);
        if (!_relaxation.Proves(solved.Prices))
            return new FractionAnswer([], Rounded(solved.Share));
        Remember(focused, solved.Prices);
        return new FractionAnswer([.. Enumerable.Range(0, solved.Prices.Length).Where(r => solved.Prices[r] > 0).Select(r => RuleOf(focused, r)).Distinct().Order()], null);
    }

    public void Dispose() => _relaxation?.Dispose();

    private int RuleOf(Model focused, int row) => _number[focused.RuleBook.Rules[focused.Rows.Rule[row]].Name];

    private void Remember(Model focused, double[] prices)
    {
        if (_price.Any(price => price > 0))
            return;
        for (var r = 0; r < prices.Length; r++)
            _price[RuleOf(focused, r)] += prices[r] * Math.Max(1.0, Math.Abs(focused.Rows.Limits[r]));
    }

    private int[] Rounded(double[] share)
    {
        var first = model.Options.First;
        var chosen = new int[first.Length - 1];
        for (var i = 0; i < chosen.Length; i++)
        {
            var (whole, most) = (0.0, 1e-9);
            chosen[i] = -1;
            var option = -1;
            for (var o = first[i]; o < first[i + 1]; o++)
            {
                whole += share[o];
                if (share[o] > most)
                    (most, option) = (share[o], o);
            }
            if (whole > 0.5)
                chosen[i] = option;
        }
        return chosen;
    }
}
