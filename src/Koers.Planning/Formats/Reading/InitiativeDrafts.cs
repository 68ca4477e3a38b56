using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

internal sealed class EffectDraft
{
    public double[]? Profile { get; set; }
    public double After { get; set; } = 1;

    /// <summary>Without a profile nothing is felt until the finish.</summary>
    public Effect Build(int duration) => new(Profile ?? Zeros(duration), After);

    /// <summary>Few durations occur, and many variants: they share the zeros.</summary>
    private static readonly double[][] ShortZeros = [.. Enumerable.Range(0, 100).Select(d => new double[d])];

    private static double[] Zeros(int duration) =>
        duration < 0 || duration > FormatLimits.Periods ? [] : duration < ShortZeros.Length ? ShortZeros[duration] : new double[duration];
}

internal sealed class VariantDraft
{
    public string Id { get; set; } = "";
    public int Duration { get; set; } = 1;
    public int EarliestStart { get; set; }
    public int? LatestStart { get; set; }
    public Dictionary<BudgetId, IReadOnlyList<double>> Spend { get; } = [];
    public Dictionary<BudgetId, double> SpendAfter { get; } = [];
    public Dictionary<CapacityId, IReadOnlyList<double>> Effort { get; } = [];
    public Dictionary<GoalId, double> Contribution { get; } = [];
    public double Success { get; set; } = 1;
    public EffectDraft Effect { get; } = new();

    public Variant Build(int periods) => new(
        new(Id), Duration, EarliestStart, LatestStart ?? (int)Math.Max((long)periods - Duration, int.MinValue),
        Spend, SpendAfter, Effort, Contribution, Success, Effect.Build(Duration));
}

internal sealed class InitiativeDraft
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);
    public bool Mandatory { get; set; }
    public List<VariantDraft> Variants { get; } = [];

    public Initiative Build(int periods) =>
        new(new(Id), Name ?? Id, Labels, Mandatory, [.. Variants.Select(v => v.Build(periods))]);
}
