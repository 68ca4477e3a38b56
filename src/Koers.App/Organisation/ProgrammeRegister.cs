using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Organisation;

/// <summary>The programmes.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class ProgrammeRegister(RegisterContext context, AuditTrail trail) : UnitRegister<Programme>(context, trail)
{
    /// <inheritdoc/>
    protected override PartName Name { get; } = new("programma", "programma", "programme");

    /// <inheritdoc/>
    protected override string CodeOf(Programme unit) => unit.Code;

    /// <inheritdoc/>
    protected override string NameOf(Programme unit) => unit.Name;

    /// <inheritdoc/>
    protected override Programme Make(string code, string name) => new() { Id = Guid.CreateVersion7(), Code = code, Name = name };

    /// <inheritdoc/>
    protected override void Rename(Programme unit, string name) => unit.Name = name;

    /// <inheritdoc/>
    protected override async Task NoteUses(Programme unit, Uses uses, CancellationToken cancellation)
    {
        uses.Note(
            await Context.Initiatives.Where(i => i.ProgrammeId == unit.Id).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "initiatief", "initiative");
        await NoteFrames(FrameLabels.Programme, unit.Code, uses, cancellation);
    }
}
