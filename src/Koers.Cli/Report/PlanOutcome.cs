using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What is to be shown of a planning run.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Plan">The engine's answer.</param>
/// <param name="Figures">What it is worth and uses; null where there is no plan.</param>
/// <param name="GapAsked">The gap that was asked for.</param>
/// <param name="Everything">Whether long lists are shown in full.</param>
internal sealed record PlanOutcome(Problem Problem, Plan Plan, PlanFigures? Figures, double GapAsked, bool Everything)
{
    /// <summary>Whether there is a plan to show.</summary>
    public bool HasPlan => Plan.Status is PlanStatus.Feasible or PlanStatus.Optimal && Figures is not null;
}
