using System.ComponentModel;
using Koers.App.Requests;
using Koers.App.Weighing;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Weighing;

/// <summary><c>/afweging</c>, and the scores of an initiative.</summary>
internal static class WeighingEndpoints
{
    public static void MapWeighing(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Afweging");
        group.MapGet("/afweging", Overview).WithSummary("De afweging van alle initiatieven: gemiddelden, spreiding, totaal en kosten");
        group.MapGet("/afweging/te-beoordelen", ToScore).WithSummary("Wat u als beoordelaar nog moet scoren");
        group.MapGet("/initiatieven/{nummer}/afweging", Show).WithSummary("Wat beoordelaars van een initiatief maakten");
        group.MapGet("/initiatieven/{nummer}/scores", Sheet).WithSummary("De doelen met uw eigen scores");
        group.MapPut("/initiatieven/{nummer}/scores/{doel}", Give)
            .WithSummary("Een score geven, of de eigen score wijzigen (dan met If-Match)");
        group.MapDelete("/initiatieven/{nummer}/scores/{doel}", Clear).WithSummary("De eigen score terugnemen");
    }

    private static async Task<Ok<Page<WeighingLine>>> Overview(
        HttpContext http,
        WeighingResults results,
        [Description("nummer, naam, totaal, spreiding, kosten of beoordelaars; met - ervoor aflopend. Zonder: waar men het meest oneens is")]
        string? sorteer,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation) =>
        TypedResults.Ok(await results.Overview(
            Callers.Of(http), sorteer ?? "-spreiding", new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));

    private static async Task<Ok<Page<WorkLine>>> ToScore(
        HttpContext http, WeighingResults results, int? pagina, int? paginaGrootte, CancellationToken cancellation) =>
        TypedResults.Ok(await results.ToScore(Callers.Of(http), new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));

    private static async Task<Ok<WeighingView>> Show(
        HttpContext http, WeighingResults results, string nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await results.Show(Callers.Of(http), nummer, cancellation));

    private static async Task<Ok<ScoreSheet>> Sheet(HttpContext http, Scoring scoring, string nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await scoring.Sheet(Callers.Of(http), nummer, cancellation));

    private static async Task<Ok<OwnScore>> Give(
        HttpContext http,
        Scoring scoring,
        string nummer,
        string doel,
        [FromBody] ScoreInput input,
        ExpectedVersionIfAny version,
        CancellationToken cancellation)
    {
        var score = await scoring.Give(Callers.Of(http), nummer, doel, version.Number, input, cancellation);
        Versions.Send(http, score.Version);
        return TypedResults.Ok(score);
    }

    private static async Task<NoContent> Clear(
        HttpContext http, Scoring scoring, string nummer, string doel, ExpectedVersion version, CancellationToken cancellation)
    {
        await scoring.Clear(Callers.Of(http), nummer, doel, version.Number, cancellation);
        return TypedResults.NoContent();
    }
}
