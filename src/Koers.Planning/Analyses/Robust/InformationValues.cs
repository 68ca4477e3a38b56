using Koers.Planning.Problems;
using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>
/// Expected value of perfect information about one figure, from drawn scenarios: these are put in bins by the figure, in each bin the
/// plan that does best on average is chosen, and what that brings more than the one plan that does best over all is the value (M. Strong,
/// J. Oakley, "An efficient method for computing single-parameter partial expected value of perfect information", Medical Decision
/// Making 33, 2013). Choosing among many plans finds a difference in pure noise too: what bins at random give is taken off.
/// </summary>
internal sealed class InformationValues
{
    private const int MostBins = 10;
    private const int LeastInBin = 8;
    private const int RandomBins = 16;

    private readonly Problem _problem;
    private readonly PlanTable _table;
    private readonly int[] _drawn;
    private readonly int _bins;
    private readonly double _best;

    public InformationValues(Problem problem, PlanTable table, Regrets regrets)
    {
        (_problem, _table) = (problem, table);
        _drawn = [.. Enumerable.Range(0, table.Scenarios.Count).Where(s => !table.Scenarios[s].IsExtreme && regrets.Best[s] >= 0)];
        _bins = Math.Min(MostBins, _drawn.Length / LeastInBin);
        _best = _drawn.Length == 0 || table.Plans == 0 ? 0 : BestOf(_drawn);
    }

    /// <summary>Every figure that is uncertain, the most valuable first; empty where too few scenarios were drawn.</summary>
    public IReadOnlyList<InformationValue> All(int seed)
    {
        if (_bins < 2 || _table.Plans == 0)
            return [];
        var draw = new Draw(seed);
        var noise = Enumerable.Range(0, RandomBins).Average(_ => ByOrder(Shuffled(draw)));
        double Net(Func<Scenario, double> figure) =>
            Real(ByOrder([.. _drawn.OrderBy(s => figure(_table.Scenarios[s])).ThenBy(s => s)]) - noise);
        bool Varies(Func<Scenario, double> figure) =>
            _drawn.Max(s => figure(_table.Scenarios[s])) - _drawn.Min(s => figure(_table.Scenarios[s])) > 1e-12;
        var figures = new List<(FigureKind Kind, Goal? Goal, Initiative? Initiative, Func<Scenario, double> Of)>();
        for (var g = 0; g < _problem.Goals.Count; g++)
        {
            var goal = g;
            figures.Add((FigureKind.Weight, _problem.Goals[g], null, s => s.Weights[goal]));
        }
        for (var n = 0; n < _problem.Initiatives.Count; n++)
        {
            var i = n;
            figures.Add((FigureKind.Score, null, _problem.Initiatives[i], s => s.Score?[i] ?? 1));
            figures.Add((FigureKind.Cost, null, _problem.Initiatives[i], s => s.Cost?[i] ?? 1));
        }
        return [.. figures.Where(f => Varies(f.Of)).Select(f => new InformationValue(f.Kind, f.Goal, f.Initiative, Net(f.Of)))
            .OrderByDescending(f => f.Points)];
    }

    // Sums in another order differ in the last digits: that is no information
    private double Real(double points) => points > 1e-9 * Math.Max(1, Math.Abs(_best)) ? points : 0;

    /// <summary>What choosing per bin brings more than choosing once.</summary>
    private double ByOrder(int[] order)
    {
        var sum = 0.0;
        for (var b = 0; b < _bins; b++)
        {
            var (from, to) = (b * order.Length / _bins, (b + 1) * order.Length / _bins);
            sum += (to - from) * BestOf(order.AsSpan(from, to - from));
        }
        return (sum / order.Length) - _best;
    }

    /// <summary>What the plan that does best over some scenarios brings on average.</summary>
    private double BestOf(ReadOnlySpan<int> scenarios)
    {
        var best = double.NegativeInfinity;
        for (var plan = 0; plan < _table.Plans; plan++)
        {
            var sum = 0.0;
            foreach (var s in scenarios)
                sum += _table.Brings(plan, s);
            best = Math.Max(best, sum / scenarios.Length);
        }
        return best;
    }

    private int[] Shuffled(Draw draw)
    {
        var order = (int[])_drawn.Clone();
        for (var k = order.Length - 1; k > 0; k--)
        {
            var other = draw.Below(k + 1);
            (order[k], order[other]) = (order[other], order[k]);
        }
        return order;
    }
}
