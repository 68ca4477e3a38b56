namespace Koers.Planning.Problems;

/// <summary>
/// What only the analyses use of a problem, and planning ignores: how uncertain its figures are, how means were divided before, what
/// giving way on a frame costs. All of it may be left out.
/// </summary>
public sealed record AnalysisInput
{
    /// <summary>Nothing is known.</summary>
    public static AnalysisInput None { get; } = new();

    /// <summary>How uncertain the weights of goals are; null where they are certain.</summary>
    public WeightUncertainty? Weights { get; init; }

    /// <summary>Ranges of every initiative that has none of its own.</summary>
    public Ranges Ranges { get; init; } = Ranges.Certain;

    /// <summary>Ranges of single initiatives; what an initiative leaves out here it takes from <see cref="Ranges"/>.</summary>
    public IReadOnlyDictionary<InitiativeId, Ranges> Initiatives { get; init; } = new Dictionary<InitiativeId, Ranges>();

    /// <summary>Which initiatives' fortunes go together; null = as the analysis assumes, which it then says. A strength of 0 says that each
    /// stands alone.</summary>
    public Correlation? Correlation { get; init; }

    /// <summary>How means were divided until now, for the price of silos.</summary>
    public IReadOnlyList<MeansShare> Shares { get; init; } = [];

    /// <summary>What giving way costs, in points per unit of what the rule measures; by the name that conflicts use, for example
    /// <c>budget/investering</c> or <c>frame/rust</c>. What is not named costs what the analysis says.</summary>
    public IReadOnlyDictionary<string, double> RelaxationPrices { get; init; } = new Dictionary<string, double>();

    /// <summary>The ranges of an initiative: its own, and where it has none those of all.</summary>
    public Ranges RangesOf(InitiativeId initiative) => Initiatives.TryGetValue(initiative, out var own)
        ? new Ranges(
            own.Cost ?? Ranges.Cost, own.Effort ?? Ranges.Effort, own.Duration ?? Ranges.Duration, own.Score ?? Ranges.Score,
            own.Shape ?? Ranges.Shape)
        : Ranges;
}

/// <summary>How uncertain the weights of goals are: an order of importance, or ranges, or both.</summary>
/// <param name="Order">Goals from the most to the least important: each weighs at least as much as the next, whatever the weights in
/// the problem. Goals that are not named keep their weight. Empty = no order.</param>
/// <param name="Between">Per goal the lowest and highest weight, in the unit of the problem's weights. Goals that are not named keep
/// their weight.</param>
public sealed record WeightUncertainty(IReadOnlyList<GoalId> Order, IReadOnlyDictionary<GoalId, Interval> Between);

/// <summary>A closed interval.</summary>
/// <param name="Low">Its least value.</param>
/// <param name="High">Its largest value, at least <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>A three-point estimate, as a factor on the figure in the problem: 1 = as it stands there.</summary>
/// <param name="Low">As low as it reasonably gets, ≥ 0.</param>
/// <param name="Likely">Most likely.</param>
/// <param name="High">As high as it reasonably gets.</param>
public readonly record struct ThreePoint(double Low, double Likely, double High)
{
    /// <summary>No uncertainty: the figure in the problem.</summary>
    public static ThreePoint Exactly { get; } = new(1, 1, 1);
}

/// <summary>The distribution that a three-point estimate stands for.</summary>
public enum RangeShape
{
    /// <summary>Triangular between low and high with its top at likely.</summary>
    Triangular,

    /// <summary>Lognormal with its median at likely, and one in ten above high; low is not used.</summary>
    Lognormal,
}

/// <summary>How uncertain the figures of an initiative are, each as factors on the figure in the problem; null = not given.</summary>
/// <param name="Cost">Factor on everything it spends.</param>
/// <param name="Effort">Factor on the people it asks, per period.</param>
/// <param name="Duration">Factor on its duration; rounded to whole periods.</param>
/// <param name="Score">Factor on what it contributes to every goal.</param>
/// <param name="Shape">The distribution; default triangular.</param>
public sealed record Ranges(ThreePoint? Cost, ThreePoint? Effort, ThreePoint? Duration, ThreePoint? Score, RangeShape? Shape)
{
    /// <summary>Nothing is uncertain.</summary>
    public static Ranges Certain { get; } = new(null, null, null, null, null);
}

/// <summary>Initiatives with the same label fare alike: what makes one dearer makes the others dearer too.</summary>
/// <param name="Label">The key of the label, for example <c>department</c>.</param>
/// <param name="Strength">Correlation between two initiatives with the same label, 0 to 1.</param>
public sealed record Correlation(string Label, double Strength);

/// <summary>What a part of the organisation has had of the means.</summary>
/// <param name="Label">The key of the label that divides, for example <c>department</c>.</param>
/// <param name="Value">The part, for example <c>Ruimte</c>.</param>
/// <param name="Budgets">Its share of each budget, 0 to 1.</param>
/// <param name="Capacities">Its share of each capacity, 0 to 1.</param>
public sealed record MeansShare(
    string Label, string Value, IReadOnlyDictionary<BudgetId, double> Budgets, IReadOnlyDictionary<CapacityId, double> Capacities);
