using System.Globalization;
using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.Domain.Runs;
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
        group.MapGet("/vaststellen", (PageContext here, AgreementBook book, RunList runs, PlanPictures pictures, int? run, CancellationToken cancellation) =>
            Confirm(FormData.Sent([KeyValuePair.Create("/run", (run ?? 0).ToString(CultureInfo.InvariantCulture))], here.Language), here, book, runs, pictures, cancellation));
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

    private static Task<IResult> Adopt(
        HttpContext http, PageContext here, AgreementBook book, RunList runs, PlanPictures pictures, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<AgreementInput, AgreementView>(form, input => book.Adopt(here.Actor, input, cancellation));
            return Screen.Go(http, $"/afspraken/{view.Number}", new Text(
                $"“{view.Name}” is vastgesteld.", $"“{view.Name}” was adopted."));
        },
        form => Confirm(form, here, book, runs, pictures, cancellation));

    private static async Task<IResult> Confirm(
        FormData form, PageContext here, AgreementBook book, RunList runs, PlanPictures pictures, CancellationToken cancellation)
    {
        if (!AgreementRights.MayAdopt(here.Actor))
            throw new NotAllowedException(new Text("Een portfolioafspraak vaststellen kan een bestuurder.", "An executive may adopt a portfolio agreement."));
        var number = int.TryParse(form["/run"], NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : 0;
        if (number == 0)
            throw new AgainstRuleException(new Text(
                "Kies eerst een plan: open bij Samenstellen een planningsrun die klaar is, en druk daar op “Vaststellen als portfolioafspraak”.",
                "Choose a plan first: open a planning run that is done at Compose, and press “Adopt as portfolio agreement” there."));
        if (await pictures.Of(here.Actor, number, cancellation) is not { Value: not null } plan)
            throw new AgainstRuleException(new Text(
                $"Run {number} heeft geen plan dat vastgesteld kan worden.", $"Run {number} has no plan that can be adopted."));
        var found = await book.Find(here.Actor, new PageRequest(1, 1), cancellation);
        var before = found.Items.Count > 0 ? await book.Show(here.Actor, found.Items[0].Number, cancellation) : null;
        return Screen.Show<AdoptPage, AdoptModel>(
            new Text("Plan vaststellen", "Adopt a plan"),
            new AdoptModel(
                form, plan, (await runs.Show(here.Actor, number, here.Language, cancellation)).State == RunState.Stopped, before, before is null ? null : AgreementDifference.Between(before, Agreed(plan))));
    }

    // What would be agreed, as if it were an agreement already
    private static AgreementView Agreed(PlanPicture plan) => new(
        0, "", plan.Run, default, null, [.. plan.Chosen.Select(i => new AgreedView(i.Number, i.Name, i.Variant, plan.Calendar.DayOf(i.Start)))]);
}
