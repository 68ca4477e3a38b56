using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Organisation;

/// <summary>What the organisation consists of: departments or programmes. Each has a code and a name and nothing else.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public abstract class UnitRegister<TUnit>(RegisterContext context, AuditTrail trail) where TUnit : class
{
    private const int LongestName = 200;

    /// <summary>The register.</summary>
    protected RegisterContext Context { get; } = context;

    /// <summary>What the kind is called.</summary>
    protected abstract PartName Name { get; }

    /// <summary>All of them, by name.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see them.</exception>
    public async Task<Page<UnitView>> List(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeAdopted);
        ArgumentNullException.ThrowIfNull(page);
        var all = (await Context.Set<TUnit>().ToListAsync(cancellation)).Select(View);
        return page.Of([.. all.OrderBy(unit => unit.Name, StringComparer.OrdinalIgnoreCase).ThenBy(unit => unit.Code, StringComparer.Ordinal)]);
    }

    /// <summary>One of them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="code">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see it.</exception>
    /// <exception cref="NotThereException">There is none with this code.</exception>
    public async Task<UnitView> Show(Actor actor, string code, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeAdopted);
        return View(await Find(code, cancellation));
    }

    /// <summary>Adds one.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">What.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<UnitView> Add(Actor actor, UnitInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeOrganisation);
        ArgumentNullException.ThrowIfNull(input);
        UnitView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var check = Checked(input);
                check.That(
                    (await Context.Set<TUnit>().ToListAsync(stop)).TrueForAll(unit => CodeOf(unit) != input.Code), "/code",
                    $"Er is al een {Name.Dutch} met code {input.Code}.", $"There is a {Name.English} with code {input.Code} already.");
                check.Done();
                var unit = Make(input.Code, input.Name.Trim());
                Context.Add(unit);
                view = View(unit);
                return Said("toevoegen", input.Code, Changes.Between(null, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Changes the name of one.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">What it should say.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">There is none with this code.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<UnitView> Change(Actor actor, string code, int version, UnitInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeOrganisation);
        ArgumentNullException.ThrowIfNull(input);
        UnitView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var unit = await Find(code, stop);
                SameVersion(unit, version);
                var check = Checked(input);
                check.That(
                    input.Code == code, "/code",
                    $"De code blijft {code}: bestanden, kaders en initiatieven verwijzen ernaar. Voeg anders een nieuwe toe.",
                    $"The code stays {code}: files, frames and initiatives refer to it. Otherwise add a new one.");
                check.Done();
                var before = Changes.Picture(View(unit));
                Rename(unit, input.Name.Trim());
                view = View(unit);
                return Said("wijzigen", code, Changes.Between(before, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Removes one that nothing uses.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">There is none with this code.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="AgainstRuleException">Something uses it.</exception>
    public Task Remove(Actor actor, string code, int version, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeOrganisation);
        return trail.Save(
            actor,
            async stop =>
            {
                var unit = await Find(code, stop);
                SameVersion(unit, version);
                var uses = new Uses();
                await NoteUses(unit, uses, stop);
                uses.RefuseIfAny(new Text($"{Name.Dutch} {code}", $"{Name.English} {code}"));
                Context.Remove(unit);
                return Said("verwijderen", code, Changes.Between(Changes.Picture(View(unit)), null));
            },
            cancellation);
    }

    /// <summary>The code of a unit.</summary>
    protected abstract string CodeOf(TUnit unit);

    /// <summary>The name of a unit.</summary>
    protected abstract string NameOf(TUnit unit);

    /// <summary>A new unit.</summary>
    protected abstract TUnit Make(string code, string name);

    /// <summary>Gives a unit another name.</summary>
    protected abstract void Rename(TUnit unit, string name);

    /// <summary>Notes what uses a unit.</summary>
    protected abstract Task NoteUses(TUnit unit, Uses uses, CancellationToken cancellation);

    /// <summary>Notes draft frames with a condition that names a unit.</summary>
    protected async Task NoteFrames(string label, string code, Uses uses, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(uses);
        var frames = await Context.Frames.AsNoTracking().OrderBy(f => f.Code).ToListAsync(cancellation);
        uses.Note(
            [.. frames.Where(f => f.Conditions.Exists(c => c.Label == label && c.Values.Contains(code))).Select(f => f.Code)], "kader", "frame");
    }

    private static InputCheck Checked(UnitInput input)
    {
        var check = new InputCheck();
        check.Code(input.Code, "/code");
        check.Line(input.Name, "/naam", LongestName);
        return check;
    }

    // A name is all that can change, so the name is the version
    private UnitView View(TUnit unit) => new(CodeOf(unit), NameOf(unit), Fingerprint.Of(NameOf(unit)));

    private async Task<TUnit> Find(string code, CancellationToken cancellation) =>
        (await Context.Set<TUnit>().ToListAsync(cancellation)).Find(unit => CodeOf(unit) == code)
        ?? throw new NotThereException(new Text($"Er is geen {Name.Dutch} {code}.", $"There is no {Name.English} {code}."));

    private void SameVersion(TUnit unit, int version)
    {
        if (View(unit).Version != version)
            throw new ChangedMeanwhileException($"{Name.Target}/{CodeOf(unit)}", View(unit).Version);
    }

    private Happening Said(string action, string code, Changes changes) =>
        new($"{Name.Target}.{action}", $"{Name.Target}/{code}", changes.Before, changes.After);
}
