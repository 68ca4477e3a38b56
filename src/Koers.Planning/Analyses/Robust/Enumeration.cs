using Koers.Planning.Checking;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>Every selection that keeps all rules, one initiative after the other; a branch ends where money or people are already
/// overspent and nothing that follows gives any back.</summary>
internal sealed class Enumeration
{
    private readonly OptionSet _options;
    private readonly RuleBook _rules;
    private readonly double[] _money;      // what is left by key; infinite where a branch may not end on it
    private readonly double[] _people;
    private readonly int[] _chosen;
    private readonly List<int[]> _found = [];
    private readonly int _most;
    private int _tried;

    private Enumeration(Problem problem, int most)
    {
        _options = new OptionSet(problem);
        _rules = RuleBook.For(_options);
        _most = most;
        _chosen = new int[problem.Initiatives.Count];
        _money = Money(problem);
        _people = People(problem);
        GiveUp(_options.Spend, _money);
        GiveUp(_options.Effort, _people);
    }

    /// <summary>The options of every selection that keeps all rules; null where more than <paramref name="most"/> steps would be needed,
    /// or somebody stopped.</summary>
    public static List<int[]>? Of(Problem problem, int most, CancellationToken cancelled)
    {
        if (most <= 0)
            return null;
        var enumeration = new Enumeration(problem, most);
        return enumeration.From(0, 0, cancelled) ? enumeration._found : null;
    }

    private bool From(int initiative, int count, CancellationToken cancelled)
    {
        if (++_tried > _most || cancelled.IsCancellationRequested)
            return false;
        if (initiative == _chosen.Length)
        {
            var chosen = _chosen[..count];
            if (Evaluator.Violations(_rules, new Selection(_options, chosen)).Count == 0)
                _found.Add(chosen);
            return true;
        }
        if (!_options.Problem.Initiatives[initiative].Mandatory && !From(initiative + 1, count, cancelled))
            return false;
        for (var o = _options.First[initiative]; o < _options.First[initiative + 1]; o++)
        {
            Use(o, 1);
            _chosen[count] = o;
            var goesOn = !Fits(o) || From(initiative + 1, count + 1, cancelled);
            Use(o, -1);
            if (!goesOn)
                return false;
        }
        return true;
    }

    private void Use(int option, double times)
    {
        Take(_options.Spend, _money, option, times);
        Take(_options.Effort, _people, option, times);
    }

    private bool Fits(int option) => IsLeft(_options.Spend, _money, option) && IsLeft(_options.Effort, _people, option);

    private static void Take(SparseRows table, double[] left, int option, double times)
    {
        var keys = table.Keys(option);
        var amounts = table.Amounts(option);
        for (var e = 0; e < keys.Length; e++)
            left[keys[e]] -= times * amounts[e];
    }

    private static bool IsLeft(SparseRows table, double[] left, int option)
    {
        foreach (var key in table.Keys(option))
            if (left[key] < 0)
                return false;
        return true;
    }

    /// <summary>With a little more than the tolerance of the rules: what is beyond this breaks them for certain.</summary>
    private double[] Money(Problem problem)
    {
        var left = new double[problem.Budgets.Count * _options.Years];
        for (var b = 0; b < problem.Budgets.Count; b++)
            for (var y = 0; y < _options.Years; y++)
            {
                var limit = problem.Budgets[b].CarryOver ? problem.Budgets[b].PerYear.Take(y + 1).Sum() : problem.Budgets[b].PerYear[y];
                left[_options.SpendKey(b, y)] = limit;
            }
        return left;
    }

    private double[] People(Problem problem)
    {
        var left = new double[problem.Capacities.Count * _options.Periods];
        for (var c = 0; c < problem.Capacities.Count; c++)
            for (var t = 0; t < _options.Periods; t++)
                left[_options.EffortKey(c, t)] = problem.Capacities[c].Available(t) + (problem.Capacities[c].Hire?.MaxPerPeriod ?? 0);
        return left;
    }

    private static void GiveUp(SparseRows table, double[] left)
    {
        var largest = (double[])left.Clone();
        for (var e = 0; e < table.Key.Length; e++)
            if (table.Amount[e] < 0)
                largest[table.Key[e]] = double.PositiveInfinity;
            else
                largest[table.Key[e]] = Math.Max(largest[table.Key[e]], table.Amount[e]);
        for (var k = 0; k < left.Length; k++)
            left[k] = double.IsInfinity(largest[k]) ? double.PositiveInfinity : left[k] + (2 * Rule.Tolerance * Math.Max(1, largest[k]));
    }
}
