using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One thing that changes while all else stays.</summary>
public enum ChangeKind
{
    /// <summary>Everything the initiative spends, by a factor.</summary>
    Cost,

    /// <summary>Everything it contributes, by a factor.</summary>
    Contribution,

    /// <summary>All the people it asks, by a factor.</summary>
    Effort,

    /// <summary>What it asks of one capacity, by a factor.</summary>
    EffortOfOne,

    /// <summary>The window in which it may start, wider by a number of periods on both sides, within the horizon.</summary>
    Start,

    /// <summary>More of one budget, in the years in which the initiative spends from it, as a multiple of what it spends then.</summary>
    Budget,

    /// <summary>More of one capacity, in the periods in which the initiative asks it, as a multiple of what it asks then.</summary>
    Capacity,
}

/// <summary>What trying a change gave.</summary>
public enum TurnVerdict
{
    /// <summary>The change turns the answer; the interval says from where.</summary>
    Turns,

    /// <summary>The change was tried as far as it was asked and does not turn the answer.</summary>
    DoesNotTurn,

    /// <summary>Time ran out, or somebody stopped, before it was known.</summary>
    NotKnown,
}

/// <summary>
/// How large one change must be to turn the answer. Sizes count from 0, the problem as it is: for <see cref="ChangeKind.Cost"/>,
/// <see cref="ChangeKind.Contribution"/> and effort the part by which the figure is raised or lowered (0.25 = a quarter), for
/// <see cref="ChangeKind.Start"/> periods, for <see cref="ChangeKind.Budget"/> and <see cref="ChangeKind.Capacity"/> the multiple of what
/// the initiative itself asks.
/// </summary>
/// <param name="Kind">What changes.</param>
/// <param name="Resource">Id of the budget or capacity; null where the kind names none.</param>
/// <param name="IsRaised">Whether the figure goes up (dearer, more points, more people, wider, more money) or down.</param>
/// <param name="Verdict">What trying gave.</param>
/// <param name="InAt">The size at which it is in, shown by <see cref="Proof"/>: the largest at which it still is, for an initiative that
/// belongs in; the smallest at which it comes in, for one that does not. Null where it is in at no size tried.</param>
/// <param name="OutAt">The size at which it is out: the best plan found with it is worth less than the best found without it. Null where it
/// is out at no size tried.</param>
/// <param name="IsOutProven">Whether a bound proves that it is out at <paramref name="OutAt"/>, or only no plan was found.</param>
/// <param name="Proof">The plans found at <paramref name="InAt"/>; null where there is none, or where that is the problem as it is.</param>
/// <param name="Amount">The size <paramref name="InAt"/> as an amount in total: money, points per problem value, units at the peak of the
/// effort; null where there is none.</param>
/// <param name="Limit">The largest size that was asked.</param>
/// <param name="Relative">The size as a share by which changes are ranked: of the figure itself, of what the initiative asks, or of the
/// horizon.</param>
/// <param name="IsNarrow">Whether the interval is as narrow as was asked.</param>
public sealed record TurningPoint(
    ChangeKind Kind,
    string? Resource,
    bool IsRaised,
    TurnVerdict Verdict,
    double? InAt,
    double? OutAt,
    bool IsOutProven,
    PlanPair? Proof,
    double? Amount,
    double Limit,
    double? Relative,
    bool IsNarrow);

/// <summary>Two plans of the same changed problem, both checked: the one with the initiative is worth at least the other.</summary>
/// <param name="With">Choices of the plan that holds it.</param>
/// <param name="ValueWith">Its worth in the changed problem.</param>
/// <param name="Without">Choices of the plan that leaves it out; null where it is proven that no plan can.</param>
/// <param name="ValueWithout">Its worth in the changed problem; null where there is none.</param>
public sealed record PlanPair(IReadOnlyList<Choice> With, double ValueWith, IReadOnlyList<Choice>? Without, double? ValueWithout);
