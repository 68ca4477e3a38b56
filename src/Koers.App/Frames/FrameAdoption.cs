using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>From draft to adopted frames, and what differs between them.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class FrameAdoption(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The draft as one document.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="AgainstRuleException">The municipality was not set up.</exception>
    public async Task<DraftDocument> ShowDraft(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var draft = await FrameContents.ReadDraft(context, cancellation);
        return new DraftDocument(VersionOf(draft), ContentDocument.Read(draft, await FrameReferences.OfDraft(context, cancellation)));
    }

    /// <summary>What stands in the way of adopting the draft as it is; empty where nothing does.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="AgainstRuleException">The municipality was not set up.</exception>
    public async Task<IReadOnlyList<Text>> Obstacles(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return FrameUsability.Faults(await FrameContents.ReadDraft(context, cancellation));
    }

    /// <summary>Adopted frames, the last first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see them.</exception>
    public async Task<Page<AdoptedLine>> List(Actor actor, PageRequest page, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeAdopted);
        ArgumentNullException.ThrowIfNull(page);
        // Without the content, which may be large
        var lines = await context.AdoptedFrames.OrderByDescending(a => a.Number)
            .Select(a => new AdoptedLine { Number = a.Number, Decision = a.Decision, AdoptedAt = a.AdoptedAt, AdoptedBy = a.AdoptedById })
            .ToListAsync(cancellation);
        return page.Of(lines);
    }

    /// <summary>Adopted frames as a whole.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see them.</exception>
    /// <exception cref="NotThereException">There are none with this number.</exception>
    public async Task<AdoptedView> Show(Actor actor, int number, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeAdopted);
        var adopted = await Find(number, cancellation);
        return View(adopted, await FrameReferences.OfDraft(context, cancellation));
    }

    /// <summary>Adopts the draft as it is: from then on it is a version that never changes.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="version">Version of the draft that was looked at.</param>
    /// <param name="input">What the decision is called.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">The decision has no name, or too long a one.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody changed the draft.</exception>
    /// <exception cref="AgainstRuleException">No plan can be made within this draft, or its weights do not add up.</exception>
    public async Task<AdoptedView> Adopt(Actor actor, int version, AdoptionInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.Adopt);
        ArgumentNullException.ThrowIfNull(input);
        var check = new InputCheck();
        check.Line(input.Decision, "/besluit", FrameLimits.LongestName);
        check.Done();
        AdoptedView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var draft = await FrameContents.ReadDraft(context, stop);
                if (VersionOf(draft) != version)
                    throw new ChangedMeanwhileException("kaders/concept", VersionOf(draft));
                if (FrameUsability.Faults(draft) is { Count: > 0 } faults)
                    throw new AgainstRuleException(new Text(
                        $"Dit concept kan niet worden vastgesteld: {string.Join("; ", faults.Select(fault => fault.Dutch))}.",
                        $"This draft cannot be adopted: {string.Join("; ", faults.Select(fault => fault.English))}."));
                var adopted = new AdoptedFrames
                {
                    Id = Guid.CreateVersion7(),
                    Number = (await context.AdoptedFrames.MaxAsync(a => (int?)a.Number, stop) ?? 0) + 1,
                    Decision = input.Decision.Trim(),
                    Content = FrameContents.Serialise(draft),
                    AdoptedAt = clock.GetUtcNow(),
                    AdoptedById = actor.Id,
                };
                context.Add(adopted);
                view = View(adopted, await FrameReferences.OfDraft(context, stop));
                var changes = Changes.Between(null, Changes.Picture(view));
                return new Happening("kaders.vaststellen", $"vaststelling/{adopted.Number}", changes.Before, changes.After);
            },
            cancellation);
        return view!;
    }

    /// <summary>What differs between two versions of frames.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="from">Number of adopted frames; null = the draft.</param>
    /// <param name="to">Number of adopted frames; null = the draft.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">The draft is asked for, and this actor may not see it.</exception>
    /// <exception cref="NotThereException">There are no frames with this number.</exception>
    public async Task<IReadOnlyList<FrameChange>> Difference(Actor actor, int? from, int? to, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, from is null || to is null ? FrameAction.SeeDraft : FrameAction.SeeAdopted);
        var (was, becomes) = (await Content(from, cancellation), await Content(to, cancellation));
        return FrameDifference.Between(was, becomes, await FrameReferences.OfDraft(context, cancellation));
    }

    internal async Task<FrameContent> Content(int? number, CancellationToken cancellation) => number is { } adopted
        ? FrameContents.Deserialise((await Find(adopted, cancellation)).Content)
        : await FrameContents.ReadDraft(context, cancellation);

    private async Task<AdoptedFrames> Find(int number, CancellationToken cancellation) =>
        await context.AdoptedFrames.AsNoTracking().FirstOrDefaultAsync(a => a.Number == number, cancellation)
        ?? throw new NotThereException(new Text($"Er zijn geen vastgestelde kaders {number}.", $"There are no adopted frames {number}."));

    private static AdoptedView View(AdoptedFrames adopted, FrameReferences register)
    {
        var content = FrameContents.Deserialise(adopted.Content);
        var names = register.Within(content).Names();
        return new AdoptedView
        {
            Number = adopted.Number,
            Decision = adopted.Decision,
            AdoptedAt = adopted.AdoptedAt,
            AdoptedBy = adopted.AdoptedById,
            Content = ContentDocument.Read(content, register),
            Sentences = [.. content.Frames.Select(frame => new FrameLine(
                frame.Code, frame.Name, new Text(FrameSentence.Dutch(frame, names), FrameSentence.English(frame, names))))],
        };
    }

    private static int VersionOf(FrameContent draft) => Fingerprint.Of(FrameContents.Serialise(draft));
}
