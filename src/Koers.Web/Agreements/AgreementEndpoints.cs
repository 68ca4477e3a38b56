using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Agreements;

/// <summary><c>/portfolioafspraken</c>.</summary>
internal static class AgreementEndpoints
{
    public static void MapAgreements(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/portfolioafspraken").WithTags("Portfolioafspraken");
        group.MapGet("", Find).WithSummary("Portfolioafspraken, de geldende eerst");
        group.MapPost("", Adopt).WithSummary("Het plan van een run vaststellen als portfolioafspraak");
        group.MapGet("/{nummer:int}", Show).WithSummary("Een portfolioafspraak: wat er gebeurt, en wanneer");
    }

    private static async Task<Ok<Page<AgreementLine>>> Find(
        HttpContext http, AgreementBook book, int? pagina, int? paginaGrootte, CancellationToken cancellation) =>
        TypedResults.Ok(await book.Find(Callers.Of(http), new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));

    private static async Task<Created<AgreementView>> Adopt(
        HttpContext http, AgreementBook book, [FromBody] AgreementInput input, CancellationToken cancellation)
    {
        var view = await book.Adopt(Callers.Of(http), input, cancellation);
        return TypedResults.Created($"{ApiDocument.Root}/portfolioafspraken/{view.Number}", view);
    }

    private static async Task<Ok<AgreementView>> Show(HttpContext http, AgreementBook book, int nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await book.Show(Callers.Of(http), nummer, cancellation));
}
