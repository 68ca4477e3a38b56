using System.ComponentModel;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Frames;

/// <summary><c>/instellingen</c>, <c>/kaders/concept</c>, <c>/kaders/vaststellingen</c> and <c>/kaders/verschillen</c>.</summary>
internal static class AdoptionEndpoints
{
    public static void MapAdoption(this RouteGroupBuilder api)
    {
        var settings = api.MapGroup("/instellingen").WithTags("Kaders");
        settings.MapGet("", ShowSettings).WithSummary("De instellingen van de planning");
        settings.MapPut("", ChangeSettings).WithSummary("De instellingen van de planning wijzigen; de eerste keer met If-Match: \"0\"");
        var group = api.MapGroup("/kaders").WithTags("Kaders");
        group.MapGet("/concept", ShowDraft).WithSummary("Het concept als geheel: doelen, middelen en kaders");
        group.MapGet("/vaststellingen", List).WithSummary("Vastgestelde kaders, de laatste eerst");
        group.MapPost("/vaststellingen", Adopt).WithSummary("Het concept vaststellen, zoals het was bij de ETag van /kaders/concept");
        group.MapGet("/vaststellingen/{nummer:int}", Show).WithSummary("Vastgestelde kaders");
        group.MapGet("/verschillen", Difference).WithSummary("Wat er verschilt tussen twee vaststellingen, of met het concept");
    }

    private static async Task<Ok<SettingsView>> ShowSettings(HttpContext http, SettingsRegister register, CancellationToken cancellation)
    {
        var view = await register.Show(Callers.Of(http), cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<SettingsView>> ChangeSettings(
        HttpContext http, SettingsRegister register, [FromBody] SettingsInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Change(Callers.Of(http), version.Number, input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<DraftDocument>> ShowDraft(HttpContext http, FrameAdoption adoption, CancellationToken cancellation)
    {
        var draft = await adoption.ShowDraft(Callers.Of(http), cancellation);
        Versions.Send(http, draft.Version);
        return TypedResults.Ok(draft);
    }

    private static async Task<Ok<Page<AdoptedLine>>> List(
        HttpContext http, FrameAdoption adoption, int? pagina, int? paginaGrootte, CancellationToken cancellation) =>
        TypedResults.Ok(await adoption.List(Callers.Of(http), Pages.Asked(pagina, paginaGrootte), cancellation));

    private static async Task<Created<AdoptedView>> Adopt(
        HttpContext http, FrameAdoption adoption, [FromBody] AdoptionInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await adoption.Adopt(Callers.Of(http), version.Number, input, cancellation);
        return TypedResults.Created($"{ApiDocument.Root}/kaders/vaststellingen/{view.Number}", view);
    }

    private static async Task<Ok<AdoptedView>> Show(HttpContext http, FrameAdoption adoption, int nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await adoption.Show(Callers.Of(http), nummer, cancellation));

    private static async Task<Ok<Page<FrameChange>>> Difference(
        HttpContext http,
        FrameAdoption adoption,
        [Description("Nummer van een vaststelling; zonder: het concept")] int? van,
        [Description("Nummer van een vaststelling; zonder: het concept")] int? naar,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation) =>
        TypedResults.Ok(Pages.Asked(pagina, paginaGrootte).Of(await adoption.Difference(Callers.Of(http), van, naar, cancellation)));
}
