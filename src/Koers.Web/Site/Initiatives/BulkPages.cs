using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Initiatives;

/// <summary>One step for many initiatives: chosen in the list, looked at, taken.</summary>
internal static class BulkPages
{
    private static readonly Text Title = new("Stap voor meer initiatieven", "A step for several initiatives");

    public static void MapBulkPages(this RouteGroupBuilder group)
    {
        group.MapGet("/stappen", (HttpContext http, BulkSteps bulk, PageContext here, CancellationToken cancellation) =>
            Show([.. http.Request.Query["kies"].OfType<string>()], FormData.Empty(here.Language), [], bulk, here, StatusCodes.Status200OK, cancellation));
        group.MapPost("/stappen", Take);
    }

    /// <summary>Whether somebody can do anything with many at once.</summary>
    public static bool IsFor(PageContext here) => here.Actor.HasSomewhere(Role.PortfolioManager) || here.Actor.HasSomewhere(Role.Executive);

    private static Task<IResult> Take(HttpContext http, BulkSteps bulk, PageContext here, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var result = await FormReader.Read<BulkStepInput, BulkResult>(form, input => bulk.Take(here.Actor, input, cancellation));
            if (result.Refused.Count == 0)
                return Screen.Go(http, "/initiatieven", new Text(
                    $"De stap is gezet voor {Words.Initiatives(result.Taken.Count).Dutch}.", $"The step was taken for {Words.Initiatives(result.Taken.Count).English}."));
            return result.Taken.Count > 0
                ? Screen.Show<BulkResultPage, BulkResultModel>(Title, new BulkResultModel(result))
                : await Show(Numbers(form), form, result.Refused, bulk, here, StatusCodes.Status409Conflict, cancellation);
        },
        form => Show(Numbers(form), form, [], bulk, here, null, cancellation));

    private static string[] Numbers(FormData form) => [.. Enumerable.Range(0, form.Rows("/initiatieven", 0)).Select(i => form[$"/initiatieven/{i}/nummer"])];

    private static async Task<IResult> Show(
        IReadOnlyList<string> numbers, FormData form, IReadOnlyList<BulkRefusal> refused, BulkSteps bulk, PageContext here, int? status,
        CancellationToken cancellation)
    {
        if (!IsFor(here))
            throw new NotAllowedException(new Text("Een stap voor meer initiatieven zet de portfoliomanager of het bestuur.", "The portfolio manager or the executive takes a step for several initiatives."));
        var model = new BulkModel(await bulk.Possible(here.Actor, numbers, cancellation), form, refused);
        return Screen.Show<BulkPage, BulkModel>(Title, model, status ?? StatusCodes.Status400BadRequest);
    }
}
