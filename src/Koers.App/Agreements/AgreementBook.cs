using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Organisation;
using Koers.App.Planning;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Koers.Domain.Runs;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>Portfolio agreements: see them, and adopt a plan as one.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class AgreementBook(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <summary>A page of agreements, the last first: that is the one in force.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<AgreementLine>> Find(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var check = new InputCheck();
        page.Gather(check);
        check.Done();
        if (!AgreementRights.MaySee(actor))
            return new Page<AgreementLine>([], page.Number, page.Size, 0);
        var total = await context.Agreements.CountAsync(cancellation);
        var lines = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).Skip(page.Skip).Take(page.Size)
            .Select(a => new AgreementLine(
                a.Number, a.Name, context.Runs.First(r => r.Id == a.RunId).Number, a.AdoptedAt, a.AdoptedById, a.Initiatives.Count))
            .ToListAsync(cancellation);
        return new Page<AgreementLine>(lines, page.Number, page.Size, total);
    }

    /// <summary>Shows one agreement.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<AgreementView> Show(Actor actor, int number, CancellationToken cancellation)
    {
        var agreement = AgreementRights.MaySee(actor)
            ? await context.Agreements.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, cancellation)
            : null;
        if (agreement is null)
            throw new NotThereException(new Text($"Er is geen portfolioafspraak {number}.", $"There is no portfolio agreement {number}."));
        var ids = agreement.Initiatives.Select(line => line.InitiativeId).ToArray();
        var names = await context.Initiatives.AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.Number, i.Name }).ToDictionaryAsync(i => i.Id, cancellation);
        var run = await context.Runs.Where(r => r.Id == agreement.RunId).Select(r => r.Number).FirstAsync(cancellation);
        return new AgreementView(
            agreement.Number, agreement.Name, run, agreement.AdoptedAt, agreement.AdoptedById,
            [.. agreement.Initiatives.Select(line => new AgreedView(
                names[line.InitiativeId].Number, names[line.InitiativeId].Name, line.Variant, line.Start)).OrderBy(v => v.Initiative, StringComparer.Ordinal)]);
    }

    /// <summary>Adopts the plan of a run. What is in it and had been weighed becomes chosen, in its variant and with its start; what had been chosen
    /// and is not in it goes back to weighed. The trail gets a line about the agreement and one about each initiative that it changed.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">Which plan, and what the agreement is called.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not adopt.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    /// <exception cref="AgainstRuleException">The run has no plan that holds or nothing to choose, it was planned within other frames than those in force, or the
    /// register has changed too much since.</exception>
    public async Task<AgreementView> Adopt(Actor actor, AgreementInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        if (!AgreementRights.MayAdopt(actor))
            throw new NotAllowedException(new Text("Een portfolioafspraak vaststellen kan een bestuurder.", "An executive may adopt a portfolio agreement."));
        var check = new InputCheck();
        check.Line(input.Name, "/naam", LongestName);
        var run = await context.Runs.AsNoTracking().FirstOrDefaultAsync(r => r.Number == input.Run, cancellation);
        check.That(run is not null, "/run", $"Er is geen planningsrun {input.Run}.", $"There is no planning run {input.Run}.");
        check.Done();
        var plan = HoldingPlan(run!);
        var calendar = CalendarOf(run!);
        var number = 0;
        await trail.SaveAll(
            actor,
            async stop =>
            {
                var last = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(stop);
                if (last?.RunId == run!.Id)
                    throw new AgainstRuleException(AdoptionObstacles.Adopted(run.Number, last.Number));
                var agreement = new PortfolioAgreement
                {
                    Id = Guid.CreateVersion7(),
                    Number = number = (last?.Number ?? 0) + 1,
                    Name = input.Name.Trim(),
                    RunId = run.Id,
                    AdoptedAt = clock.GetUtcNow(),
                    AdoptedById = actor.Id,
                };
                var scenario = await new AdoptableFrames(context).Of(run, stop);
                var initiatives = await context.Initiatives.Include(i => i.Variants).AsSplitQuery().ToListAsync(stop);
                var adoption = new Adoption(actor, agreement, calendar, await CodeBook.Read(context, stop), clock.GetUtcNow());
                adoption.Apply(plan, initiatives);
                context.Agreements.Add(agreement);
                return
                [
                    new Happening("portfolioafspraak.vaststellen", $"portfolioafspraak/{agreement.Number}", After: adoption.Summary(run.Number, initiatives, scenario)),
                    .. adoption.Happenings,
                ];
            },
            cancellation);
        return await Show(actor, number, cancellation);
    }

    private static Plan HoldingPlan(Run run)
    {
        if (run.State is not (RunState.Done or RunState.Stopped) || RunPlans.PlanOf(run.Kind, run.Result) is not { } plan)
            throw new AgainstRuleException(new Text(
                $"Run {run.Number} heeft geen plan dat vastgesteld kan worden.", $"Run {run.Number} has no plan that can be adopted."));
        if (AdoptionObstacles.NothingWeighed(run) is { } nothing)
            throw new AgainstRuleException(nothing);
        var report = Evaluator.Check(RunPlans.ProblemOf(run.Problem), plan);
        return report.Holds
            ? plan
            : throw new AgainstRuleException(new Text(
                $"Het plan van run {run.Number} houdt bij controle geen stand en wordt niet vastgesteld.",
                $"The plan of run {run.Number} does not hold when checked, and is not adopted."));
    }

    private static Planning.Calendar CalendarOf(Run run)
    {
        var horizon = RunPlans.ProblemOf(run.Problem).Horizon;
        return new Planning.Calendar(horizon.Start, horizon.Periods);
    }
}
