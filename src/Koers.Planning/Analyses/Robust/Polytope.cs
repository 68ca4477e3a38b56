namespace Koers.Planning.Analyses;

/// <summary>
/// Corners of { x ≥ 0, a·x = s, h_k·x ≤ c_k } by the double description method: the corners of the simplex, cut by one half-space after
/// the other (T. Motzkin, H. Raiffa, G. Thompson, R. Thrall, "The double description method", Contributions to the Theory of Games II,
/// 1953). For some tens of half-spaces and thousands of corners.
/// </summary>
internal sealed class Polytope
{
    private const double Tolerance = 1e-9;
    private readonly List<(double[] Point, ulong[] Tight)> _corners = [];
    private readonly double _scale;
    private readonly int _words;
    private int _cuts;

    /// <param name="a">Coefficients of the sum, above 0.</param>
    /// <param name="sum">The sum, above 0.</param>
    /// <param name="cuts">How many half-spaces will follow at most.</param>
    public Polytope(double[] a, double sum, int cuts)
    {
        _cuts = a.Length;
        _words = (a.Length + cuts + 63) / 64;
        _scale = sum;
        for (var j = 0; j < a.Length; j++)
        {
            var corner = new double[a.Length];
            corner[j] = sum / a[j];
            var tight = new ulong[_words];
            for (var k = 0; k < a.Length; k++)
                if (k != j)
                    Mark(tight, k);
            _corners.Add((corner, tight));
        }
    }

    public IReadOnlyList<double[]> Corners => [.. _corners.Select(c => c.Point)];

    /// <summary>Cuts off what has h·x above c; false, with the corners useless, where there would be more than <paramref name="most"/>
    /// corners.</summary>
    public bool Cut(double[] h, double c, int most)
    {
        var excess = _corners.Select(corner => Dot(h, corner.Point) - c).ToArray();
        var slack = Tolerance * Math.Max(_scale, Math.Abs(c));
        var kept = new List<(double[] Point, ulong[] Tight)>();
        for (var v = 0; v < _corners.Count; v++)
        {
            if (excess[v] > slack)
                continue;
            if (excess[v] >= -slack)
                Mark(_corners[v].Tight, _cuts);
            kept.Add(_corners[v]);
        }
        for (var v = 0; v < _corners.Count; v++)
            for (var u = 0; u < _corners.Count; u++)
            {
                if (excess[v] <= slack || excess[u] >= -slack || !AreNeighbours(v, u))
                    continue;
                if (kept.Count >= most)
                    return false;
                kept.Add(Between(v, u, excess[v] / (excess[v] - excess[u])));
            }
        _corners.Clear();
        _corners.AddRange(kept);
        _cuts++;
        return true;
    }

    private (double[] Point, ulong[] Tight) Between(int outside, int inside, double share)
    {
        var (far, near) = (_corners[outside].Point, _corners[inside].Point);
        var point = new double[far.Length];
        for (var j = 0; j < point.Length; j++)
            point[j] = far[j] + (share * (near[j] - far[j]));
        var tight = Common(outside, inside);
        Mark(tight, _cuts);
        return (point, tight);
    }

    /// <summary>Two corners share an edge where no third corner lies on everything that both lie on.</summary>
    private bool AreNeighbours(int v, int u)
    {
        var common = Common(v, u);
        for (var w = 0; w < _corners.Count; w++)
            if (w != v && w != u && HasAll(_corners[w].Tight, common))
                return false;
        return true;
    }

    private ulong[] Common(int v, int u)
    {
        var common = new ulong[_words];
        for (var k = 0; k < _words; k++)
            common[k] = _corners[v].Tight[k] & _corners[u].Tight[k];
        return common;
    }

    private static bool HasAll(ulong[] tight, ulong[] wanted)
    {
        for (var k = 0; k < wanted.Length; k++)
            if ((tight[k] & wanted[k]) != wanted[k])
                return false;
        return true;
    }

    private static void Mark(ulong[] tight, int bit) => tight[bit / 64] |= 1UL << (bit % 64);

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
            sum += a[j] * b[j];
        return sum;
    }
}
