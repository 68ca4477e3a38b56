using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Start;

/// <summary>What waits for somebody, by all of their roles: what they alone can do, or began themselves.</summary>
/// <param name="context">The register.</param>
/// <param name="weighing">The list of work of assessors.</param>
/// <param name="adoption">Whether the draft of the frames differs from what is in force.</param>
public sealed class WorkDesk(RegisterContext context, WeighingResults weighing, FrameAdoption adoption)
{
    /// <summary>All that waits, in the order in which the process needs it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<WorkItem>> Waiting(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var items = new List<WorkItem>();
        if (actor.HasSomewhere(Role.Assessor) && actor.Id is not null)
            AddIf(items, (await weighing.ToScore(actor, new PageRequest(1, 1), cancellation)).Total, "/afweging",
                n => new Text(n == 1 ? "1 initiatief wacht op uw oordeel" : $"{n} initiatieven wachten op uw oordeel", n == 1 ? "1 initiative waits for your scores" : $"{n} initiatives wait for your scores"));
        await Own(actor, items, cancellation);
        await OfDepartments(actor, items, cancellation);
        if (actor.Has(Role.PortfolioManager))
            await OfManager(items, cancellation);
        if (FrameRights.May(actor, FrameAction.ChangeFrames))
            await Frames(actor, items, cancellation);
        await Decisions(actor, items, cancellation);
        if (actor.Has(Role.Administrator))
            await Beginning(items, cancellation);
        if (actor.Has(Role.Administrator))
            AddIf(items, await context.Users.CountAsync(a => !a.IsClosed && !context.RoleGrants.Any(g => g.AccountId == a.Id), cancellation), "/beheer/accounts",
                n => new Text(n == 1 ? "1 account heeft nog geen rol" : $"{n} accounts hebben nog geen rol", n == 1 ? "1 account has no role yet" : $"{n} accounts have no role yet"));
        return items;
    }

    private async Task Own(Actor actor, List<WorkItem> items, CancellationToken cancellation)
    {
        if (actor.Id is not { } id)
            return;
        var own = context.Initiatives.Where(i => i.ProposerId == id || i.LeadId == id);
        AddIf(items, await own.CountAsync(i => i.State == InitiativeState.Idea || i.State == InitiativeState.InPreparation, cancellation),
            "/initiatieven?toestand=idee&toestand=in-voorbereiding&mijn=true",
            n => new Text(n == 1 ? "1 eigen initiatief is nog niet ingediend" : $"{n} eigen initiatieven zijn nog niet ingediend", n == 1 ? "1 initiative of yours is not handed in yet" : $"{n} initiatives of yours are not handed in yet"));
        AddIf(items, await own.CountAsync(i => i.State == InitiativeState.Chosen, cancellation), "/initiatieven?toestand=gekozen&mijn=true",
            n => new Text(n == 1 ? "1 eigen initiatief is gekozen en kan beginnen" : $"{n} eigen initiatieven zijn gekozen en kunnen beginnen", n == 1 ? "1 initiative of yours is chosen and can begin" : $"{n} initiatives of yours are chosen and can begin"));
    }

    private async Task OfDepartments(Actor actor, List<WorkItem> items, CancellationToken cancellation)
    {
        var departments = actor.Grants.Where(g => g is { Role: Role.DepartmentHead, DepartmentId: not null }).Select(g => g.DepartmentId!.Value).ToArray();
        if (departments.Length == 0)
            return;
        var codes = await context.Departments.Where(d => departments.Contains(d.Id)).Select(d => new { d.Id, d.Code, d.Name }).ToListAsync(cancellation);
        foreach (var department in codes)
            AddIf(items, await context.Initiatives.CountAsync(i => i.DepartmentId == department.Id && i.State == InitiativeState.InPreparation, cancellation),
                $"/initiatieven?toestand=in-voorbereiding&afdeling={Uri.EscapeDataString(department.Code)}",
                n => new Text($"{department.Name}: {n} in voorbereiding", $"{department.Name}: {n} in preparation"));
    }

    /// <summary>What an administrator does first in a register that is new.</summary>
    private async Task Beginning(List<WorkItem> items, CancellationToken cancellation)
    {
        if (!await context.Departments.AnyAsync(cancellation))
            items.Add(new WorkItem(new Text(
                "Leg de afdelingen van uw gemeente vast", "Write down the departments of your municipality"), "/beheer/afdelingen"));
        if (!await context.RoleGrants.AnyAsync(g => g.Role == Role.PortfolioManager && context.Users.Any(a => a.Id == g.AccountId && !a.IsClosed), cancellation))
            items.Add(new WorkItem(new Text(
                "Geef iemand de rol portfoliomanager; die legt daarna de instellingen, doelen, middelen en kaders vast",
                "Give somebody the role of portfolio manager, who then writes down the settings, goals, means and frames"), "/beheer/accounts"));
    }

    private async Task OfManager(List<WorkItem> items, CancellationToken cancellation)
    {
        if (!await context.Settings.AnyAsync(cancellation))
            items.Add(new WorkItem(new Text(
                "Leg vast vanaf wanneer en hoe ver vooruit er wordt gepland", "Write down from when and how far ahead is planned"), "/koers/instellingen"));
        if (!await context.Goals.AnyAsync(cancellation))
            items.Add(new WorkItem(new Text(
                "Leg de doelen vast; daarna volgen de middelen en de kaders", "Write down the goals; means and frames come after that"), "/koers/doelen"));
        AddIf(items, await context.Initiatives.CountAsync(i => i.State == InitiativeState.Submitted, cancellation), "/afweging/overzicht",
            n => new Text(n == 1 ? "1 initiatief wordt gewogen" : $"{n} initiatieven worden gewogen", n == 1 ? "1 initiative is being weighed" : $"{n} initiatives are being weighed"));
        AddIf(items, await context.Runs.CountAsync(r => r.State == RunState.Queued || r.State == RunState.Running, cancellation), "/samenstellen",
            n => new Text(n == 1 ? "1 planningsrun loopt" : $"{n} planningsruns lopen", n == 1 ? "1 planning run is busy" : $"{n} planning runs are busy"));
    }

    /// <summary>What comes between the first goal and the first frames in force. That an executive adopts them is among the decisions of executives.</summary>
    private async Task Frames(Actor actor, List<WorkItem> items, CancellationToken cancellation)
    {
        var goals = await context.Goals.AsNoTracking().ToListAsync(cancellation);
        if (goals.Count == 0)
            return;
        if (new GoalTree(goals).LevelsThatAreNotWhole().ToArray() is { Length: > 0 } levels)
            items.Add(goals.TrueForAll(goal => goal.Weight == 0)
                ? new WorkItem(new Text("De doelen zijn nog niet gewogen", "The goals are not weighed yet"), "/koers/doelen/wegen")
                : new WorkItem(
                    new Text("Weeg de doelen opnieuw: hun gewichten tellen niet overal op tot 100%", "Weigh the goals again: their weights do not add up to 100% everywhere"),
                    levels is [{ Parent: null }] ? "/koers/doelen/wegen" : "/koers/doelen"));
        if (!FrameRights.May(actor, FrameAction.Adopt) && !await context.AdoptedFrames.AnyAsync(cancellation))
            items.Add(new WorkItem(new Text(
                "De kaders zijn nog niet vastgesteld: maak het concept af, daarna stelt een bestuurder het vast",
                "The frames are not adopted yet: finish the draft, then an executive adopts it"), "/koers/vaststellen"));
    }

    private async Task Decisions(Actor actor, List<WorkItem> items, CancellationToken cancellation)
    {
        if (FrameRights.May(actor, FrameAction.Adopt) && await context.Settings.AnyAsync(cancellation))
        {
            var last = await context.AdoptedFrames.MaxAsync(a => (int?)a.Number, cancellation);
            AddIf(items, last is null ? 1 : (await adoption.Difference(actor, last, null, cancellation)).Count, "/koers/vaststellen",
                n => last is null
                    ? new Text("De kaders zijn nog niet vastgesteld", "The frames are not adopted yet")
                    : new Text($"Het concept van de kaders verschilt op {n} {(n == 1 ? "punt" : "punten")} van wat is vastgesteld", $"The draft of the frames differs in {n} {(n == 1 ? "point" : "points")} from what was adopted"));
        }

        if (!AgreementRights.MayAdopt(actor))
            return;
        var agreed = await context.Agreements.OrderByDescending(a => a.Number).Select(a => (Guid?)a.RunId).FirstOrDefaultAsync(cancellation);
        var since = await context.Runs.Where(r => r.Id == agreed).Select(r => (int?)r.Number).FirstOrDefaultAsync(cancellation) ?? 0;
        AddIf(items, await NewPlans(since, cancellation), "/samenstellen",
            n => new Text(n == 1 ? "1 nieuw plan kan worden vastgesteld" : $"{n} nieuwe plannen kunnen worden vastgesteld", n == 1 ? "1 new plan can be adopted" : $"{n} new plans can be adopted"));
    }

    /// <summary>Plans since a run that hold something to adopt.</summary>
    private async Task<int> NewPlans(int since, CancellationToken cancellation)
    {
        var plans = context.Runs.AsNoTracking().Where(r => r.Number > since && r.State == RunState.Done && r.Kind == RunKind.Plan && r.ScenarioId == null && r.Value != null);
        // Only a plan that is worth nothing can be one of nothing, so that few problems are read
        var worthless = await plans.Where(r => r.Value == 0).Select(r => r.Problem).ToListAsync(cancellation);
        return await plans.CountAsync(r => r.Value != 0, cancellation) + worthless.Count(problem => RunPlans.ProblemOf(problem).Initiatives.Count > 0);
    }

    private static void AddIf(List<WorkItem> items, int count, string path, Func<int, Text> text)
    {
        if (count > 0)
            items.Add(new WorkItem(text(count), path));
    }
}
