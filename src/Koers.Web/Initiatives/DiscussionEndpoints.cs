using Koers.App.Initiatives;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Initiatives;

/// <summary><c>/initiatieven/{nummer}/opmerkingen</c>.</summary>
internal static class DiscussionEndpoints
{
    public static void MapDiscussion(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/initiatieven/{nummer}/opmerkingen").WithTags("Initiatieven");
        group.MapGet("", Read).WithSummary("De discussie over een initiatief, in draden");
        group.MapPost("", Say).WithSummary("Iets opmerken, of antwoorden");
        group.MapDelete("/{id:guid}", TakeBack).WithSummary("Eigen woorden terugnemen; de plaats blijft");
    }

    private static async Task<Ok<IReadOnlyList<RemarkThread>>> Read(
        HttpContext http, Discussion discussion, string nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await discussion.Read(Callers.Of(http), nummer, cancellation));

    private static async Task<Created<RemarkView>> Say(
        HttpContext http, Discussion discussion, string nummer, [FromBody] RemarkInput input, CancellationToken cancellation)
    {
        var remark = await discussion.Say(Callers.Of(http), nummer, input, cancellation);
        return TypedResults.Created($"{ApiDocument.Root}/initiatieven/{nummer}/opmerkingen", remark);
    }

    private static async Task<NoContent> TakeBack(
        HttpContext http, Discussion discussion, string nummer, Guid id, CancellationToken cancellation)
    {
        await discussion.TakeBack(Callers.Of(http), nummer, id, cancellation);
        return TypedResults.NoContent();
    }
}
