using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One varied problem, with what can be said of it without searching: what plans at hand are worth in it, and what prices at hand
/// prove about it.</summary>
internal sealed class TrialProblem(Problem problem)
{
    private readonly Model _model = new(problem);

    public Problem Problem { get; } = problem;

    public Model Model => _model;

    /// <summary>What a plan is worth here; null where it breaks a rule or chooses what is no option here.</summary>
    public double? Value(IReadOnlyList<Choice> plan)
    {
        var options = plan.Select(_model.Options.Find).Order().ToArray();
        if (options.Length > 0 && options[0] < 0)
            return null;
        var selection = new Selection(_model.Options, options);
        var value = Worth.Of(selection);
        return double.IsFinite(value) && Evaluator.Violations(_model.RuleBook, selection).Count == 0 ? value : null;
    }

    /// <summary>The best of some plans, as far as they keep the rules here; null where none does.</summary>
    public (IReadOnlyList<Choice> Plan, double Value)? Best(IEnumerable<IReadOnlyList<Choice>> plans)
    {
        (IReadOnlyList<Choice> Plan, double Value)? best = null;
        foreach (var plan in plans)
            if (Value(plan) is { } value && (best is null || value > best.Value.Value))
                best = (plan, value);
        return best;
    }

    /// <summary>Prices by row; rows that this problem does not have are left out.</summary>
    public double[] Prices(IReadOnlyDictionary<string, double> named)
    {
        var prices = new double[_model.Rows.Count];
        for (var r = 0; r < prices.Length; r++)
            prices[r] = Math.Max(0.0, named.GetValueOrDefault(_model.Rows.Names[r]));
        return prices;
    }

    public Dictionary<string, int> RowsByName()
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < _model.Rows.Count; r++)
            rows[_model.Rows.Names[r]] = r;
        return rows;
    }

    /// <summary>The options of an initiative that keep most after paying some prices, the best first.</summary>
    public IReadOnlyList<int> BestOptions(InitiativeId id, double[] prices, int most)
    {
        var i = _model.Options.IndexOf(id);
        return [.. Enumerable.Range(_model.Options.First[i], _model.Options.First[i + 1] - _model.Options.First[i])
            .OrderByDescending(o => LagrangianBound.ReducedValue(_model, prices, o)).Take(most)];
    }

    /// <summary>The option of an initiative that keeps most after paying some prices; -1 where it has no option.</summary>
    public int BestOption(InitiativeId id, ReadOnlySpan<double> prices)
    {
        var i = _model.Options.IndexOf(id);
        var (best, most) = (-1, double.NegativeInfinity);
        for (var o = _model.Options.First[i]; o < _model.Options.First[i + 1]; o++)
            if (LagrangianBound.ReducedValue(_model, prices, o) is var value && value > most)
                (best, most) = (o, value);
        return best;
    }

    /// <summary>Prices that prove more where an initiative is forced: what it lacks at the other prices is what the duty to do it costs, so
    /// that its own term in the bound becomes its best reduced value instead of 0.</summary>
    public Dictionary<string, double> WithDuty(InitiativeId id, IReadOnlyDictionary<string, double> named)
    {
        var prices = Prices(named);
        var best = BestOption(id, prices);
        var all = new Dictionary<string, double>(named, StringComparer.Ordinal);
        if (best >= 0 && LagrangianBound.ReducedValue(_model, prices, best) is < 0 and var lacking)
            all[$"mandatory/{id}"] = all.GetValueOrDefault($"mandatory/{id}") - lacking;
        return all;
    }
}
