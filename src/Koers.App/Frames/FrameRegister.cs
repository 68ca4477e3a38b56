using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>A frame as it is shown.</summary>
public sealed record FrameView : DraftView
{
    /// <summary>The sentence that the executive recognises.</summary>
    [JsonPropertyName("zin")]
    public required Text Sentence { get; init; }

    /// <summary>What was entered.</summary>
    [JsonPropertyName("inhoud")]
    public required FrameInput Content { get; init; }
}

/// <summary>The frames of the draft.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class FrameRegister(RegisterContext context, AuditTrail trail) : DraftRegister<Frame, FrameInput, FrameView>(context, trail)
{
    /// <summary>What a frame would say, without keeping it. A code and a name need not be there yet.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<Text> Sentence(Actor actor, FrameInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        ArgumentNullException.ThrowIfNull(input);
        var (codes, check) = (await FrameReferences.OfDraft(Context, cancellation), new InputCheck());
        FrameCheck.Gather(input, codes, check);
        if (check.Faults.Where(fault => fault.Where is not ("/code" or "/naam")).ToList() is { Count: > 0 } faults)
            throw new InvalidInputException(faults);
        var frame = Make(input);
        input.Write(frame, codes);
        return new Text(FrameSentence.Dutch(frame, codes.Names()), FrameSentence.English(frame, codes.Names()));
    }

    /// <inheritdoc/>
    protected override PartName Name { get; } = new("kader", "kader", "frame");

    /// <inheritdoc/>
    protected override FrameAction Changing => FrameAction.ChangeFrames;

    /// <inheritdoc/>
    protected override Task<List<Frame>> All(CancellationToken cancellation) => Context.Frames.OrderBy(f => f.Code).ToListAsync(cancellation);

    /// <inheritdoc/>
    protected override string CodeOf(Frame part) => part.Code;

    /// <inheritdoc/>
    protected override string CodeOf(FrameInput input) => input.Code;

    /// <inheritdoc/>
    protected override int VersionOf(Frame part) => part.Version;

    /// <inheritdoc/>
    protected override void SetVersion(Frame part, int version) => part.Version = version;

    /// <inheritdoc/>
    protected override void Gather(FrameInput input, FrameReferences codes, InputCheck check) => FrameCheck.Gather(input, codes, check);

    /// <inheritdoc/>
    protected override Frame Make(FrameInput input) => new() { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name };

    /// <inheritdoc/>
    protected override void Write(Frame part, FrameInput input, FrameReferences codes) => input.Write(part, codes);

    /// <inheritdoc/>
    protected override IReadOnlyList<FrameView> Views(IReadOnlyList<Frame> parts, FrameReferences codes)
    {
        var names = codes.Names();
        return [.. parts.Select(frame => new FrameView
        {
            Code = frame.Code,
            Version = frame.Version,
            Sentence = new Text(FrameSentence.Dutch(frame, names), FrameSentence.English(frame, names)),
            Content = FrameInput.Of(frame, codes),
        })];
    }

    /// <summary>Nothing refers to a frame.</summary>
    protected override Task NoteUses(Frame part, Uses uses, CancellationToken cancellation) => Task.CompletedTask;
}
