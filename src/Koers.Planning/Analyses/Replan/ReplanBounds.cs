namespace Koers.Planning.Analyses;

/// <summary>
/// What is proven of F(k), the most that value − k × penalty can be. F is the highest of lines that fall (one for each plan, its slope
/// minus its penalty), so it falls and is convex in k: a bound at one multiple says something of every other.
/// </summary>
internal sealed class ReplanBounds
{
    private readonly SortedDictionary<double, double> _proven = [];

    public void Add(double scale, double? bound)
    {
        if (bound is { } found && double.IsFinite(found))
            _proven[scale] = Math.Min(found, _proven.GetValueOrDefault(scale, double.PositiveInfinity));
    }

    /// <summary>The tightest bound on F at a multiple; null where there is none.</summary>
    public double? At(double scale)
    {
        double? bound = null;
        void Take(double found) => bound = bound is { } known ? Math.Min(known, found) : found;
        foreach (var (below, proven) in _proven.TakeWhile(p => p.Key <= scale))
        {
            Take(proven);
            foreach (var (above, other) in _proven.SkipWhile(p => p.Key <= scale))
                Take(proven + ((other - proven) * (scale - below) / (above - below)));
        }
        return bound;
    }

    /// <summary>No plan with at most this penalty is worth more, penalties not counted: the least of F(k) + k × penalty.</summary>
    public double? OfValue(double disturbance) =>
        _proven.Count == 0 ? null : _proven.Keys.Min(scale => At(scale)!.Value + (scale * disturbance));

    /// <summary>No plan has a smaller penalty. Every plan is worth at least <paramref name="leastValue"/>, and
    /// value − k × penalty ≤ F(k).</summary>
    public double? OfDisturbance(double leastValue)
    {
        var scales = _proven.Keys.Where(scale => scale > 0).ToList();
        return scales.Count == 0 ? null : Math.Max(0.0, scales.Max(scale => (leastValue - At(scale)!.Value) / scale));
    }
}
