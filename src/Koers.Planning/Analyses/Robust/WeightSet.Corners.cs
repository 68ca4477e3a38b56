namespace Koers.Planning.Analyses;

// The extreme points.
internal sealed partial class WeightSet
{
    private List<double[]>? FindCorners()
    {
        // One column per goal that may move, and one for all that make up the sum together
        var fixedSum = Enumerable.Range(0, _problem.Length).Except(_free).Except(_bounds.Others).Sum(g => _bounds.Low[g]);
        var others = _bounds.Others.Sum(g => _problem[g]);
        var columns = _free.Length + (others > 0 ? 1 : 0);
        var a = new double[columns];
        Array.Fill(a, 1.0);
        if (others > 0)
            a[^1] = others;
        var rest = Sum - fixedSum;
        if (rest <= 0)
            return null;
        var polytope = new Polytope(a, rest, 3 * _problem.Length);
        foreach (var (row, limit) in Cuts(columns))
            if (!polytope.Cut(row, limit, MostCorners))
                return null;
        var corners = polytope.Corners.Select(x => Weights(x, others > 0)).ToList();
        return corners.Count == 0 ? null : Distinct(corners);
    }

    private IEnumerable<(double[] Row, double Limit)> Cuts(int columns)
    {
        double[] Row(params (int Column, double Amount)[] entries)
        {
            var row = new double[columns];
            foreach (var (column, amount) in entries)
                row[column] = amount;
            return row;
        }

        for (var k = 1; k < Order.Count; k++)
        {
            var (before, after) = (Array.IndexOf(_free, Order[k - 1]), Array.IndexOf(_free, Order[k]));
            if (before >= 0 && after >= 0)
                yield return (Row((after, 1), (before, -1)), 0);
        }
        for (var j = 0; j < _free.Length; j++)
        {
            if (_bounds.High[_free[j]] < Sum)
                yield return (Row((j, 1)), _bounds.High[_free[j]]);
            if (_bounds.Low[_free[j]] > 0)
                yield return (Row((j, -1)), -_bounds.Low[_free[j]]);
        }
    }

    private double[] Weights(double[] x, bool hasOthers)
    {
        var weights = new double[_problem.Length];
        for (var g = 0; g < weights.Length; g++)
            weights[g] = _bounds.Low[g];
        for (var j = 0; j < _free.Length; j++)
            weights[_free[j]] = Math.Max(0, x[j]);
        if (hasOthers)
            foreach (var g in _bounds.Others)
                weights[g] = Math.Max(0, x[^1]) * _problem[g];
        return weights;
    }

    private List<double[]> Distinct(List<double[]> corners)
    {
        var distinct = new List<double[]>();
        foreach (var corner in corners)
            if (!distinct.Exists(other => corner.Zip(other, (a, b) => Math.Abs(a - b)).Max() <= 1e-9 * Sum))
                distinct.Add(corner);
        return distinct;
    }

    private static double[] Mean(IReadOnlyList<double[]> points)
    {
        var mean = new double[points[0].Length];
        foreach (var point in points)
            for (var g = 0; g < mean.Length; g++)
                mean[g] += point[g] / points.Count;
        return mean;
    }
}
