using Koers.Planning.Problems;
using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>Draws factors from three-point estimates.</summary>
internal static class FactorDraw
{
    /// <summary>The standard normal quantile of 0.9: one in ten lies above it.</summary>
    private const double OneInTenAbove = 1.2815515655446004;

    public static double From(ThreePoint points, RangeShape shape, Draw draw) => shape == RangeShape.Lognormal
        ? Lognormal(points, draw)
        : Triangular(points, draw.Share());

    /// <summary>A draw from the standard normal distribution (Box and Muller 1958).</summary>
    public static double Normal(Draw draw) =>
        Math.Sqrt(-2 * Math.Log(1 - draw.Share())) * Math.Cos(2 * Math.PI * draw.Share());

    /// <summary>Inverse of the triangular distribution function.</summary>
    private static double Triangular(ThreePoint points, double share)
    {
        var (low, likely, high) = points;
        if (high <= low)
            return low;
        var left = (likely - low) / (high - low);
        return share < left
            ? low + Math.Sqrt(share * (high - low) * (likely - low))
            : high - Math.Sqrt((1 - share) * (high - low) * (high - likely));
    }

    private static double Lognormal(ThreePoint points, Draw draw) =>
        points.Likely <= 0 || points.High <= points.Likely
            ? points.Likely
            : points.Likely * Math.Exp(Math.Log(points.High / points.Likely) / OneInTenAbove * Normal(draw));
}
