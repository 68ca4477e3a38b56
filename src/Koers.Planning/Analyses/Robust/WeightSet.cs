using Koers.Planning.Problems;
using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>The weights that an uncertainty leaves possible: corners, and points drawn from it uniformly.</summary>
internal sealed partial class WeightSet
{
    /// <summary>More corners than this are not worked out.</summary>
    private const int MostCorners = 1_000;

    /// <summary>More goals than this have too many corners to try.</summary>
    private const int MostGoals = 16;

    /// <summary>Steps of the walk between two points that are used, for every goal.</summary>
    private const int StepsPerGoal = 12;

    private readonly WeightBounds _bounds;
    private readonly double[] _problem;
    private readonly int[] _free;          // goals whose weight may differ from one vector to another
    private readonly double[] _middle;

    public WeightSet(IReadOnlyList<Goal> goals, WeightUncertainty uncertainty)
    {
        _bounds = new WeightBounds(goals, uncertainty);
        _problem = [.. goals.Select(g => g.Weight)];
        Sum = _bounds.Sum;
        var slack = 1e-12 * Math.Max(1e-300, Sum);
        _free = [.. Enumerable.Range(0, goals.Count)
            .Where(g => !_bounds.Others.Contains(g) && _bounds.High[g] - _bounds.Low[g] > slack)];
        var corners = Sum > 0 && _free.Length > 0 && goals.Count <= MostGoals ? FindCorners() : null;
        Corners = corners ?? [];
        IsPoint = Sum <= 0 || _free.Length == 0 || Corners.Count == 1;
        HasAllCorners = IsPoint || corners is not null;
        _middle = Corners.Count > 0 ? Mean(Corners) : Between();
        if (IsPoint)
            Corners = [_middle];
    }

    /// <summary>Sum of the weights.</summary>
    public double Sum { get; }

    /// <summary>Every extreme point; empty where there are too many.</summary>
    public IReadOnlyList<double[]> Corners { get; }

    /// <summary>Whether <see cref="Corners"/> are all of them.</summary>
    public bool HasAllCorners { get; }

    /// <summary>Whether only one weight vector is possible.</summary>
    public bool IsPoint { get; }

    /// <summary>Goals from the most to the least important.</summary>
    public IReadOnlyList<int> Order => _bounds.Order;

    /// <summary>Whether weights are possible, up to rounding.</summary>
    public bool Contains(IReadOnlyList<double> weights)
    {
        var slack = 1e-9 * Math.Max(1e-300, Sum);
        if (Math.Abs(weights.Sum() - Sum) > slack * weights.Count)
            return false;
        for (var g = 0; g < weights.Count; g++)
            if (!_bounds.Others.Contains(g) && (weights[g] < _bounds.Low[g] - slack || weights[g] > _bounds.High[g] + slack))
                return false;
        for (var k = 1; k < Order.Count; k++)
            if (weights[Order[k]] > weights[Order[k - 1]] + slack)
                return false;
        return true;
    }

    /// <summary>So many points, uniformly: by sorted spacings where all goals have an order and nothing else (L. Devroye, Non-Uniform
    /// Random Variate Generation, 1986, chapter V), otherwise by hit-and-run (R. Smith, Operations Research 32, 1984).</summary>
    public IEnumerable<double[]> Draw(int count, Draw draw)
    {
        if (IsPoint)
            return Enumerable.Repeat(_middle, count);
        return IsOrderAlone ? Enumerable.Range(0, count).Select(_ => Spacings(draw)) : Walk(count, draw);
    }

    private bool IsOrderAlone => Order.Count == _problem.Length
        && Enumerable.Range(0, _problem.Length).All(g => _bounds.Low[g] <= 0 && _bounds.High[g] >= Sum);

    private double[] Spacings(Draw draw)
    {
        var parts = Enumerable.Range(0, _problem.Length).Select(_ => -Math.Log(1 - draw.Share())).OrderDescending().ToArray();
        var total = parts.Sum();
        var weights = new double[parts.Length];
        for (var k = 0; k < parts.Length; k++)
            weights[Order[k]] = Sum * parts[k] / total;
        return weights;
    }

    private IEnumerable<double[]> Walk(int count, Draw draw)
    {
        var at = (double[])_middle.Clone();
        var steps = StepsPerGoal * _problem.Length;
        for (var n = 0; n < count; n++)
        {
            for (var k = 0; k < steps; k++)
                Step(at, Direction(draw), draw);
            yield return (double[])at.Clone();
        }
    }

    /// <summary>Goes to a point drawn from the line through <paramref name="at"/> within the set.</summary>
    private void Step(double[] at, double[] direction, Draw draw)
    {
        var (back, forth) = (double.NegativeInfinity, double.PositiveInfinity);
        void Limit(double room, double speed)
        {
            if (Math.Abs(speed) < 1e-15)
                return;
            if (speed > 0)
                forth = Math.Min(forth, Math.Max(0, room) / speed);
            else
                back = Math.Max(back, Math.Max(0, room) / speed);
        }

        foreach (var g in _free)
        {
            Limit(_bounds.High[g] - at[g], direction[g]);
            Limit(at[g] - _bounds.Low[g], -direction[g]);
        }
        foreach (var g in _bounds.Others)
            Limit(at[g], -direction[g]);
        for (var k = 1; k < Order.Count; k++)
            Limit(at[Order[k - 1]] - at[Order[k]], direction[Order[k]] - direction[Order[k - 1]]);
        if (!double.IsFinite(back) || !double.IsFinite(forth))
            return;
        var step = back + (draw.Share() * (forth - back));
        for (var g = 0; g < at.Length; g++)
            at[g] += step * direction[g];
    }

    /// <summary>A direction in which the sum stays, and nothing moves that cannot.</summary>
    private double[] Direction(Draw draw)
    {
        var direction = new double[_problem.Length];
        if (Corners.Count > 1)
        {
            foreach (var corner in Corners)
            {
                var size = Normal(draw);
                for (var g = 0; g < direction.Length; g++)
                    direction[g] += size * (corner[g] - _middle[g]);
            }
            return direction;
        }
        foreach (var g in _free)
            direction[g] = Normal(draw);
        var change = direction.Sum();
        var others = _bounds.Others.Sum(g => _problem[g]);
        foreach (var g in _bounds.Others)
            direction[g] = -change * _problem[g] / others;
        if (_bounds.Others.Length == 0)
            foreach (var g in _free)
                direction[g] -= change / _free.Length;
        return direction;
    }

    private static double Normal(Draw draw) => FactorDraw.Normal(draw);

    /// <summary>Some point within: between the lowest and highest weights that order and ranges leave, where the sum is right.</summary>
    private double[] Between()
    {
        var weights = (double[])_problem.Clone();
        if (Sum <= 0)
            return weights;
        var named = Enumerable.Range(0, weights.Length).Where(g => !_bounds.Others.Contains(g)).ToArray();
        var (low, high) = (named.Sum(g => _bounds.Low[g]), named.Sum(g => _bounds.High[g]));
        var wanted = _bounds.Others.Length == 0 ? Sum : Math.Min(Sum, (low + high) / 2);
        var share = high > low ? Math.Clamp((wanted - low) / (high - low), 0, 1) : 0;
        foreach (var g in named)
            weights[g] = _bounds.Low[g] + (share * (_bounds.High[g] - _bounds.Low[g]));
        var rest = Sum - named.Sum(g => weights[g]);
        var others = _bounds.Others.Sum(g => _problem[g]);
        foreach (var g in _bounds.Others)
            weights[g] = rest * _problem[g] / others;
        return weights;
    }
}
