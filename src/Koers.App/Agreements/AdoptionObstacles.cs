using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>What stands in the way of adopting the plan of a run, so that it is said before somebody decides and not only after.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it: a problem of many initiatives takes long to read, and many look at the same plan.</param>
public sealed class AdoptionObstacles(RegisterContext context, RegisterMemory memory)
{
    /// <summary>The first thing that stands in the way of adopting a plan, with what to do about it; null where nothing does, where the run has no
    /// plan, or where it is no concern of this actor: neither adopting plans nor putting them together.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Text?> Of(Actor actor, int number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!AgreementRights.MayAdopt(actor) && !FrameRights.May(actor, FrameAction.ChangeScenarios))
            return null;
        // What is remembered is of a run that is over
        if (!await context.Runs.AnyAsync(r => r.Number == number && (r.State == RunState.Done || r.State == RunState.Stopped), cancellation))
            return null;
        var now = await memory.Now(context, cancellation);
        return (await now.MadeNow($"vast te stellen/{number}", async () => new Found(await Look(number, cancellation)))).Obstacle;
    }

    private async Task<Text?> Look(int number, CancellationToken cancellation)
    {
        var run = await context.Runs.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, cancellation);
        if (run is not { State: RunState.Done or RunState.Stopped } || RunPlans.PlanOf(run.Kind, run.Result) is not { } plan)
            return null;
        var last = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).Select(a => new { a.Number, a.RunId }).FirstOrDefaultAsync(cancellation);
        return NothingWeighed(run)
            ?? (last?.RunId == run.Id ? Adopted(run.Number, last.Number) : null)
            ?? await OfFrames(run, cancellation)
            ?? await OfInitiatives(plan, cancellation);
    }

    /// <summary>Why a plan in which there was nothing to choose is not adopted; null where there was something.</summary>
    internal static Text? NothingWeighed(Run run) => RunPlans.ProblemOf(run.Problem).Initiatives.Count > 0 ? null : new Text(
        $"Toen run {run.Number} werd gevraagd was nog geen enkel initiatief gewogen, dus er viel niets te kiezen. Laat eerst initiatieven wegen en plan daarna opnieuw.",
        $"When run {run.Number} was asked for no initiative had been weighed, so there was nothing to choose. Have initiatives weighed first and plan again after that.");

    /// <summary>Why the same plan is not adopted twice in a row.</summary>
    internal static Text Adopted(int run, int agreement) => new(
        $"Het plan van run {run} is al vastgesteld, als portfolioafspraak {agreement}.", $"The plan of run {run} was adopted already, as portfolio agreement {agreement}.");

    /// <summary>Why initiatives of a plan cannot become chosen; null where there are none such.</summary>
    /// <param name="parked">Numbers of those that are parked: nothing changed, they wait.</param>
    /// <param name="changed">Numbers of those of which something changed since.</param>
    internal static Text? OfInitiatives(IReadOnlyCollection<string> parked, IReadOnlyCollection<string> changed)
    {
        if (parked.Count == 0)
            return changed.Count == 0 ? null : new Text(
                $"Sinds dit plan gemaakt is, is er te veel veranderd om het vast te stellen; plan opnieuw. Het gaat om {string.Join(", ", changed)}.",
                $"Too much has changed since this plan was made for it to be adopted; plan again. It is about {string.Join(", ", changed)}.");
        var (numbers, isOne) = (string.Join(", ", parked), parked.Count == 1);
        var others = changed.Count == 0 ? null : OfInitiatives([], changed);
        return new Text(
            $"In dit plan {(isOne ? "zit een initiatief dat geparkeerd is" : "zitten initiatieven die geparkeerd zijn")}: {numbers}. De portfoliomanager kan {(isOne ? "het" : "ze")} eerst terugzetten op “gewogen”; of laat {(isOne ? "het" : "ze")} eruit en plan opnieuw.{(others is null ? "" : " " + others.Dutch)}",
            $"In this plan there {(isOne ? "is an initiative that is parked" : "are initiatives that are parked")}: {numbers}. The portfolio manager can take {(isOne ? "it" : "them")} back to “weighed” first; or leave {(isOne ? "it" : "them")} out and plan again.{(others is null ? "" : " " + others.English)}");
    }

    private async Task<Text?> OfFrames(Run run, CancellationToken cancellation)
    {
        try
        {
            return (await new AdoptableFrames(context).Look(run, cancellation)).Obstacle;
        }
        catch (AgainstRuleException e)
        {
            // No problem can be made of the frames in force
            return e.Text;
        }
    }

    private async Task<Text?> OfInitiatives(Plan plan, CancellationToken cancellation)
    {
        var numbers = plan.Selected.Select(choice => choice.Initiative.Value).ToArray();
        var known = await context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number))
            .Select(i => new { i.Number, i.State, Variants = i.Variants.Select(v => v.Code).ToList() }).ToDictionaryAsync(i => i.Number, cancellation);
        var (parked, changed) = (new List<string>(), new List<string>());
        foreach (var choice in plan.Selected)
        {
            var number = choice.Initiative.Value;
            if (!known.TryGetValue(number, out var initiative) || !initiative.Variants.Contains(choice.Variant.Value))
                changed.Add(number);
            else if (initiative.State == InitiativeState.Parked)
                parked.Add(number);
            else if (initiative.State is not (InitiativeState.Weighed or InitiativeState.Chosen or InitiativeState.Running or InitiativeState.Completed))
                changed.Add(number);
        }

        return OfInitiatives(parked, changed);
    }

    // That nothing stands in the way is worth remembering too
    private sealed record Found(Text? Obstacle);
}
