using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Checking;

/// <summary>Values a plan and checks it, from the problem alone: no solver, no rows of the model.</summary>
public static class Evaluator
{
    /// <summary>What a plan is worth and what it uses.</summary>
    /// <exception cref="ArgumentException">A choice is not an option of the problem, or an initiative is chosen twice.</exception>
    public static PlanFigures Evaluate(Problem problem, IReadOnlyList<Choice> selected) =>
        throw new InvalidOperationException("being built");

    /// <summary>Checks every claim of a plan: rules, value, bound and certificate.</summary>
    public static CheckReport Check(Problem problem, Plan plan) => throw new InvalidOperationException("being built");
}
