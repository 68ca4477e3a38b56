using Koers.Planning.Checking;
using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Which portfolios no other dominates (J. Liesiö, P. Mild, A. Salo, "Preference programming for robust portfolio modeling and project
/// selection", EJOR 181, 2007). One dominates another where it is worth at least as much for all possible weights and scores, and more
/// for some. The difference is linear in the weights, so that only extreme points need be looked at; for each of them the scores that
/// are least favourable are those at one end of their ranges.
/// </summary>
internal sealed class Dominance
{
    private const double Tolerance = 1e-9;

    private readonly OptionSet _options;
    private readonly IReadOnlyList<double[]> _corners;
    private readonly (double Low, double High)[] _factor;
    private readonly bool _isCertain;
    private readonly double _slack;

    public Dominance(Problem problem, IReadOnlyList<double[]> corners)
    {
        _options = new OptionSet(problem);
        _corners = corners;
        _factor = [.. problem.Initiatives.Select(i => problem.Analysis.RangesOf(i.Id).Score is { } s ? (s.Low, s.High) : (1.0, 1.0))];
        _isCertain = Array.TrueForAll(_factor, f => f.Low == f.High);
        _slack = Tolerance * Math.Max(1e-300, corners.Max(w => w.Sum()));
    }

    /// <summary>Those that are not dominated, in the order given; null where there are more than <paramref name="most"/>, or somebody
    /// stopped.</summary>
    public List<int[]>? NotDominated(List<int[]> portfolios, int most, CancellationToken cancelled)
    {
        // The best on average first: these dominate many
        var all = portfolios.Select((chosen, n) => Describe(chosen, n)).OrderByDescending(p => p.Middle.Sum()).ToList();
        var kept = new List<Described>();
        foreach (var candidate in all)
        {
            if (cancelled.IsCancellationRequested)
                return null;
            if (kept.Exists(other => Dominates(other, candidate)))
                continue;
            kept.RemoveAll(other => Dominates(candidate, other));
            kept.Add(candidate);
            if (kept.Count > most)
                return null;
        }
        return [.. kept.OrderBy(p => p.Number).Select(p => p.Chosen)];
    }

    private bool Dominates(Described one, Described other)
    {
        var isMore = false;
        for (var e = 0; e < _corners.Count; e++)
        {
            var (least, most) = _isCertain ? Certain(one, other, e) : Between(one, other, e);
            if (least < -_slack)
                return false;
            isMore |= most > _slack;
        }
        return isMore;
    }

    private static (double Least, double Most) Certain(Described one, Described other, int corner)
    {
        var difference = one.Middle[corner] - other.Middle[corner];
        return (difference, difference);
    }

    /// <summary>The least and the most that one is worth more than the other at a corner, over all scores. An initiative that both have,
    /// in another option, has one factor for both.</summary>
    private (double Least, double Most) Between(Described one, Described other, int corner)
    {
        var (least, most) = (one.Constant - other.Constant, one.Constant - other.Constant);
        for (var i = 0; i < _factor.Length; i++)
        {
            var difference = one.Points[corner][i] - other.Points[corner][i];
            if (difference == 0)
                continue;
            var (a, b) = (difference * _factor[i].Low, difference * _factor[i].High);
            least += Math.Min(a, b);
            most += Math.Max(a, b);
        }
        return (least, most);
    }

    private Described Describe(int[] chosen, int number)
    {
        var selection = new Selection(_options, chosen);
        var constant = Worth.Realised(selection).Sum(s => s.Value) - Worth.Penalty(selection);
        if (_isCertain)
        {
            // Also right where goals have caps: what counts does not depend on weights
            var factored = _factor.Any(f => f.Low != 1) ? Factored(chosen) : null;
            var counted = _options.Problem.Goals
                .Select((goal, g) => Worth.Counted(goal, factored?[g] ?? selection.Score(g))).ToArray();
            return new Described(chosen, number, constant, [], [.. _corners.Select(w => constant + Dot(w, counted))]);
        }
        var points = _corners.Select(_ => new double[_factor.Length]).ToArray();
        foreach (var o in chosen)
            for (var e = 0; e < _corners.Count; e++)
                points[e][_options.Initiative[o]] = Points(o, _corners[e]);
        return new Described(
            chosen, number, constant, points,
            [.. points.Select(p => constant + p.Select((v, i) => v * (_factor[i].Low + _factor[i].High) / 2).Sum())]);
    }

    private double[] Factored(int[] chosen)
    {
        var score = new double[_options.Problem.Goals.Count];
        foreach (var o in chosen)
        {
            var goals = _options.Score.Keys(o);
            var points = _options.Score.Amounts(o);
            for (var e = 0; e < goals.Length; e++)
                score[goals[e]] += _factor[_options.Initiative[o]].Low * points[e];
        }
        return score;
    }

    private double Points(int option, double[] weights)
    {
        var goals = _options.Score.Keys(option);
        var points = _options.Score.Amounts(option);
        var sum = 0.0;
        for (var e = 0; e < goals.Length; e++)
            sum += weights[goals[e]] * points[e];
        return sum;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <param name="Chosen">Its options.</param>
    /// <param name="Number">Its place among those given.</param>
    /// <param name="Constant">Synergies less penalties.</param>
    /// <param name="Points">Per corner and initiative, weighted points at factor 1; empty where scores are certain.</param>
    /// <param name="Middle">Per corner, its worth with every factor in the middle of its range.</param>
    private sealed record Described(int[] Chosen, int Number, double Constant, double[][] Points, double[] Middle);
}
