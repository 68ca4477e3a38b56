using System.ComponentModel;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Initiatives;

/// <summary><c>/relaties</c>.</summary>
internal static class RelationEndpoints
{
    public static void MapRelations(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Relaties");
        group.MapGet("/relaties", Find).WithSummary("Hoe initiatieven samenhangen");
        group.MapPost("/relaties", Add).WithSummary("Een relatie toevoegen");
        group.MapGet("/relaties/{code}", Show).WithSummary("Een relatie");
        group.MapPut("/relaties/{code}", Change).WithSummary("Een relatie wijzigen");
        group.MapDelete("/relaties/{code}", Remove).WithSummary("Een relatie verwijderen");
        group.MapGet("/initiatieven/{nummer}/relaties", Of).WithSummary("De relaties van een initiatief");
    }

    private static async Task<Ok<Page<RelationView>>> Find(
        HttpContext http,
        RelationRegister register,
        [Description("hangt-af-van, eerst, vereist, sluit-uit, samen, groep of synergie")] string? soort,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation)
    {
        var type = Words.Parse<RelationType>(soort);
        var check = new InputCheck();
        check.That(soort is null || type is not null, "/soort", $"“{soort}” is geen soort relatie.", $"“{soort}” is no kind of relation.");
        check.Done();
        return TypedResults.Ok(await register.Find(Callers.Of(http), type, new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));
    }

    private static async Task<Ok<IReadOnlyList<RelationView>>> Of(
        HttpContext http, RelationRegister register, string nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await register.Of(Callers.Of(http), nummer, cancellation));

    private static async Task<Ok<RelationView>> Show(HttpContext http, RelationRegister register, string code, CancellationToken cancellation) =>
        TypedResults.Ok(Sent(http, await register.Show(Callers.Of(http), code, cancellation)));

    private static async Task<Created<RelationView>> Add(
        HttpContext http, RelationRegister register, [FromBody] RelationInput input, CancellationToken cancellation)
    {
        var view = Sent(http, await register.Add(Callers.Of(http), input, cancellation));
        return TypedResults.Created($"{ApiDocument.Root}/relaties/{view.Content.Code}", view);
    }

    private static async Task<Ok<RelationView>> Change(
        HttpContext http, RelationRegister register, string code, [FromBody] RelationInput input, ExpectedVersion version, CancellationToken cancellation) =>
        TypedResults.Ok(Sent(http, await register.Change(Callers.Of(http), code, version.Number, input, cancellation)));

    private static async Task<NoContent> Remove(HttpContext http, RelationRegister register, string code, ExpectedVersion version, CancellationToken cancellation)
    {
        await register.Remove(Callers.Of(http), code, version.Number, cancellation);
        return TypedResults.NoContent();
    }

    private static RelationView Sent(HttpContext http, RelationView view)
    {
        Versions.Send(http, view.Version);
        return view;
    }
}
