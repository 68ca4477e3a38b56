using Koers.Planning.Problems;

namespace Koers.Planning.Options;

/// <summary>
/// How much of a contribution counts when an effect begins in a given period: Σ ρ_t φ(t - s) / R over t from max(s, 0) to the end of the
/// window, with ρ_t = (1 + δ)^(-t / periodsPerYear).
/// </summary>
internal sealed class EffectTiming
{
    private readonly double[] _weight;     // ρ_t
    private readonly double[] _remaining;  // Σ ρ from t to the end of the window
    private readonly double _scale;        // R

    public EffectTiming(Problem problem)
    {
        var window = problem.Horizon.Periods + problem.Value.TailPeriods;
        _weight = new double[window];
        _remaining = new double[window + 1];
        for (var t = 0; t < window; t++)
            _weight[t] = Math.Pow(1 + problem.Value.DiscountPerYear, -t / (double)problem.Horizon.PeriodsPerYear);
        for (var t = window - 1; t >= 0; t--)
            _remaining[t] = _remaining[t + 1] + _weight[t];
        _scale = problem.Value.Normalise ? _remaining[0] : 1.0;
    }

    /// <summary>The share of a contribution that counts when the variant starts in period <paramref name="start"/>.</summary>
    public double Share(Effect effect, int start)
    {
        var total = 0.0;
        var profileEnd = Math.Min(_weight.Length, start + effect.Profile.Count);
        for (var t = Math.Max(start, 0); t < profileEnd; t++)
            total += _weight[t] * effect.Profile[t - start];
        var after = Math.Clamp(start + effect.Profile.Count, 0, _weight.Length);
        total += effect.After * _remaining[Math.Max(after, Math.Max(start, 0))];
        return total / _scale;
    }
}
