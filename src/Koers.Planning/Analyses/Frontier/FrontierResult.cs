using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What more or less means bring.</summary>
/// <param name="Points">From the least to the most means.</param>
/// <param name="Steps">What happens from each point to the next; one fewer than there are points.</param>
/// <param name="Hull">The points on the concave envelope of the values found, by number: between them, means bring less and less.</param>
/// <param name="Knee">Where more means begin to bring less; null where there are fewer than three points with a plan, or where their
/// values lie on a straight line or under it.</param>
/// <param name="Presence">Per initiative at which points it is chosen, in the order of the problem.</param>
/// <param name="Measure">What amounts are counted in.</param>
/// <param name="IsFinished">Whether every point had its turn; false where time ran out or somebody stopped. What the other points say
/// holds all the same: it was derived from their neighbours.</param>
public sealed record FrontierResult(
    IReadOnlyList<FrontierPoint> Points,
    IReadOnlyList<FrontierStep> Steps,
    IReadOnlyList<int> Hull,
    FrontierKnee? Knee,
    IReadOnlyList<FrontierPresence> Presence,
    FrontierMeasure Measure,
    bool IsFinished)
{
    /// <summary>Beyond this share of the range of means, where a knee may lie says nothing.</summary>
    private const double WideRange = 1.0 / 3;

    /// <summary>Whether there is a knee whatever the best plans within the gaps are: at some point between the first and the last the
    /// slope before it surely exceeds the slope after it.</summary>
    public bool IsKneeProven => FrontierShape.IsKneeProven(Points);

    /// <summary>Whether a knee can be named: there surely is one, and the gaps do not leave it most of the range.</summary>
    public bool IsKneeNamed => Knee is not null && IsKneeProven && !IsKneeUncertain;

    /// <summary>Whether the gaps leave so much room for the knee that none can be named.</summary>
    public bool IsKneeUncertain => Knee is { } knee
        && Points[knee.Last].Factor - Points[knee.First].Factor > WideRange * (Points[^1].Factor - Points[0].Factor);
}

/// <summary>What amounts of means are counted in.</summary>
public enum FrontierMeasure
{
    /// <summary>Money: the sum over all years of the budgets that change.</summary>
    Money,

    /// <summary>People: the sum over all periods of the capacities that change (fte-quarters, for example), reserve included.</summary>
    People,

    /// <summary>The factor itself, because money and people change together.</summary>
    Factor,
}

/// <summary>The best plan for one amount of means.</summary>
/// <param name="Factor">The factor on the means; 1 = as in the problem.</param>
/// <param name="Amount">Means at this point, as <see cref="FrontierResult.Measure"/> says.</param>
/// <param name="Plan">The plan, its bound and status: optimal only within the gap asked for. Its certificate proves
/// <see cref="Certificate.Bound"/> for the problem of this point.</param>
/// <param name="IsPlanned">Whether the point was planned itself; false where what is known comes from its neighbours only.</param>
public sealed record FrontierPoint(double Factor, double Amount, Plan Plan, bool IsPlanned);

/// <summary>What happens between two points that follow each other.</summary>
/// <param name="Amount">Means that are added, as <see cref="FrontierResult.Measure"/> says; more than zero.</param>
/// <param name="Gain">Value found at the second less value found at the first point, ≥ 0; null where either has no plan.</param>
/// <param name="LeastGain">Proven: the best plans differ by at least this; null where a value or bound is missing.</param>
/// <param name="MostGain">Proven: the best plans differ by at most this; null where a value or bound is missing.</param>
/// <param name="In">Initiatives that only the plan with more means holds, in the order of the problem.</param>
/// <param name="Out">Initiatives that only the plan with less means holds.</param>
public sealed record FrontierStep(
    double Amount, double? Gain, double? LeastGain, double? MostGain, IReadOnlyList<InitiativeId> In, IReadOnlyList<InitiativeId> Out)
{
    /// <summary>Value found per unit of means; null where there is no gain to speak of.</summary>
    public double? PerUnit => Amount > 0 ? Gain / Amount : null;
}

/// <summary>The knee: the point farthest above the straight line from the first to the last plan.</summary>
/// <param name="Point">Its number.</param>
/// <param name="Distance">How far, as a share of the difference in value between the first and the last plan; more than 0.</param>
/// <param name="First">The first point that could be the knee, given the gaps.</param>
/// <param name="Last">The last point that could be the knee, given the gaps.</param>
public sealed record FrontierKnee(int Point, double Distance, int First, int Last);

/// <summary>How an initiative fares while means grow.</summary>
public enum FrontierCourse
{
    /// <summary>No plan holds it.</summary>
    Never,

    /// <summary>Every plan holds it.</summary>
    Always,

    /// <summary>It comes in at a point and stays.</summary>
    ComesIn,

    /// <summary>It goes out at a point and stays out: something better takes its place.</summary>
    GoesOut,

    /// <summary>It comes and goes.</summary>
    ComesAndGoes,
}

/// <summary>At which points an initiative is chosen.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Course">In one word.</param>
/// <param name="Spans">First and last point of each row of points that follow each other and hold it; points without a plan do not
/// interrupt a row. Empty where never.</param>
public sealed record FrontierPresence(Initiative Initiative, FrontierCourse Course, IReadOnlyList<(int First, int Last)> Spans);
