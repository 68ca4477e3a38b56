using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Organisation;

/// <summary>The departments.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class DepartmentRegister(RegisterContext context, AuditTrail trail) : UnitRegister<Department>(context, trail)
{
    /// <inheritdoc/>
    protected override PartName Name { get; } = new("afdeling", "afdeling", "department");

    /// <inheritdoc/>
    protected override string CodeOf(Department unit) => unit.Code;

    /// <inheritdoc/>
    protected override string NameOf(Department unit) => unit.Name;

    /// <inheritdoc/>
    protected override Department Make(string code, string name) => new() { Id = Guid.CreateVersion7(), Code = code, Name = name };

    /// <inheritdoc/>
    protected override void Rename(Department unit, string name) => unit.Name = name;

    /// <summary>Adopted frames and scenarios count too: they are read for as long as they are kept.</summary>
    protected override async Task NoteUses(Department unit, Uses uses, CancellationToken cancellation)
    {
        var (id, written) = (unit.Id, unit.Id.ToString());
        uses.Note(
            await Context.Initiatives.Where(i => i.DepartmentId == id || i.Partners.Any(p => p.DepartmentId == id))
                .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "initiatief", "initiative");
        uses.Note(
            await Context.CapacityPools.Where(p => p.DepartmentId == id).OrderBy(p => p.Code).Select(p => p.Code).ToListAsync(cancellation),
            "capaciteitspool", "capacity pool");
        await NoteFrames(FrameLabels.Department, unit.Code, uses, cancellation);
        uses.Note(
            [.. (await Context.AdoptedFrames.Where(a => a.Content.Contains(written)).OrderBy(a => a.Number).Select(a => a.Number).ToListAsync(cancellation))
                .Select(number => $"{number}")],
            "vaststelling", "adopted frames");
        uses.Note(
            await Context.Scenarios.Where(s => s.Content.Contains(written)).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(cancellation),
            "scenario", "scenario");
        var accounts = await Context.Users.CountAsync(account => account.DepartmentId == id, cancellation)
            + await Context.RoleGrants.CountAsync(grant => grant.DepartmentId == id, cancellation);
        // By number, not by name: who works where is not for everybody
        uses.Note(accounts == 0 ? [] : [$"({accounts})"], "accounts en rollen", "accounts and roles");
    }
}
