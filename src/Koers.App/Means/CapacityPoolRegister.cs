using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Means;

/// <summary>A capacity pool as it is shown.</summary>
public sealed record CapacityPoolView : DraftView
{
    /// <summary>What was entered.</summary>
    [JsonPropertyName("inhoud")]
    public required CapacityPoolInput Content { get; init; }
}

/// <summary>The capacity pools of the draft.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class CapacityPoolRegister(RegisterContext context, AuditTrail trail)
    : DraftRegister<CapacityPool, CapacityPoolInput, CapacityPoolView>(context, trail)
{
    /// <inheritdoc/>
    protected override PartName Name { get; } = new("capaciteitspool", "capaciteitspool", "capacity pool");

    /// <inheritdoc/>
    protected override FrameAction Changing => FrameAction.ChangeMeans;

    /// <inheritdoc/>
    protected override Task<List<CapacityPool>> All(CancellationToken cancellation) =>
        Context.CapacityPools.OrderBy(p => p.Code).ToListAsync(cancellation);

    /// <inheritdoc/>
    protected override string CodeOf(CapacityPool part) => part.Code;

    /// <inheritdoc/>
    protected override string CodeOf(CapacityPoolInput input) => input.Code;

    /// <inheritdoc/>
    protected override int VersionOf(CapacityPool part) => part.Version;

    /// <inheritdoc/>
    protected override void SetVersion(CapacityPool part, int version) => part.Version = version;

    /// <inheritdoc/>
    protected override void Gather(CapacityPoolInput input, FrameReferences codes, InputCheck check) => input.Gather(codes, check);

    /// <inheritdoc/>
    protected override CapacityPool Make(CapacityPoolInput input) => new() { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name };

    /// <inheritdoc/>
    protected override void Write(CapacityPool part, CapacityPoolInput input, FrameReferences codes) => input.Write(part, codes);

    /// <inheritdoc/>
    protected override IReadOnlyList<CapacityPoolView> Views(IReadOnlyList<CapacityPool> parts, FrameReferences codes) =>
        [.. parts.Select(pool => new CapacityPoolView { Code = pool.Code, Version = pool.Version, Content = CapacityPoolInput.Of(pool, codes) })];

    /// <inheritdoc/>
    protected override async Task NoteUses(CapacityPool part, Uses uses, CancellationToken cancellation) =>
        await PartUses.Note(Context, part, uses, cancellation);
}
