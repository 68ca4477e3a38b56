namespace Koers.Planning.Analyses;

/// <summary>Divides an amount in proportion to weights.</summary>
internal static class Proportion
{
    /// <summary>Shares that add to 1; equal where no weight is above zero. Weights under zero count as zero.</summary>
    public static double[] Of(IReadOnlyList<double> weights)
    {
        var sum = weights.Sum(w => Math.Max(0.0, w));
        return [.. weights.Select(w => sum > 0 ? Math.Max(0.0, w) / sum : 1.0 / weights.Count)];
    }

    /// <summary>Whole numbers that add to <paramref name="total"/>, each its quota rounded down, and one more for the largest remainders
    /// (Hamilton's method). Between equal remainders the first goes first.</summary>
    public static int[] Whole(int total, IReadOnlyList<double> weights)
    {
        // A hair above, so that 0.1 × 30 is not rounded down to 2
        const double Hair = 1e-9;
        var quotas = Of(weights).Select(share => share * total).ToArray();
        var seats = quotas.Select(quota => (int)Math.Floor(quota + Hair)).ToArray();
        var rest = total - seats.Sum();
        foreach (var n in Enumerable.Range(0, quotas.Length).OrderByDescending(n => Math.Round(quotas[n] - seats[n], 9)).ThenBy(n => n).Take(rest))
            seats[n]++;
        return seats;
    }
}
