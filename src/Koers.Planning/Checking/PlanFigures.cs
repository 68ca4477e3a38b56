using Koers.Planning.Problems;

namespace Koers.Planning.Checking;

/// <summary>What a plan is worth and what it uses, computed from the problem alone, without a solver.</summary>
/// <param name="Value">Worth of the plan, in points: goals + synergies - penalties.</param>
/// <param name="Goals">Score per goal, in the order of the problem.</param>
/// <param name="Synergies">The synergies (bonus or overlap) that the plan realises.</param>
/// <param name="SynergyValue">Their sum.</param>
/// <param name="Penalty">What departing from the reference plan costs, ≥ 0.</param>
/// <param name="Budgets">Use of each budget per year, in the order of the problem.</param>
/// <param name="Capacities">Use of each capacity per period, in the order of the problem.</param>
/// <param name="Frames">Each frame with what it measures, in the order of the problem.</param>
public sealed record PlanFigures(
    double Value,
    IReadOnlyList<GoalFigures> Goals,
    IReadOnlyList<Synergy> Synergies,
    double SynergyValue,
    double Penalty,
    IReadOnlyList<BudgetFigures> Budgets,
    IReadOnlyList<CapacityFigures> Capacities,
    IReadOnlyList<FrameFigures> Frames);

/// <summary>Score of a plan on one goal.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Score">Points, not cut off at the cap.</param>
/// <param name="Counted">Points that count: at most the cap.</param>
/// <param name="Value">Weight × counted points.</param>
public sealed record GoalFigures(Goal Goal, double Score, double Counted, double Value);

/// <summary>Use of one budget.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Spent">Money per year, hiring included.</param>
/// <param name="Hiring">The part of it that pays hired capacity.</param>
/// <param name="Available">Money that may be spent per year: the year's own, and with carry-over what earlier years left.</param>
public sealed record BudgetFigures(
    Budget Budget, IReadOnlyList<double> Spent, IReadOnlyList<double> Hiring, IReadOnlyList<double> Available);

/// <summary>Use of one capacity.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Used">Units per period.</param>
/// <param name="Hired">The part of it that is hired.</param>
/// <param name="Available">Units per period without hiring, less the reserve.</param>
public sealed record CapacityFigures(
    Capacity Capacity, IReadOnlyList<double> Used, IReadOnlyList<double> Hired, IReadOnlyList<double> Available);

/// <summary>What a frame measures, and its limits.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Measured">What the plan has: points, money, a share (0 to 1), a number of initiatives, units; for a frame per period the
/// highest of all periods.</param>
/// <param name="Min">Lower bound; null where there is none.</param>
/// <param name="Max">Upper bound; null where there is none.</param>
public sealed record FrameFigures(Frame Frame, double Measured, double? Min, double? Max);

/// <summary>One rule that a plan breaks.</summary>
/// <param name="Rule">What is broken, as conflicts name it, for example <c>budget/investering</c> or <c>dependsOn/r1</c>.</param>
/// <param name="Row">The row of the reference formulation, for example <c>budget/investering/2</c>.</param>
/// <param name="Found">What the plan has: the left-hand side of the row.</param>
/// <param name="Limit">What it may have at most: the right-hand side of the row.</param>
public sealed record Violation(string Rule, string Row, double Found, double Limit);

/// <summary>What checking a plan found.</summary>
/// <param name="Faults">The claims of the plan that do not hold; with no violations either, the plan holds.</param>
/// <param name="Violations">The rules that the choices break.</param>
/// <param name="Value">What the choices are worth; null where they are no options, or where there are none and the plan says infeasible or
/// unknown.</param>
/// <param name="CertifiedBound">The bound that the certificate's prices prove; null where there is no certificate.</param>
/// <param name="BoundProven">Whether the certificate proves the bound that the plan states; a bound may be tighter, which only a search
/// can verify. Null where the plan states no bound or its choices cannot be valued.</param>
public sealed record CheckReport(
    IReadOnlyList<CheckFault> Faults, IReadOnlyList<Violation> Violations, double? Value, double? CertifiedBound, bool? BoundProven)
{
    /// <summary>The verdict of the contract: nothing that can be verified without a search is wrong. It says nothing of a bound that is
    /// tighter than the certificate proves, nor of a conflict but that its rules exist.</summary>
    public bool Holds => Faults.Count == 0 && Violations.Count == 0;

    /// <summary>Claims that nothing in the plan supports, and that may be true all the same: the plan holds in spite of them.</summary>
    public IReadOnlyList<CheckFault> Warnings { get; init; } = [];

    /// <summary>(certified bound - value) / max(1e-9, |value|); null where either is missing, and where rules are broken: a bound holds for plans
    /// that keep them, and says nothing of how good another is.</summary>
    public double? CertifiedGap =>
        Violations.Count == 0 && Value is { } value && CertifiedBound is { } bound ? (bound - value) / Math.Max(1e-9, Math.Abs(value)) : null;
}
