using System.ComponentModel;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Goals;

/// <summary><c>/doelen/wegingen</c>: weights of the goals on one level.</summary>
internal static class WeighingEndpoints
{
    public static void MapGoalWeighings(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/doelen/wegingen").WithTags("Doelen");
        group.MapGet("", History).WithSummary("Hoe de doelen op een niveau zijn gewogen, de laatste keer eerst");
        group.MapPost("", Weigh).WithSummary("De doelen op een niveau wegen: direct, met swings of paarsgewijs; If-Match is de ETag van de lijst");
    }

    private static async Task<Ok<Page<GoalWeighingView>>> History(
        HttpContext http,
        GoalWeights weights,
        [Description("Code van het doel waarvan de onderdelen zijn gewogen; zonder: de bovenste doelen")] string? boven,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation)
    {
        var (page, version) = await weights.History(Callers.Of(http), boven, Pages.Asked(pagina, paginaGrootte), cancellation);
        Versions.Send(http, version);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<GoalWeighingView>> Weigh(
        HttpContext http, GoalWeights weights, [FromBody] WeighingInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await weights.Weigh(Callers.Of(http), version.Number, input, cancellation);
        Versions.Send(http, view.Number);
        return TypedResults.Ok(view);
    }
}
