using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The distribution of a factor on a figure of the problem.</summary>
internal readonly struct FactorDistribution
{
    /// <summary>Φ⁻¹(0.9): one in ten lies above the high point of a lognormal range.</summary>
    private const double HighPoint = 1.2815515655446004;

    private readonly double _low;
    private readonly double _likely;
    private readonly double _high;
    private readonly double _turn;          // triangular: probability below likely; lognormal: standard deviation of the logarithm
    private readonly RangeShape _shape;

    private FactorDistribution(ThreePoint range, RangeShape shape)
    {
        (_low, _likely, _high) = range;
        _shape = shape;
        IsCertain = shape == RangeShape.Triangular ? _low == _high : _likely == _high || _likely == 0;
        _turn = shape == RangeShape.Triangular
            ? IsCertain ? 0 : (_likely - _low) / (_high - _low)
            : IsCertain ? 0 : Math.Log(_high / _likely) / HighPoint;
    }

    /// <summary>Whether it is always the likely factor.</summary>
    public bool IsCertain { get; }

    /// <summary>The likely factor.</summary>
    public double Likely => _likely;

    /// <summary>The distribution that a range stands for; null = certainly 1.</summary>
    /// <exception cref="ArgumentException">The range is not one: an end below zero, points out of order, or not numbers.</exception>
    public static FactorDistribution Of(ThreePoint? range, RangeShape? shape, InitiativeId of)
    {
        if (range is not { } points)
            return new FactorDistribution(ThreePoint.Exactly, RangeShape.Triangular);
        var kind = shape ?? RangeShape.Triangular;
        var low = kind == RangeShape.Triangular ? points.Low : Math.Min(points.Likely, points.High);
        if (!(low >= 0 && low <= points.Likely && points.Likely <= points.High && double.IsFinite(points.High)))
            throw new ArgumentException(
                $"Initiative {of}: {points.Low} / {points.Likely} / {points.High} is not a range; expected 0 ≤ low ≤ likely ≤ high.", nameof(range));
        return new FactorDistribution(points, kind);
    }

    /// <summary>The factor below which a share <paramref name="u"/> of the probability lies; 0 &lt; u &lt; 1.</summary>
    public double At(double u) =>
        _shape == RangeShape.Lognormal ? _likely * Math.Exp(_turn * Normal.Quantile(u))
        : u < _turn ? _low + Math.Sqrt(u * (_high - _low) * (_likely - _low))
        : _high - Math.Sqrt((1 - u) * (_high - _low) * (_high - _likely));

    /// <summary>The same for a standard normal score, u = Φ(z).</summary>
    public double AtScore(double z) =>
        _shape == RangeShape.Lognormal ? _likely * Math.Exp(_turn * z) : At(Normal.Cumulative(z));
}
