using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

internal sealed class WeightsDraft
{
    public GoalId[] Order { get; set; } = [];
    public Dictionary<GoalId, double[]> Between { get; } = [];

    public WeightUncertainty Build() => new(Order, Between.ToDictionary(b => b.Key, b => Interval(b.Value)));

    /// <summary>A list of another length has a fault of its own; what is made of it is never used.</summary>
    private static Interval Interval(double[] numbers) => numbers is [var low, var high] ? new(low, high) : default;
}

internal sealed class RangesDraft
{
    public double[]? Cost { get; set; }
    public double[]? Effort { get; set; }
    public double[]? Duration { get; set; }
    public double[]? Score { get; set; }
    public string? Shape { get; set; }

    public Ranges Build() => new(
        Points(Cost), Points(Effort), Points(Duration), Points(Score),
        Shape is { } shape && AnalysisShapes.RangeShapes.TryGetValue(shape, out var known) ? known : null);

    private static ThreePoint? Points(double[]? numbers) => numbers switch
    {
        null => null,
        [var low, var likely, var high] => new(low, likely, high),
        _ => ThreePoint.Exactly,
    };
}

internal sealed class CorrelationDraft
{
    public string Label { get; set; } = "";
    public double Strength { get; set; }

    public Correlation Build() => new(Label, Strength);
}

internal sealed class MeansShareDraft
{
    public string Label { get; set; } = "";
    public string Value { get; set; } = "";
    public Dictionary<BudgetId, double> Budgets { get; } = [];
    public Dictionary<CapacityId, double> Capacities { get; } = [];

    public MeansShare Build() => new(Label, Value, Budgets, Capacities);
}

internal sealed class AnalysisDraft
{
    public WeightsDraft? Weights { get; set; }
    public RangesDraft Ranges { get; } = new();
    public Dictionary<InitiativeId, RangesDraft> Initiatives { get; } = [];
    public CorrelationDraft? Correlation { get; set; }
    public List<MeansShareDraft> Shares { get; } = [];
    public Dictionary<string, double> RelaxationPrices { get; } = new(StringComparer.Ordinal);

    public AnalysisInput Build() => new()
    {
        Weights = Weights?.Build(),
        Ranges = Ranges.Build(),
        Initiatives = Initiatives.ToDictionary(i => i.Key, i => i.Value.Build()),
        Correlation = Correlation?.Build(),
        Shares = [.. Shares.Select(s => s.Build())],
        RelaxationPrices = RelaxationPrices,
    };
}
