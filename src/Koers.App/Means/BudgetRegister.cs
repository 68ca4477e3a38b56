using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Means;

/// <summary>A budget as it is shown.</summary>
public sealed record BudgetView : DraftView
{
    /// <summary>What was entered.</summary>
    [JsonPropertyName("inhoud")]
    public required BudgetInput Content { get; init; }
}

/// <summary>The budgets of the draft.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class BudgetRegister(RegisterContext context, AuditTrail trail) : DraftRegister<Budget, BudgetInput, BudgetView>(context, trail)
{
    /// <inheritdoc/>
    protected override PartName Name { get; } = new("budget", "budget", "budget");

    /// <inheritdoc/>
    protected override FrameAction Changing => FrameAction.ChangeMeans;

    /// <inheritdoc/>
    protected override Task<List<Budget>> All(CancellationToken cancellation) => Context.Budgets.OrderBy(b => b.Code).ToListAsync(cancellation);

    /// <inheritdoc/>
    protected override string CodeOf(Budget part) => part.Code;

    /// <inheritdoc/>
    protected override string CodeOf(BudgetInput input) => input.Code;

    /// <inheritdoc/>
    protected override int VersionOf(Budget part) => part.Version;

    /// <inheritdoc/>
    protected override void SetVersion(Budget part, int version) => part.Version = version;

    /// <inheritdoc/>
    protected override void Gather(BudgetInput input, FrameReferences codes, InputCheck check) => input.Gather(check);

    /// <inheritdoc/>
    protected override Budget Make(BudgetInput input) => new() { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name };

    /// <inheritdoc/>
    protected override void Write(Budget part, BudgetInput input, FrameReferences codes) => input.Write(part);

    /// <inheritdoc/>
    protected override IReadOnlyList<BudgetView> Views(IReadOnlyList<Budget> parts, FrameReferences codes) =>
        [.. parts.Select(budget => new BudgetView { Code = budget.Code, Version = budget.Version, Content = BudgetInput.Of(budget) })];

    /// <inheritdoc/>
    protected override async Task NoteUses(Budget part, Uses uses, CancellationToken cancellation) =>
        await PartUses.Note(Context, part, uses, cancellation);
}
