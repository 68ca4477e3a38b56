using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Start;

/// <summary>Values the agreed portfolio, as a whole and without the initiatives of one person.</summary>
/// <param name="context">The register.</param>
/// <param name="plans">The agreement in force.</param>
public sealed class CollectiveResults(RegisterContext context, AgreedPlans plans)
{
    /// <summary>The result of the agreement in force; null where there is none, or it is not for this actor.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CollectiveResult?> Show(Actor actor, CancellationToken cancellation)
    {
        if (!AgreementRights.MaySee(actor) || await plans.InForce(cancellation) is not { } agreed)
            return null;
        var agreement = agreed.Agreement;
        var own = await Own(actor, agreement, cancellation);
        var without = agreed.Without(own);
        return new CollectiveResult(
            agreement.Number, agreement.Name, agreement.AdoptedAt, agreement.Initiatives.Count, agreed.Figures.Value, agreed.Figures.Value - without.Value, own.Count,
            [.. agreed.Figures.Goals.Zip(without.Goals, (all, rest) => new GoalResult(all.Goal.Name ?? all.Goal.Id.Value, all.Value, all.Value - rest.Value))]);
    }

    private async Task<IReadOnlyCollection<string>> Own(Actor actor, PortfolioAgreement agreement, CancellationToken cancellation)
    {
        if (actor.Id is not { } id)
            return [];
        var agreed = agreement.Initiatives.Select(line => line.InitiativeId).ToArray();
        return await context.Initiatives.Where(i => (i.ProposerId == id || i.LeadId == id) && agreed.Contains(i.Id)).Select(i => i.Number).ToListAsync(cancellation);
    }
}
