using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Whether a choice holds where weights, scores and costs are uncertain.</summary>
/// <param name="Status">Feasible where there are plans; infeasible where it was proven that there is none; unknown otherwise.</param>
/// <param name="Conflict">Where infeasible: a smallest set of rules that cannot hold together.</param>
/// <param name="Method">Whether core index and regret are exact or sampled.</param>
/// <param name="Source">Where the uncertainty of weights comes from.</param>
/// <param name="Weights">Per goal, in the order of the problem, the weights that are possible.</param>
/// <param name="Order">Goals from the most to the least important; empty = no order.</param>
/// <param name="HasScoreRanges">Whether scores were uncertain.</param>
/// <param name="HasCostRanges">Whether costs were uncertain: then a plan may break a budget at some vectors, and does not hold there.</param>
/// <param name="Vectors">Every weight vector, the extreme ones first.</param>
/// <param name="AllExtremes">Whether all extreme points of the possible weights are among the vectors.</param>
/// <param name="Plans">Different plans that were compared at every vector.</param>
/// <param name="Initiatives">Per initiative, in the order of the problem, how often it is chosen. Empty where there is no plan.</param>
/// <param name="Portfolios">Exact: every portfolio that is not dominated; null where sampled.</param>
/// <param name="MostRobust">The plan with the least worst-case regret; null where there is no plan.</param>
/// <param name="AsWeighted">The best plan found at the weights, scores and costs of the problem itself; null where there is none.</param>
/// <param name="Given">The plan that was asked about; null where none was.</param>
/// <param name="Information">What finding out one figure is worth, highest first.</param>
/// <param name="Unplanned">Vectors at which time or a stop left no planning of their own: the best plan of others counts there.</param>
/// <param name="Seconds">Wall time.</param>
public sealed record RobustResult(
    PlanStatus Status,
    IReadOnlyList<string> Conflict,
    RobustMethod Method,
    WeightSource Source,
    IReadOnlyList<PossibleWeight> Weights,
    IReadOnlyList<GoalId> Order,
    bool HasScoreRanges,
    bool HasCostRanges,
    IReadOnlyList<WeightVector> Vectors,
    bool AllExtremes,
    int Plans,
    IReadOnlyList<CoreIndex> Initiatives,
    IReadOnlyList<IReadOnlyList<Choice>>? Portfolios,
    RobustPlan? MostRobust,
    RobustPlan? AsWeighted,
    RobustPlan? Given,
    IReadOnlyList<InformationValue> Information,
    int Unplanned,
    double Seconds)
{
    /// <summary>How many of <see cref="Plans"/> are the best known at some vector; one where one plan is that at every vector.</summary>
    public int BestPlans { get; init; }

    /// <summary>The most points by which a plan may be worth more at some vector than the best known there; null where nothing was proven
    /// at one of them. Vectors at which no plan is known do not count.</summary>
    public double? OpenPoints =>
        Vectors.Where(v => v.Value is not null).Aggregate((double?)0.0, (most, v) => v.Bound is { } bound && most is { } m ? Math.Max(m, bound - v.Value!.Value) : null);

    /// <summary>Whether the best plan known is the best that there is at every vector, so that "always", "never" and "best" are facts and
    /// no more than what is known.</summary>
    public bool IsBestProven => Method == RobustMethod.Exact
        || (IsComplete && OpenPoints is { } open && open <= 1e-6 * Math.Max(1, Vectors.Max(v => Math.Abs(v.Value ?? 0))));

    /// <summary>Whether every vector was planned by itself. Where not, what is said of <see cref="RobustPlan.BestShare"/>,
    /// <see cref="RobustPlan.StaysBestUpTo"/> and <see cref="Information"/> holds beside the plans known, which nobody looked for at
    /// some vectors.</summary>
    public bool IsComplete => Unplanned == 0;

    /// <summary>Whether the regret of a plan says more than how it does beside the plans that happen to be known: every vector was
    /// planned, or it has a proven upper limit.</summary>
    /// <param name="plan">One of the plans of this result.</param>
    public bool IsRegretKnown(RobustPlan plan) => IsComplete || plan.WorstRegretAtMost is not null;

    /// <summary>Whether anything can be said of core and exterior. Where time or a stop left at most one vector planned by itself, or only
    /// one plan known, what that chooses was compared with nothing.</summary>
    public bool IsCoreKnown => Method == RobustMethod.Exact || Unplanned == 0 || (Plans > 1 && Vectors.Count - Unplanned > 1);
}

/// <summary>What a goal may weigh.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Low">Lowest weight among the vectors.</param>
/// <param name="High">Highest weight among the vectors.</param>
public sealed record PossibleWeight(Goal Goal, double Low, double High);

/// <summary>One weight vector with the best plan known there.</summary>
/// <param name="Weights">Weights in the order of the goals; their sum is that of the problem's weights.</param>
/// <param name="IsExtreme">Whether it is an extreme point of the possible weights; otherwise it was drawn.</param>
/// <param name="Value">What the best plan known is worth there; null where no plan is known that keeps the rules there.</param>
/// <param name="Bound">What no plan is worth more than there; null where nothing was proven.</param>
public sealed record WeightVector(IReadOnlyList<double> Weights, bool IsExtreme, double? Value, double? Bound);

/// <summary>Whether an initiative is chosen whatever the weights.</summary>
public enum CoreKind
{
    /// <summary>Always chosen.</summary>
    Core,

    /// <summary>Sometimes chosen.</summary>
    Borderline,

    /// <summary>Never chosen.</summary>
    Exterior,
}

/// <summary>How often an initiative is chosen.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Index">Core index, 0 to 1. Exact: the share of portfolios that are not dominated in which it is. Sampled: the share of
/// vectors whose best known plan has it.</param>
/// <param name="BestShare">The share of vectors whose best known plan has it, also where the answer is exact.</param>
public sealed record CoreIndex(Initiative Initiative, double Index, double BestShare)
{
    /// <summary>Core, borderline or exterior.</summary>
    public CoreKind Kind => Index >= 1 ? CoreKind.Core : Index <= 0 ? CoreKind.Exterior : CoreKind.Borderline;
}

/// <summary>How one plan does at all vectors.</summary>
/// <param name="Selected">What it chooses.</param>
/// <param name="Value">Its worth at the weights and scores of the problem.</param>
/// <param name="WorstRegret">The most that it is worth less than the best plan known, over all vectors, in points. At a vector at which
/// it breaks a rule it is worth nothing.</param>
/// <param name="WorstRegretAtMost">The same against what no plan is worth more than; null where nothing was proven somewhere.</param>
/// <param name="WorstRegretShare"><paramref name="WorstRegret"/> as a share of the best value there; null where that is not above 0.</param>
/// <param name="WorstVector">The vector at which the regret is largest, an index into the vectors.</param>
/// <param name="MeanRegret">The average over the vectors, against the best plan known.</param>
/// <param name="BestShare">The share of vectors at which no known plan is worth more.</param>
/// <param name="HoldsShare">The share of vectors at which it keeps every rule; 1 where costs and scores are certain.</param>
/// <param name="StaysBestUpTo">How far all weights may go from those of the problem towards those of any vector before another known plan
/// is worth more: 0 = it is not best at the problem's weights, 1 = no known plan is worth more at any vector. Null where scores or costs are uncertain
/// too, or where the problem's weights are not possible.</param>
public sealed record RobustPlan(
    IReadOnlyList<Choice> Selected, double Value, double WorstRegret, double? WorstRegretAtMost, double? WorstRegretShare,
    int WorstVector, double MeanRegret, double BestShare, double HoldsShare, double? StaysBestUpTo);

/// <summary>Which figure could be found out.</summary>
public enum FigureKind
{
    /// <summary>The weight of a goal.</summary>
    Weight,

    /// <summary>The scores of an initiative.</summary>
    Score,

    /// <summary>The costs of an initiative.</summary>
    Cost,
}

/// <summary>What it is worth to know one figure before choosing.</summary>
/// <param name="Kind">Which sort of figure.</param>
/// <param name="Goal">The goal whose weight it is; null otherwise.</param>
/// <param name="Initiative">The initiative whose scores or costs they are; null otherwise.</param>
/// <param name="Points">Expected value of perfect information about it, in points, ≥ 0: an estimate from the vectors.</param>
public sealed record InformationValue(FigureKind Kind, Goal? Goal, Initiative? Initiative, double Points);
