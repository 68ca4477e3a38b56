namespace Koers.Planning.Analyses;

/// <summary>How well figures from a finite number of runs are known.</summary>
internal static class Sampling
{
    /// <summary>Standard normal score of a two-sided interval of 95%.</summary>
    private const double Score = 1.959963984540054;

    public static Chance Chance(long happened, long runs)
    {
        var (n, p) = ((double)runs, happened / (double)runs);
        var spread = Score * Score / n;
        var centre = (p + (spread / 2)) / (1 + spread);
        var half = Score / (1 + spread) * Math.Sqrt((p * (1 - p) / n) + (spread / (4 * n)));
        return new Chance(
            p, runs < 2 ? null : Math.Sqrt(p * (1 - p) / n), happened == 0 ? 0 : Math.Max(0, centre - half), happened == runs ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>Standard error of a mean, from the sum and the sum of squares of what was drawn; null from a single run.</summary>
    public static double? Error(double sum, double squares, long runs)
    {
        if (runs < 2)
            return null;
        var variance = Math.Max(0, (squares - (sum * sum / runs)) / (runs - 1));
        return Math.Sqrt(variance / runs);
    }

    /// <summary>The least amount that a share of the runs do not pass: the ⌈share · n⌉-th smallest. Its interval lies between order
    /// statistics, by the binomial distribution of how many runs stay below; with too few runs an end lies beyond them all and is null.</summary>
    /// <param name="share">The share.</param>
    /// <param name="runs">Number of runs n.</param>
    /// <param name="ofRank">The amount of a rank, 1 to n.</param>
    public static Need Quantile(double share, int runs, Func<int, double> ofRank)
    {
        var half = Score * Math.Sqrt(runs * share * (1 - share));
        double? Of(double rank) => Math.Ceiling(rank - 1e-9) is var whole && whole >= 1 && whole <= runs ? ofRank((int)whole) : null;
        return new Need(
            share, ofRank((int)Math.Clamp(Math.Ceiling((share * runs) - 1e-9), 1, runs)), Of((share * runs) - half), Of((share * runs) + half + 1));
    }
}
