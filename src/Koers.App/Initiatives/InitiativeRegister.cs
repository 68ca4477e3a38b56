using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Initiatives from idea to result: see, propose, change, take a step. The API, the pages, imports and the command line all come here.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="memory">What is remembered of the register.</param>
/// <param name="clock">The time.</param>
public sealed class InitiativeRegister(RegisterContext context, AuditTrail trail, RegisterMemory memory, TimeProvider clock)
{
    /// <summary>Shows one initiative.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<InitiativeView> Show(Actor actor, string number, CancellationToken cancellation) =>
        await memory.Initiative(context, number, cancellation) is { View: var view } && InitiativeRights.MaySee(actor, view.State)
            ? view
            : throw VisibleInitiative.NotThere(number);

    /// <summary>Whether somebody may change what an initiative says.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<bool> MayChange(Actor actor, string number, CancellationToken cancellation) =>
        InitiativeRights.MayChange(actor, await VisibleInitiative.Find(context, actor, number, cancellation));

    /// <summary>Shows one initiative to somebody who is going to change it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor may not change it.</exception>
    public async Task<InitiativeView> ShowToChange(Actor actor, string number, CancellationToken cancellation)
    {
        DemandChange(actor, await VisibleInitiative.Find(context, actor, number, cancellation));
        return await Show(actor, number, cancellation);
    }

    /// <summary>Writes down a new initiative; its state is idea, its number the next of this year.</summary>
    /// <param name="actor">Who proposes it.</param>
    /// <param name="input">What is proposed.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not propose.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<InitiativeView> Propose(Actor actor, InitiativeInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        InitiativeRights.DemandPropose(actor);
        InitiativeView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                // When nobody else can write: what a code stands for may just have been removed
                var codes = await Checked(input, stop);
                var initiative = new Initiative
                {
                    Id = Guid.CreateVersion7(),
                    Number = await InitiativeNumbers.Next(context, clock, stop),
                    Name = input.Name,
                    ProposerId = actor.Id,
                    CreatedAt = Now(),
                    ChangedAt = Now(),
                    Version = 1,
                };
                InitiativeContent.Write(initiative, input, codes);
                context.Initiatives.Add(initiative);
                view = InitiativeView.Of(initiative, codes);
                return Said("initiatief.indienen", initiative, Changes.Between(null, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Changes what an initiative says.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">All of what it should say.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor may not change it.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<InitiativeView> Change(Actor actor, string number, int version, InitiativeInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var initiative = await VisibleInitiative.FindWhole(context, actor, number, isReadOnly: false, cancellation);
        DemandChange(actor, initiative);
        SameVersion(initiative, version);
        return await Saved(
            actor, "initiatief.wijzigen", initiative,
            stop => Checked(input, stop),
            (codes, _) =>
            {
                InitiativeContent.Write(initiative, input, codes);
                return Task.CompletedTask;
            },
            cancellation);
    }

    /// <summary>Lets an initiative take a step.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="to">Where it should come to stand.</param>
    /// <param name="reason">Why; needed for some steps.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="AgainstRuleException">There is no such step from where it stands.</exception>
    /// <exception cref="NotAllowedException">This actor may not let it take the step.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">The reason is missing or too long.</exception>
    /// <exception cref="IncompleteException">Something is missing that the step needs.</exception>
    public async Task<InitiativeView> Take(
        Actor actor, string number, int version, InitiativeState to, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var initiative = await VisibleInitiative.FindWhole(context, actor, number, isReadOnly: false, cancellation);
        var step = InitiativeSteps.Find(initiative.State, to);
        if (step is not null && !InitiativeRights.MayTake(actor, initiative, step))
            throw new NotAllowedException(StepTexts.NotFor(step));
        // Whoever could never let it take one is not told which there are
        if (step is null && !InitiativeRights.MayTakeSome(actor, initiative))
            throw new NotAllowedException(StepTexts.ForOthers);
        // Before a step is said not to be there: somebody else may just have taken it
        SameVersion(initiative, version);
        if (step is null)
            throw new AgainstRuleException(StepTexts.NoStep(initiative.State, to));
        var check = new InputCheck();
        if (step.NeedsReason)
            check.That(!string.IsNullOrWhiteSpace(reason), "/reden", "Bij deze stap hoort een reden.", "This step needs a reason.");
        check.Length(reason, "/reden", StepTexts.LongestReason);
        check.Done();
        return await Saved(
            actor, "initiatief.stap", initiative,
            stop => CodeBook.Read(context, stop),
            async (_, stop) =>
            {
                // When nobody else can write: a score may just have been taken back
                var missing = await Completeness.Missing(context, initiative, to, stop);
                if (missing.Count > 0)
                    throw new IncompleteException(missing);
                initiative.Take(step, reason);
            },
            cancellation);
    }

    private async Task<InitiativeView> Saved(
        Actor actor, string action, Initiative initiative, Func<CancellationToken, Task<CodeBook>> read,
        Func<CodeBook, CancellationToken, Task> change, CancellationToken cancellation)
    {
        InitiativeView? view = null;
        try
        {
            await trail.Save(
                actor,
                async stop =>
                {
                    // When nobody else can write: what a code stands for may just have been removed
                    var codes = await read(stop);
                    var before = Changes.Picture(InitiativeView.Of(initiative, codes));
                    await change(codes, stop);
                    (initiative.ChangedAt, initiative.Version) = (Now(), initiative.Version + 1);
                    view = InitiativeView.Of(initiative, codes);
                    return Said(action, initiative, Changes.Between(before, Changes.Picture(view)));
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            var version = await context.Initiatives.AsNoTracking().Where(i => i.Id == initiative.Id).Select(i => i.Version).FirstOrDefaultAsync(cancellation);
            throw new ChangedMeanwhileException(TargetOf(initiative), version);
        }

        return view!;
    }

    private async Task<CodeBook> Checked(InitiativeInput input, CancellationToken cancellation)
    {
        var codes = await CodeBook.Read(context, cancellation);
        var check = new InputCheck();
        InitiativeCheck.Gather(input, codes, check);
        if (input.Lead is { } lead)
            check.That(
                await context.Users.AnyAsync(account => account.Id == lead && !account.IsClosed, cancellation),
                "/opdrachtnemer",
                "Er is geen account met dit id.",
                "There is no account with this id.");
        check.Done();
        return codes;
    }

    private static void DemandChange(Actor actor, Initiative initiative)
    {
        if (!InitiativeRights.MayChange(actor, initiative))
            throw new NotAllowedException(new Text(
                "Dit initiatief wijzigen kan de portfoliomanager, en tot het is ingediend ook de indiener, de opdrachtnemer en het afdelingshoofd.",
                "The portfolio manager may change this initiative, and until it is handed in its proposer, lead and head of department too."));
    }

    private static void SameVersion(Initiative initiative, int version)
    {
        if (initiative.Version != version)
            throw new ChangedMeanwhileException(TargetOf(initiative), initiative.Version);
    }

    private static string TargetOf(Initiative initiative) => $"initiatief/{initiative.Number}";

    private static Happening Said(string action, Initiative initiative, Changes changes) =>
        new(action, TargetOf(initiative), changes.Before, changes.After);

    private DateTimeOffset Now() => clock.GetUtcNow();
}
