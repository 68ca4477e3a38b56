using Koers.Planning.Problems;
using static Koers.Planning.Formats.Presence;

namespace Koers.Planning.Formats;

/// <summary>The fields of <c>analysis</c>: what planning ignores and analyses use.</summary>
internal static class AnalysisShapes
{
    /// <summary>How the file writes each distribution.</summary>
    public static readonly IReadOnlyDictionary<string, RangeShape> RangeShapes = new Dictionary<string, RangeShape>(StringComparer.Ordinal)
    {
        ["triangular"] = RangeShape.Triangular,
        ["lognormal"] = RangeShape.Lognormal,
    };

    private static readonly Shape<WeightsDraft> Weights = new Shape<WeightsDraft>("weights")
        .Texts("order", Optional, (d, v) => d.Order = [.. v.Select(id => new GoalId(id))])
        .Counted("between", AnalysisPhrases.LowHigh, (d, id, v) => d.Between.TryAdd(new(id), v));

    private static readonly Shape<RangesDraft> Ranges = new Shape<RangesDraft>("ranges")
        .Counted("cost", AnalysisPhrases.LowLikelyHigh, (d, v) => d.Cost = v)
        .Counted("effort", AnalysisPhrases.LowLikelyHigh, (d, v) => d.Effort = v)
        .Counted("duration", AnalysisPhrases.LowLikelyHigh, (d, v) => d.Duration = v)
        .Counted("score", AnalysisPhrases.LowLikelyHigh, (d, v) => d.Score = v)
        .OneOf("shape", [.. RangeShapes.Keys], (d, v) => d.Shape = v);

    private static readonly Shape<CorrelationDraft> Correlation = new Shape<CorrelationDraft>("correlation")
        .Text("label", Required, (d, v) => d.Label = v)
        .Number("strength", Required, (d, v) => d.Strength = v);

    public static readonly Shape<MeansShareDraft> MeansShare = new Shape<MeansShareDraft>("share")
        .Text("label", Required, (d, v) => d.Label = v)
        .Text("value", Required, (d, v) => d.Value = v)
        .NumberBy("budgets", (d, id, v) => d.Budgets.TryAdd(new(id), v))
        .NumberBy("capacities", (d, id, v) => d.Capacities.TryAdd(new(id), v));

    public static readonly Shape<AnalysisDraft> Analysis = new Shape<AnalysisDraft>("analysis")
        .Object("weights", Optional, Weights, d => d.Weights = new())
        .Object("ranges", Optional, Ranges, d => d.Ranges)
        .ObjectsBy("initiatives", Ranges, (d, id, v) => d.Initiatives.TryAdd(new(id), v))
        .Object("correlation", Optional, Correlation, d => d.Correlation = new())
        .List("shares", Optional, MeansShare, d => d.Shares)
        .NumberBy("relaxationPrices", (d, rule, v) => d.RelaxationPrices.TryAdd(rule, v));

    /// <summary>Every object within it, and itself.</summary>
    public static IReadOnlyList<IShape> All { get; } = [Analysis, Weights, Ranges, Correlation, MeansShare];
}

/// <summary>How many numbers an estimate has.</summary>
internal static class AnalysisPhrases
{
    public static readonly (int Count, Phrase Phrase) LowHigh = (2, new("two: low and high", "twee: laag en hoog"));

    public static readonly (int Count, Phrase Phrase) LowLikelyHigh =
        (3, new("three: low, likely and high", "drie: laag, waarschijnlijk en hoog"));
}
