using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>Shows the way: what an initiative still misses, and which steps somebody may let it take.</summary>
/// <param name="context">The register.</param>
public sealed class InitiativeGuide(RegisterContext context)
{
    /// <summary>Says how complete an initiative is for its next step.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<CompletenessReport> Completeness(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await Find(actor, number, cancellation);
        return await Completeness(actor, initiative, to => Missing(initiative, to, cancellation));
    }

    /// <summary>The steps that somebody may let an initiative take now, with what is missing for each.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<IReadOnlyList<PossibleStep>> Steps(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await Find(actor, number, cancellation);
        return await Steps(actor, initiative, to => Missing(initiative, to, cancellation));
    }

    /// <summary>Both, of an initiative that this actor sees.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="initiative">Which, with its variants.</param>
    /// <param name="now">The register, which remembers what is missing.</param>
    /// <param name="cancellation">Stops.</param>
    internal async Task<(CompletenessReport Report, IReadOnlyList<PossibleStep> Steps)> Way(
        Actor actor, Initiative initiative, RememberedRegister now, CancellationToken cancellation)
    {
        Task<IReadOnlyList<InputFault>> Remembered(InitiativeState to) =>
            now.MadeNow($"ontbreekt/{initiative.Number}/{to}", () => Missing(initiative, to, cancellation));
        return (await Completeness(actor, initiative, Remembered), await Steps(actor, initiative, Remembered));
    }

    private Task<Initiative> Find(Actor actor, string number, CancellationToken cancellation) =>
        VisibleInitiative.FindWhole(context, actor, number, isReadOnly: true, cancellation);

    private Task<IReadOnlyList<InputFault>> Missing(Initiative initiative, InitiativeState to, CancellationToken cancellation) =>
        Initiatives.Completeness.Missing(context, initiative, to, cancellation);

    private static async Task<CompletenessReport> Completeness(
        Actor actor, Initiative initiative, Func<InitiativeState, Task<IReadOnlyList<InputFault>>> missing)
    {
        // An idea is asked for what it needs to be handed in, so that people can work towards that
        var next = initiative.State switch
        {
            InitiativeState.Idea or InitiativeState.InPreparation => InitiativeState.Submitted,
            InitiativeState.Submitted or InitiativeState.Parked => InitiativeState.Weighed,
            InitiativeState.Weighed => InitiativeState.Chosen,
            InitiativeState.Chosen => InitiativeState.Running,
            InitiativeState.Running => InitiativeState.Completed,
            _ => (InitiativeState?)null,
        };
        // Which goals have no score is for the portfolio manager only: scoring is blind
        var isForThisActor = next != InitiativeState.Weighed || Weighing.WeighingRights.MaySeeCounts(actor);
        return new CompletenessReport(
            initiative.State,
            next,
            next is { } to && isForThisActor ? await missing(to) : [],
            next == InitiativeState.Submitted ? Initiatives.Completeness.Advice(initiative) : []);
    }

    private static async Task<IReadOnlyList<PossibleStep>> Steps(
        Actor actor, Initiative initiative, Func<InitiativeState, Task<IReadOnlyList<InputFault>>> missing)
    {
        var steps = new List<PossibleStep>();
        foreach (var step in InitiativeSteps.All.Where(step => step.From == initiative.State && InitiativeRights.MayTake(actor, initiative, step)))
            steps.Add(new PossibleStep(step.To, step.NeedsReason, await missing(step.To)));
        return steps;
    }
}
