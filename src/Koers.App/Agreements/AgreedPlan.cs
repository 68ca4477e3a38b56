using System.Collections.Concurrent;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>Finds the agreement in force with its plan. An agreement never changes, so that the plan of the last is read and valued once.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What was found before.</param>
public sealed class AgreedPlans(RegisterContext context, AgreedPlanMemory memory)
{
    /// <summary>The agreement in force; null where there is none. Whether the asker may see it is for the caller to look.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidDataException">The run that was adopted has no plan.</exception>
    public async Task<AgreedPlan?> InForce(CancellationToken cancellation)
    {
        if (await context.Agreements.OrderByDescending(a => a.Number).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation) is not { } last)
            return null;
        if (memory.Kept is { } kept && kept.Agreement.Id == last)
            return kept;
        var agreement = await context.Agreements.AsNoTracking().FirstAsync(a => a.Id == last, cancellation);
        var run = await context.Runs.AsNoTracking().FirstAsync(r => r.Id == agreement.RunId, cancellation);
        var plan = RunPlans.PlanOf(run.Kind, run.Result) ?? throw new InvalidDataException($"Run {run.Number} was adopted without a plan.");
        return memory.Kept = new AgreedPlan(agreement, RunPlans.ProblemOf(run.Problem), plan.Selected);
    }
}

/// <summary>The last agreed plan that was found: one for the server.</summary>
public sealed class AgreedPlanMemory
{
    private AgreedPlan? _kept;

    internal AgreedPlan? Kept
    {
        get => Volatile.Read(ref _kept);
        set => Volatile.Write(ref _kept, value);
    }
}

/// <summary>An agreed plan with what it is worth.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="problem">What it was chosen from.</param>
/// <param name="selected">What was chosen.</param>
public sealed class AgreedPlan(PortfolioAgreement agreement, Problem problem, IReadOnlyList<Choice> selected)
{
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, PlanFigures> _without = new(StringComparer.Ordinal);

    /// <summary>The agreement.</summary>
    public PortfolioAgreement Agreement { get; } = agreement;

    /// <summary>What it was chosen from.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>What it is worth and uses.</summary>
    public PlanFigures Figures { get; } = Evaluator.Evaluate(problem, selected);

    /// <summary>The same without some initiatives.</summary>
    /// <param name="numbers">Their numbers.</param>
    public PlanFigures Without(IReadOnlyCollection<string> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (numbers.Count == 0)
            return Figures;
        if (_without.Count >= MostKept)
            _without.Clear();
        return _without.GetOrAdd(
            string.Join(' ', numbers.Order(StringComparer.Ordinal)),
            _ => Evaluator.Evaluate(Problem, [.. selected.Where(choice => !numbers.Contains(choice.Initiative.Value))]));
    }
}
