using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Administration;

/// <summary>Pages of departments or of programmes: the list, adding, another name, removal.</summary>
internal sealed class UnitPages<TUnit>(UnitRegister<TUnit> register, PageContext here) where TUnit : class
{
    private const int PageSize = 100;

    public static void Map(RouteGroupBuilder administration, UnitKind kind)
    {
        var group = administration.MapGroup(kind.Part);
        group.MapGet("", (UnitPages<TUnit> units, int? pagina, CancellationToken cancellation) => units.List(kind, pagina, null, cancellation));
        group.MapPost("", (HttpContext http, UnitPages<TUnit> units, CancellationToken cancellation) => units.Add(http, kind, cancellation));
        group.MapGet("/{code}", (UnitPages<TUnit> units, string code, CancellationToken cancellation) => units.Show(kind, code, null, cancellation));
        group.MapPost("/{code}", (HttpContext http, UnitPages<TUnit> units, string code, CancellationToken cancellation) => units.Change(http, kind, code, cancellation));
        group.MapGet("/{code}/verwijderen", (UnitPages<TUnit> units, string code, CancellationToken cancellation) => units.Ask(kind, code, null, cancellation));
        group.MapPost("/{code}/verwijderen", (HttpContext http, UnitPages<TUnit> units, string code, CancellationToken cancellation) =>
            units.Remove(http, kind, code, cancellation));
    }

    private async Task<IResult> List(UnitKind kind, int? number, FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeOrganisation);
        var found = await register.List(here.Actor, new PageRequest(Math.Clamp(number ?? 1, 1, 1_000_000), PageSize), cancellation);
        return Screen.Show<UnitListPage, UnitListModel>(kind.Plural, new UnitListModel(kind, found, form ?? FormData.Empty(here.Language), MayChange: true));
    }

    private Task<IResult> Add(HttpContext http, UnitKind kind, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var unit = await FormReader.Read<UnitInput, UnitView>(form, input => register.Add(here.Actor, input, cancellation));
            return Screen.Go(http, kind.Path, new Text($"{kind.One.Dutch} “{unit.Name}” is toegevoegd.", $"{kind.One.English} “{unit.Name}” was added."));
        },
        form => List(kind, null, form, cancellation));

    private async Task<IResult> Show(UnitKind kind, string code, FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeOrganisation);
        var unit = await register.Show(here.Actor, code, cancellation);
        return Screen.Show<UnitPage, UnitModel>(new Text(unit.Name, unit.Name), new UnitModel(
            kind, unit, form ?? FormData.Of(new UnitInput(unit.Code, unit.Name), unit.Version, here.Language)));
    }

    private Task<IResult> Change(HttpContext http, UnitKind kind, string code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var unit = await FormReader.Read<UnitInput, UnitView>(form, input => register.Change(here.Actor, code, form.Version, input, cancellation));
            return Screen.Go(http, kind.Path, new Text($"{kind.One.Dutch} {code} heet nu “{unit.Name}”.", $"{kind.One.English} {code} is called “{unit.Name}” now."));
        },
        form => Show(kind, code, form, cancellation));

    private async Task<IResult> Ask(UnitKind kind, string code, FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeOrganisation);
        var unit = await register.Show(here.Actor, code, cancellation);
        var title = new Text($"{kind.One.Dutch} “{unit.Name}” verwijderen", $"Remove {kind.One.English.ToLowerInvariant()} “{unit.Name}”");
        return Screen.Show<ConfirmPage, ConfirmModel>(title, new ConfirmModel(
            title,
            new Text(
                "Verwijderen kan alleen als niets ernaar verwijst. Wat ermee gebeurde blijft in het auditspoor.",
                "It can be removed only where nothing refers to it. What happened to it stays in the audit trail."),
            $"{kind.Path}/{unit.Code}/verwijderen", new Text("Verwijderen", "Remove"), kind.Path, form ?? FormData.Empty(here.Language), unit.Version));
    }

    private Task<IResult> Remove(HttpContext http, UnitKind kind, string code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await register.Remove(here.Actor, code, form.Version, cancellation);
            return Screen.Go(http, kind.Path, new Text($"{kind.One.Dutch} {code} is verwijderd.", $"{kind.One.English} {code} was removed."));
        },
        form => Ask(kind, code, form, cancellation));
}
