using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>How plans do beside the best known in every scenario.</summary>
internal sealed class Regrets
{
    private const double Tie = 1e-9;
    private readonly Problem _problem;
    private readonly PlanTable _table;
    private readonly WeightSet _set;
    private readonly double?[] _bound;
    private readonly int[] _counted;       // scenarios in which a plan is known

    public Regrets(Problem problem, PlanTable table, WeightSet set, double?[] bound)
    {
        (_problem, _table, _set, _bound) = (problem, table, set, bound);
        Best = [.. Enumerable.Range(0, table.Scenarios.Count).Select(table.Best)];
        table.CheckAll();
        _counted = [.. Enumerable.Range(0, Best.Length).Where(s => Best[s] >= 0)];
    }

    /// <summary>Per scenario the best plan known; -1 where none holds.</summary>
    public int[] Best { get; }

    /// <summary>Per scenario, what no plan is worth more than.</summary>
    public IReadOnlyList<double?> Bounds => _bound;

    /// <summary>How many different plans are the best known in some scenario; one where one plan is that in all of them.</summary>
    public int BestPlans() =>
        Enumerable.Range(0, _table.Plans).Any(p => Array.TrueForAll(_counted, s => Regret(p, s) <= Slack(s)))
            ? Math.Min(1, _counted.Length)
            : _counted.Select(s => Best[s]).Distinct().Count();

    /// <summary>Per initiative, the share of the scenarios whose best known plan has it.</summary>
    public double[] Shares()
    {
        var count = new int[_problem.Initiatives.Count];
        foreach (var plan in _counted.GroupBy(s => Best[s]))
            foreach (var i in _table.Initiatives(plan.Key))
                count[i] += plan.Count();
        return [.. count.Select(n => _counted.Length == 0 ? 0 : n == _counted.Length ? 1 : (double)n / _counted.Length)];
    }

    /// <summary>The plan with the least worst-case regret, and of several the one with the least on average; null where there is no
    /// plan.</summary>
    public int? MostRobust()
    {
        if (_table.Plans == 0 || _counted.Length == 0)
            return null;
        return Enumerable.Range(0, _table.Plans).Select(p => (Plan: p, Worst: Worst(p).Regret, Mean: Mean(p)))
            .OrderBy(p => Math.Round(p.Worst, 9)).ThenBy(p => p.Mean).ThenBy(p => p.Plan).First().Plan;
    }

    public RobustPlan Of(int plan)
    {
        var (regret, scenario) = Worst(plan);
        var best = scenario >= 0 ? _table.Value(Best[scenario], scenario) : 0;
        var atMost = _counted.Length == Best.Length && Array.TrueForAll(_counted, s => _bound[s] is not null)
            ? _counted.Max(s => Math.Max(0, Math.Max(_bound[s]!.Value, _table.Value(Best[s], s)) - _table.Brings(plan, s)))
            : (double?)null;
        var share = (Func<int, bool> isSo) => _counted.Length == 0 ? 0 : (double)_counted.Count(isSo) / _counted.Length;
        return new RobustPlan(
            _table.Selected(plan), _table.Value(plan, [.. _problem.Goals.Select(g => g.Weight)]), regret, atMost,
            best > 0 ? regret / best : null, Math.Max(0, scenario), Mean(plan), share(s => Regret(plan, s) <= Slack(s)),
            share(s => _table.Holds(plan, s)), StaysBestUpTo(plan));
    }

    private (double Regret, int Scenario) Worst(int plan)
    {
        var (worst, at) = (-1.0, -1);
        foreach (var s in _counted)
            if (Regret(plan, s) is var regret && regret > worst)
                (worst, at) = (regret, s);
        return (Math.Max(0, worst), at);
    }

    private double Mean(int plan) => _counted.Length == 0 ? 0 : _counted.Average(s => Regret(plan, s));

    private double Regret(int plan, int scenario) =>
        Math.Max(0, _table.Value(Best[scenario], scenario) - _table.Brings(plan, scenario));

    private double Slack(int scenario) => Tie * Math.Max(1, Math.Abs(_table.Value(Best[scenario], scenario)));

    /// <summary>Along the line from the problem's weights to those of a vector, values are linear: another plan overtakes at d₀ / (d₀ - d₁),
    /// with d how much this plan is worth more at either end.</summary>
    private double? StaysBestUpTo(int plan)
    {
        double[] weights = [.. _problem.Goals.Select(g => g.Weight)];
        if (_table.Scenarios.Any(s => s.Score is not null || s.Cost is not null) || !_set.Contains(weights))
            return null;
        var (reach, own) = (1.0, _table.Value(plan, weights));
        for (var other = 0; other < _table.Plans; other++)
        {
            var ahead = own - _table.Value(other, weights);
            var slack = Tie * Math.Max(1, Math.Abs(own));
            if (ahead < -slack)
                return 0;
            foreach (var s in _counted)
                if (_table.Value(plan, s) - _table.Value(other, s) is var then && then < -slack)
                    reach = Math.Min(reach, Math.Max(0, ahead) / (Math.Max(0, ahead) - then));
        }
        return reach;
    }
}
