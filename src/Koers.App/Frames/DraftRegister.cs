using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>A part of the draft as it is shown.</summary>
public abstract record DraftView
{
    /// <summary>Its code.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>Its version, to be sent along with a change.</summary>
    [JsonPropertyName("versie")]
    public required int Version { get; init; }
}

/// <summary>What a kind of part is called.</summary>
/// <param name="Target">In the audit trail.</param>
/// <param name="Dutch">In Dutch.</param>
/// <param name="English">In English.</param>
public sealed record PartName(string Target, string Dutch, string English);

/// <summary>A row of a table in which parts are entered.</summary>
/// <typeparam name="TInput">What people enter.</typeparam>
/// <param name="Version">The version that was read before; 0 for one that is new.</param>
/// <param name="Content">All of what it should say.</param>
public sealed record DraftRow<TInput>(
    [property: JsonPropertyName("versie")] int Version, [property: JsonPropertyName("inhoud")] TInput Content);

/// <summary>The parts of one kind in the draft: goals, budgets, pools or frames. They are listed, shown, added, changed and removed in one
/// way.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public abstract class DraftRegister<TPart, TInput, TView>(RegisterContext context, AuditTrail trail)
    where TPart : class
    where TInput : class
    where TView : DraftView
{
    /// <summary>The register.</summary>
    protected RegisterContext Context { get; } = context;

    /// <summary>What the kind is called.</summary>
    protected abstract PartName Name { get; }

    /// <summary>What one must be allowed to do to change it.</summary>
    protected abstract FrameAction Changing { get; }

    /// <summary>All of them, in order.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="InvalidInputException">There can be no such page.</exception>
    public async Task<Page<TView>> List(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var codes = await FrameReferences.OfDraft(Context, cancellation);
        ArgumentNullException.ThrowIfNull(page);
        return page.Of(Views(await All(cancellation), codes));
    }

    /// <summary>All of them, in order, on one page.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    public async Task<IReadOnlyList<TView>> ListAll(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var codes = await FrameReferences.OfDraft(Context, cancellation);
        return Views(await All(cancellation), codes);
    }

    /// <summary>One of them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="code">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="NotThereException">There is none with this code.</exception>
    public async Task<TView> Show(Actor actor, string code, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return View(await Find(code, cancellation), await FrameReferences.OfDraft(Context, cancellation));
    }

    /// <summary>Adds one.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">What.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    /// <exception cref="AgainstRuleException">A rule is in the way.</exception>
    public async Task<TView> Add(Actor actor, TInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, Changing);
        TView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var (codes, check, all) = (await FrameReferences.OfDraft(Context, stop), new InputCheck(), await All(stop));
                Gather(input, codes, check);
                check.That(
                    all.All(part => CodeOf(part) != CodeOf(input)), "/code",
                    $"Er is al een {Name.Dutch} met code {CodeOf(input)}.", $"There is a {Name.English} with code {CodeOf(input)} already.");
                FrameLimits.AtMost(check, all.Count + 1, FrameLimits.MostParts, "");
                check.Done();
                var part = Make(input);
                Write(part, input, codes);
                SetVersion(part, 1);
                await Judge(part, codes, stop);
                Context.Add(part);
                view = View(part, codes);
                return Said("toevoegen", CodeOf(part), Changes.Between(null, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Changes one.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">All of what it should say.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">There is none with this code.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    /// <exception cref="AgainstRuleException">A rule is in the way.</exception>
    public async Task<TView> Change(Actor actor, string code, int version, TInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, Changing);
        TView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var part = await Find(code, stop);
                SameVersion(part, version);
                var (codes, check) = (await FrameReferences.OfDraft(Context, stop), new InputCheck());
                Gather(input, codes, check);
                check.That(
                    CodeOf(input) == code, "/code",
                    $"De code blijft {code}: bestanden en initiatieven verwijzen ernaar. Voeg anders een nieuwe toe.",
                    $"The code stays {code}: files and initiatives refer to it. Otherwise add a new one.");
                check.Done();
                var before = Changes.Picture(View(part, codes));
                Write(part, input, codes);
                SetVersion(part, version + 1);
                await Judge(part, codes, stop);
                view = View(part, codes);
                return Said("wijzigen", code, Changes.Between(before, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Adds and changes several at once, as the rows of a table: all or none. A row that says what is there already changes nothing. A row
    /// cannot refer to one that is added beside it.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="place">JSON pointer of the rows in what was sent.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>How many were added or changed.</returns>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed one of them.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the rows.</exception>
    /// <exception cref="AgainstRuleException">A rule is in the way.</exception>
    public async Task<int> SaveRows(Actor actor, IReadOnlyList<DraftRow<TInput>> rows, string place, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, Changing);
        ArgumentNullException.ThrowIfNull(rows);
        var done = 0;
        await trail.SaveAll(
            actor,
            async stop =>
            {
                var (codes, check, all) = (await FrameReferences.OfDraft(Context, stop), new InputCheck(), await All(stop));
                foreach (var row in rows.Where(row => row.Version > 0))
                    SameVersion(all.Find(part => CodeOf(part) == CodeOf(row.Content)), CodeOf(row.Content), row.Version);
                GatherRows(rows, all, codes, check, place);
                check.Done();
                var said = new List<Happening>();
                foreach (var row in rows)
                    if (await SaveRow(row, all, codes, stop) is { } happening)
                        said.Add(happening);
                done = said.Count;
                return said;
            },
            cancellation);
        return done;
    }

    /// <summary>Looks at rows as <see cref="SaveRows"/> does, and saves nothing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="place">JSON pointer of the rows in what was sent.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the rows.</exception>
    public async Task CheckRows(Actor actor, IReadOnlyList<DraftRow<TInput>> rows, string place, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, Changing);
        ArgumentNullException.ThrowIfNull(rows);
        var check = new InputCheck();
        GatherRows(rows, await All(cancellation), await FrameReferences.OfDraft(Context, cancellation), check, place);
        check.Done();
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
        FrameRights.Demand(actor, Changing);
        return trail.Save(
            actor,
            async stop =>
            {
                var part = await Find(code, stop);
                SameVersion(part, version);
                var uses = new Uses();
                await NoteUses(part, uses, stop);
                uses.RefuseIfAny(new Text($"{Name.Dutch} {code}", $"{Name.English} {code}"));
                var before = Changes.Picture(View(part, await FrameReferences.OfDraft(Context, stop)));
                Context.Remove(part);
                return Said("verwijderen", code, Changes.Between(before, null));
            },
            cancellation);
    }

    /// <summary>All of them, in order.</summary>
    protected abstract Task<List<TPart>> All(CancellationToken cancellation);

    /// <summary>The code of a part.</summary>
    protected abstract string CodeOf(TPart part);

    /// <summary>The code that was entered.</summary>
    protected abstract string CodeOf(TInput input);

    /// <summary>The version of a part.</summary>
    protected abstract int VersionOf(TPart part);

    /// <summary>Sets the version of a part.</summary>
    protected abstract void SetVersion(TPart part, int version);

    /// <summary>Notes what is wrong in what was entered.</summary>
    protected abstract void Gather(TInput input, FrameReferences codes, InputCheck check);

    /// <summary>A new, empty part.</summary>
    protected abstract TPart Make(TInput input);

    /// <summary>Writes what was entered.</summary>
    protected abstract void Write(TPart part, TInput input, FrameReferences codes);

    /// <summary>Shows parts, in the same order.</summary>
    protected abstract IReadOnlyList<TView> Views(IReadOnlyList<TPart> parts, FrameReferences codes);

    /// <summary>Notes what uses a part.</summary>
    protected abstract Task NoteUses(TPart part, Uses uses, CancellationToken cancellation);

    /// <summary>Refuses what goes against a rule that takes more than the input to see.</summary>
    protected virtual Task Judge(TPart part, FrameReferences codes, CancellationToken cancellation) => Task.CompletedTask;

    private void GatherRows(IReadOnlyList<DraftRow<TInput>> rows, List<TPart> all, FrameReferences codes, InputCheck check, string place)
    {
        for (var i = 0; i < rows.Count; i++)
            GatherRow(rows[i], all, codes, check, $"{place}/{i}/inhoud");
        FrameLimits.NoDoubles(check, [.. rows.Select(row => CodeOf(row.Content))], i => $"{place}/{i}/inhoud/code");
        FrameLimits.AtMost(check, all.Count + rows.Count(row => row.Version == 0), FrameLimits.MostParts, place);
    }

    private void GatherRow(DraftRow<TInput> row, List<TPart> all, FrameReferences codes, InputCheck check, string place)
    {
        var own = new InputCheck();
        Gather(row.Content, codes, own);
        var isThere = all.Exists(part => CodeOf(part) == CodeOf(row.Content));
        own.That(
            row.Version > 0 || !isThere, "/code",
            $"Er is al een {Name.Dutch} met code {CodeOf(row.Content)}.", $"There is a {Name.English} with code {CodeOf(row.Content)} already.");
        foreach (var fault in own.Faults)
            check.That(false, place + fault.Where, fault.Text.Dutch, fault.Text.English);
    }

    private async Task<Happening?> SaveRow(DraftRow<TInput> row, List<TPart> all, FrameReferences codes, CancellationToken cancellation)
    {
        var code = CodeOf(row.Content);
        var part = all.Find(other => CodeOf(other) == code);
        var before = part is null ? null : Changes.Picture(View(part, codes));
        if (part is null)
            Context.Add(part = Make(row.Content));
        Write(part, row.Content, codes);
        if (before is not null && JsonNode.DeepEquals(before, Changes.Picture(View(part, codes))))
            return null;
        SetVersion(part, row.Version + 1);
        await Judge(part, codes, cancellation);
        return Said(before is null ? "toevoegen" : "wijzigen", code, Changes.Between(before, Changes.Picture(View(part, codes))));
    }

    private TView View(TPart part, FrameReferences codes) => Views([part], codes)[0];

    private async Task<TPart> Find(string code, CancellationToken cancellation) =>
        (await All(cancellation)).Find(part => CodeOf(part) == code)
        ?? throw new NotThereException(new Text($"Er is geen {Name.Dutch} {code}.", $"There is no {Name.English} {code}."));

    // What was taken away meanwhile has no version any more
    private void SameVersion(TPart? part, string code, int version)
    {
        if (part is null)
            throw new ChangedMeanwhileException($"{Name.Target}/{code}", 0);
        SameVersion(part, version);
    }

    private void SameVersion(TPart part, int version)
    {
        if (VersionOf(part) != version)
            throw new ChangedMeanwhileException($"{Name.Target}/{CodeOf(part)}", VersionOf(part));
    }

    private Happening Said(string action, string code, Changes changes) =>
        new($"{Name.Target}.{action}", $"{Name.Target}/{code}", changes.Before, changes.After);
}
