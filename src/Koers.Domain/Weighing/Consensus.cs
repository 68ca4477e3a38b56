namespace Koers.Domain.Weighing;

/// <summary>What several assessors make of one initiative on one goal.</summary>
/// <param name="Assessors">How many scored.</param>
/// <param name="Mean">Mean of their scores; null where nobody scored.</param>
/// <param name="Spread">Standard deviation between them (of the scores themselves, not an estimate for others); null where nobody scored.</param>
/// <param name="Agreement">1 = all the same, 0 = half at one end of the scale and half at the other; null where fewer than two scored.</param>
public sealed record Consensus(int Assessors, double? Mean, double? Spread, double? Agreement)
{
    /// <summary>Works it out.</summary>
    /// <param name="scores">The scores, one of each assessor.</param>
    /// <param name="lowest">Lower end of the scale.</param>
    /// <param name="highest">Upper end of the scale, above the lower.</param>
    /// <exception cref="ArgumentException">A score lies outside the scale, or the scale is empty.</exception>
    public static Consensus Of(IReadOnlyCollection<double> scores, double lowest, double highest)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (!(lowest < highest))
            throw new ArgumentException($"A scale from {lowest} to {highest} has no room for scores.", nameof(highest));
        foreach (var score in scores)
            if (!(score >= lowest && score <= highest))
                throw new ArgumentException($"{score} lies outside the scale from {lowest} to {highest}.", nameof(scores));
        if (scores.Count == 0)
            return new Consensus(0, null, null, null);
        var mean = scores.Average();
        var spread = Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / scores.Count);
        // The largest spread there can be: half of them at each end
        return new Consensus(scores.Count, mean, spread, scores.Count < 2 ? null : 1.0 - (spread / ((highest - lowest) / 2.0)));
    }
}
