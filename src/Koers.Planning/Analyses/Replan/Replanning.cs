using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>A plan made again, with what changed, why, and what fewer or more changes would bring.</summary>
/// <param name="Problem">The problem that was planned: with the reference and its penalties, what is frozen mandatory and with one option,
/// starts in frozen periods left out. <see cref="Plan"/> is a plan of this problem and checks against it.</param>
/// <param name="Settings">What was asked to stay and to cost.</param>
/// <param name="Reference">What became of the plan held until now.</param>
/// <param name="Penalties">What changes cost.</param>
/// <param name="Plan">The plan: worth the most after penalties. Status, value and bound as the contract counts them for
/// <see cref="Problem"/>.</param>
/// <param name="Figures">What the plan is worth and uses; null where there is none.</param>
/// <param name="Counts">How much it changes; null where there is no plan.</param>
/// <param name="Changes">Every change with its reason, in the order of the problem; empty where there is no plan.</param>
/// <param name="Curve">Value against disturbance.</param>
/// <param name="Unfreezing">Where what is frozen leaves no plan: what would; else null.</param>
/// <param name="IsComplete">Whether everything that was to be planned was planned: false where a stop or the time limit came first.</param>
public sealed record Replanning(
    Problem Problem,
    ReplanSettings Settings,
    HeldPlan Reference,
    ReplanPenalties Penalties,
    Plan Plan,
    PlanFigures? Figures,
    ChangeCounts? Counts,
    IReadOnlyList<ReasonedChange> Changes,
    ReplanCurve Curve,
    Unfreezing? Unfreezing,
    bool IsComplete);

/// <summary>What became of the plan held until now.</summary>
/// <param name="Held">Its choices, of initiatives that the problem still has, in the order of the problem.</param>
/// <param name="Gone">Choices of initiatives that the problem no longer has; they count in no figure and no penalty.</param>
/// <param name="Impossible">Choices that are no longer an option, because window, duration, variant or frozen periods forbid them.</param>
/// <param name="Frozen">What stays as it is, or as near to it as can be: it starts before the frozen periods are over, or runs
/// already.</param>
/// <param name="AsItCanBe">The reference with every impossible choice at the nearest option: the same variant if it exists, then the
/// nearest start. What cannot be chosen at all is left out.</param>
/// <param name="Figures">What <paramref name="AsItCanBe"/> is worth and uses.</param>
/// <param name="Broken">The rules that it breaks; empty where it still works.</param>
public sealed record HeldPlan(
    IReadOnlyList<Choice> Held,
    IReadOnlyList<Choice> Gone,
    IReadOnlyList<Choice> Impossible,
    IReadOnlyList<Choice> Frozen,
    IReadOnlyList<Choice> AsItCanBe,
    PlanFigures Figures,
    IReadOnlyList<Violation> Broken);

/// <summary>How much a plan changes. An initiative that moves and changes variant is one change and counts in both.</summary>
/// <param name="Changes">Initiatives that change.</param>
/// <param name="Dropped">Initiatives of the reference that are no longer chosen.</param>
/// <param name="Added">Initiatives that are new.</param>
/// <param name="Shifted">Initiatives that start in another period.</param>
/// <param name="OtherVariant">Initiatives in another variant.</param>
/// <param name="PeriodsShifted">Periods by which starts move, earlier or later, all together.</param>
public sealed record ChangeCounts(int Changes, int Dropped, int Added, int Shifted, int OtherVariant, int PeriodsShifted);

/// <summary>Why something changes, as the checker finds by undoing it in the new plan.</summary>
public enum ReplanReason
{
    /// <summary>The reference's choice is no longer an option: window, duration or variant changed, or the frozen periods forbid it.</summary>
    NoLongerPossible,

    /// <summary>Undoing only this change breaks rules.</summary>
    ForcedByRules,

    /// <summary>Undoing only this change breaks rules, but undoing it together with one other change keeps all of them.</summary>
    MakesRoom,

    /// <summary>Undoing only this change keeps all rules, and makes the plan worth less.</summary>
    WorthIt,
}

/// <summary>One change with its reason.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">Why.</param>
/// <param name="UndoneTo">What undoing puts in its place: the reference's choice, or the nearest option where that is impossible; null =
/// it is left out.</param>
/// <param name="Broken">What undoing it alone breaks; empty where that keeps all rules.</param>
/// <param name="For">Where it makes room: the other change that has to be undone with it; else null.</param>
/// <param name="Loss">Points of value, penalties not counted, that are lost by undoing it (with <paramref name="For"/>); negative = won.
/// Null where undoing breaks rules, or leaves everything as it is.</param>
/// <param name="NetLoss">The same with penalties counted.</param>
public sealed record ReasonedChange(
    PlanChange Change, ReplanReason Reason, Choice? UndoneTo, IReadOnlyList<Violation> Broken, InitiativeId? For, double? Loss,
    double? NetLoss);

/// <summary>Value against disturbance: plans that are best at some exchange rate between them (supported points, found by multiplying all
/// penalties). Between two of them there may be plans that are best at no rate; the bounds hold for those too.</summary>
/// <param name="Points">From the least disturbance to the most value. Every point disturbs more and is worth more than the one
/// before.</param>
/// <param name="LeastDisturbance">Proven: no plan that keeps all rules has a smaller penalty, in points; null where nothing was
/// proven.</param>
public sealed record ReplanCurve(IReadOnlyList<ReplanPoint> Points, double? LeastDisturbance);

/// <summary>One point of the curve.</summary>
/// <param name="Selected">What it chooses; it keeps all rules.</param>
/// <param name="FromScale">The smallest number with which penalties were multiplied where this is the best plan found; 0 = no penalty.</param>
/// <param name="ToScale">The largest such number.</param>
/// <param name="Value">What it is worth, penalties not counted.</param>
/// <param name="Disturbance">Its penalty, in points, at the penalties themselves.</param>
/// <param name="Counts">How much it changes.</param>
/// <param name="ValueBound">Proven: no plan with at most this disturbance is worth more, penalties not counted; null where there is no
/// bound.</param>
public sealed record ReplanPoint(
    IReadOnlyList<Choice> Selected, double FromScale, double ToScale, double Value, double Disturbance, ChangeCounts Counts,
    double? ValueBound)
{
    /// <summary>Whether it is the plan at the penalties themselves, which is the answer.</summary>
    public bool IsAnswer => FromScale <= 1 && ToScale >= 1;

    /// <summary>(bound - value) / max(1e-9, |value|); null where there is no bound.</summary>
    public double? Gap => (ValueBound - Value) / Math.Max(1e-9, Math.Abs(Value));
}

/// <summary>What would help where nothing is possible with what is frozen.</summary>
/// <param name="InConflict">The frozen choices that the conflict names, by themselves or in a relation.</param>
/// <param name="Freeze">The largest smaller number of frozen periods for which a plan was found; null where none was.</param>
/// <param name="Release">The choices of <paramref name="InConflict"/> of which releasing one alone leaves a plan.</param>
/// <param name="WithoutAny">Whether the problem itself has a plan, with nothing frozen, running work that may stop and every start that
/// its windows allow: <see cref="PlanStatus.Infeasible"/> = proven not; it is not the freezing then.</param>
public sealed record Unfreezing(
    IReadOnlyList<Choice> InConflict, int? Freeze, IReadOnlyList<Choice> Release, PlanStatus WithoutAny);
