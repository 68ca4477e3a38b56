using System.Collections.Concurrent;
using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Start;

/// <summary>Values the agreed portfolio, as a whole and without the initiatives of one person.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What was valued before.</param>
public sealed class CollectiveResults(RegisterContext context, ResultMemory memory)
{
    /// <summary>The result of the agreement in force; null where there is none, or it is not for this actor.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CollectiveResult?> Show(Actor actor, CancellationToken cancellation)
    {
        if (!AgreementRights.MaySee(actor))
            return null;
        var agreement = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellation);
        if (agreement is null || await Agreed(agreement, cancellation) is not { } agreed)
            return null;
        var own = await Own(actor, agreement, cancellation);
        var without = own.Count == 0 ? agreed.Figures : agreed.Without(own);
        return new CollectiveResult(
            agreement.Number, agreement.Name, agreement.AdoptedAt, agreement.Initiatives.Count, agreed.Figures.Value, agreed.Figures.Value - without.Value, own.Count,
            [.. agreed.Figures.Goals.Zip(without.Goals, (all, rest) => new GoalResult(all.Goal.Name ?? all.Goal.Id.Value, all.Value, all.Value - rest.Value))]);
    }

    private async Task<AgreedPlan?> Agreed(PortfolioAgreement agreement, CancellationToken cancellation)
    {
        if (memory.Kept is { } kept && kept.Agreement == agreement.Id)
            return kept;
        var run = await context.Runs.AsNoTracking().FirstAsync(r => r.Id == agreement.RunId, cancellation);
        return RunPlans.PlanOf(run.Kind, run.Result) is { } plan
            ? memory.Kept = new AgreedPlan(agreement.Id, RunPlans.ProblemOf(run.Problem), plan.Selected)
            : null;
    }

    private async Task<IReadOnlyCollection<string>> Own(Actor actor, PortfolioAgreement agreement, CancellationToken cancellation)
    {
        if (actor.Id is not { } id)
            return [];
        var agreed = agreement.Initiatives.Select(line => line.InitiativeId).ToArray();
        return await context.Initiatives.Where(i => (i.ProposerId == id || i.LeadId == id) && agreed.Contains(i.Id)).Select(i => i.Number).ToListAsync(cancellation);
    }
}

/// <summary>Keeps the agreed plan with what it is worth, as long as it is in force: an agreement never changes.</summary>
public sealed class ResultMemory
{
    /// <summary>What is kept; null before anybody asked.</summary>
    internal AgreedPlan? Kept { get; set; }
}

/// <summary>An agreed plan with what it is worth.</summary>
internal sealed class AgreedPlan(Guid agreement, Problem problem, IReadOnlyList<Choice> selected)
{
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, PlanFigures> _without = new(StringComparer.Ordinal);

    public Guid Agreement { get; } = agreement;

    public PlanFigures Figures { get; } = Evaluator.Evaluate(problem, selected);

    /// <summary>The same without some initiatives.</summary>
    public PlanFigures Without(IReadOnlyCollection<string> numbers)
    {
        if (_without.Count >= MostKept)
            _without.Clear();
        return _without.GetOrAdd(
            string.Join(' ', numbers.Order(StringComparer.Ordinal)),
            _ => Evaluator.Evaluate(problem, [.. selected.Where(choice => !numbers.Contains(choice.Initiative.Value))]));
    }
}
