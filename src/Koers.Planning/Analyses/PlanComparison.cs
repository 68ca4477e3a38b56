using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What is different for one initiative between two plans.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Before">How the first plan holds it; null where it does not.</param>
/// <param name="After">How the other plan holds it; null where it does not. Never both null.</param>
public sealed record PlanChange(Initiative Initiative, Choice? Before, Choice? After)
{
    /// <summary>Whether the other plan holds it and the first does not.</summary>
    public bool IsIn => Before is null;

    /// <summary>Whether the first plan holds it and the other does not.</summary>
    public bool IsOut => After is null;

    /// <summary>Periods by which the other plan starts it later; negative = earlier, 0 = at the same time or not in both.</summary>
    public int Shift => Before is { } before && After is { } after ? after.Start - before.Start : 0;

    /// <summary>Whether both plans hold it, in different variants.</summary>
    public bool IsOtherVariant => Before is { } before && After is { } after && before.Variant != after.Variant;
}

/// <summary>Plans of one problem side by side.</summary>
/// <param name="Figures">What each plan is worth and uses, in the order given.</param>
/// <param name="Changes">Per plan, what is different from the first, in the order of the problem; for the first plan itself empty.</param>
public sealed record PlanComparison(IReadOnlyList<PlanFigures> Figures, IReadOnlyList<IReadOnlyList<PlanChange>> Changes)
{
    /// <summary>Sets plans side by side; every plan is compared with the first. The plans need not keep the rules.</summary>
    /// <param name="problem">The problem, faultless, that all plans are for.</param>
    /// <param name="plans">What each plan chooses; at least one.</param>
    /// <exception cref="ArgumentException">There is no plan, or a choice is not an option of the problem, or an initiative is chosen
    /// twice.</exception>
    public static PlanComparison Of(Problem problem, IReadOnlyList<IReadOnlyList<Choice>> plans)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plans);
        if (plans.Count == 0)
            throw new ArgumentException("There is no plan to compare.", nameof(plans));
        var figures = plans.Select(plan => Evaluator.Evaluate(problem, plan)).ToList();
        return new PlanComparison(figures, [.. plans.Select(plan => Differences(problem, plans[0], plan))]);
    }

    private static List<PlanChange> Differences(Problem problem, IReadOnlyList<Choice> before, IReadOnlyList<Choice> after)
    {
        var old = before.ToDictionary(choice => choice.Initiative);
        var now = after.ToDictionary(choice => choice.Initiative);
        return [.. problem.Initiatives
            .Select(i => new PlanChange(i, old.GetValueOrDefault(i.Id), now.GetValueOrDefault(i.Id)))
            .Where(change => change.Before != change.After)];
    }
}
