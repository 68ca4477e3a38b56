namespace Koers.Domain.Weighing;

/// <summary>Weights by swings (Von Winterfeldt and Edwards 1986): imagine everything at its worst; the thing that one would bring to its best
/// first gets 100 points, and each other as many as its own step from worst to best is worth beside it.</summary>
public static class SwingWeights
{
    /// <summary>Points of the largest swing.</summary>
    public const double Most = 100.0;

    /// <summary>The weights, together 1.</summary>
    /// <param name="points">Per thing 0 to 100; the largest is 100.</param>
    /// <exception cref="ArgumentException">No swing is worth 100 points, or one is out of range.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0 || points.Any(p => !(p is >= 0 and <= Most)))
            throw new ArgumentException("Each swing is worth 0 to 100 points.", nameof(points));
        if (points.Max() < Most)
            throw new ArgumentException(
                $"The largest swing is worth {points.Max()} points; it must be worth 100: the others are compared with it.", nameof(points));
        var sum = points.Sum();
        return [.. points.Select(p => p / sum)];
    }
}
