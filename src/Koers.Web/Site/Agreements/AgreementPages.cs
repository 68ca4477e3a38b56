using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Agreements;

/// <summary>Pages of portfolio agreements: all, one, and adopting a plan.</summary>
internal static class AgreementPages
{
    private const int PageSize = 25;

    public static void MapAgreementPages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup("/afspraken");
        group.MapGet("", List);
        group.MapGet("/{nummer:int}", Show);
        // What is no number is no plan: the page says how to come by one
        group.MapGet("/vaststellen", (PageContext here, AdoptionForm confirm, string? run, CancellationToken cancellation) =>
            confirm.Show(FormData.Sent([KeyValuePair.Create("/run", run ?? "")], here.Language), cancellation));
        group.MapPost("/vaststellen", Adopt);
    }

    private static async Task<IResult> List(
        PageContext here, AgreementBook book, AgreementHistory history, int? pagina, CancellationToken cancellation)
    {
        var found = await book.Find(here.Actor, new PageRequest(Math.Clamp(pagina ?? 1, 1, 1_000_000), PageSize), cancellation);
        return Screen.Show<AgreementListPage, AgreementListModel>(
            new Text("Portfolioafspraken", "Portfolio agreements"),
            new AgreementListModel(found, await history.Names(found.Items.Select(line => line.AdoptedBy), cancellation), AgreementRights.MayAdopt(here.Actor)));
    }

    private static async Task<IResult> Show(
        PageContext here, AgreementBook book, AgreementHistory history, RunList runs, int nummer, CancellationToken cancellation)
    {
        var agreement = await book.Show(here.Actor, nummer, cancellation);
        var last = (await book.Find(here.Actor, new PageRequest(1, 1), cancellation)).Items[0].Number;
        var names = await history.Names([agreement.AdoptedBy], cancellation);
        return Screen.Show<AgreementPage, AgreementModel>(
            new Text(agreement.Name, agreement.Name),
            new AgreementModel(
                agreement, agreement.AdoptedBy is { } by ? names.GetValueOrDefault(by) : null, agreement.Number == last,
                await history.Of(here.Actor, agreement, cancellation), await runs.Show(here.Actor, agreement.Run, here.Language, cancellation)));
    }

    private static Task<IResult> Adopt(HttpContext http, PageContext here, AgreementBook book, AdoptionForm confirm, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<AgreementInput, AgreementView>(form, input => book.Adopt(here.Actor, input, cancellation));
            return Screen.Go(http, $"/afspraken/{view.Number}", new Text(
                $"“{view.Name}” is vastgesteld.", $"“{view.Name}” was adopted."));
        },
        form => confirm.Show(form, cancellation));
}
