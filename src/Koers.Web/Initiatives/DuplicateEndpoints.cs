using System.ComponentModel;
using Koers.App.Initiatives;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Initiatives;

/// <summary>Likely duplicates.</summary>
internal static class DuplicateEndpoints
{
    public static void MapDuplicates(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/initiatieven").WithTags("Initiatieven");
        group.MapGet("/dubbelen", Like).WithSummary("Initiatieven die waarschijnlijk hetzelfde zijn als wat wordt getypt");
        group.MapGet("/{nummer}/dubbelen", Of).WithSummary("Initiatieven die waarschijnlijk hetzelfde zijn als dit");
    }

    private static async Task<Ok<IReadOnlyList<Duplicate>>> Like(
        HttpContext http,
        DuplicateFinder finder,
        [Description("Naam, zover getypt")] string? naam,
        [Description("Samenvatting, zover getypt")] string? samenvatting,
        [Description("Gebied")] string? gebied,
        CancellationToken cancellation) =>
        TypedResults.Ok(await finder.Like(Callers.Of(http), naam, samenvatting, gebied, cancellation));

    private static async Task<Ok<IReadOnlyList<Duplicate>>> Of(
        HttpContext http, DuplicateFinder finder, string nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await finder.Of(Callers.Of(http), nummer, cancellation));
}
