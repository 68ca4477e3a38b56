using Koers.App.Frames;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Weighing;

/// <summary>Pages of the weighing: what there is to score, the score sheet, and what came out.</summary>
internal static class AssessmentPages
{
    private static readonly Text Title = new("Afweging", "Weighing");
    private static readonly Text OverviewTitle = new("Uitkomst van de weging", "Outcome of the weighing");

    public static void MapAssessmentPages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup("/afweging");
        group.MapGet("", Work);
        group.MapGet("/overzicht", Overview);
        group.MapGet("/{nummer}", (ScorePage page, string nummer, string? verder, CancellationToken cancellation) =>
            page.Show(nummer, null, verder is not null, cancellation));
        group.MapPost("/{nummer}", ScorePage.Save);
    }

    private static async Task<IResult> Work(
        PageContext here, AssessorWork work, RegisterContext context, RegisterMemory memory, int? pagina, string? alles, CancellationToken cancellation)
    {
        WeighingRights.DemandOverview(here.Actor);
        var found = here.Actor.Id is not null && here.Actor.HasSomewhere(Role.Assessor) ? await work.Read(here.Actor, cancellation) : null;
        var lines = (found?.Lines ?? []).Where(line => alles is not null || !AssessorWorkView.IsDone(line)).ToArray();
        var page = new PageRequest(Math.Clamp(pagina ?? 1, 1, 1_000_000)).Of(lines);
        return Screen.Show<WorkPage, WorkModel>(Title, new WorkModel(found, page, alles is not null, (await memory.Now(context, cancellation)).Codes));
    }

    private static async Task<IResult> Overview(
        HttpContext http, PageContext here, WeighingComparison comparison, RegisterContext context, RegisterMemory memory, CancellationToken cancellation)
    {
        WeighingRights.DemandOverview(here.Actor);
        // Without weights there is no order, and what to do is no fault of who asks
        if ((await memory.Weighed(context, cancellation)).Goals is { Count: > 0 } goals && !(goals.Sum(goal => goal.Share) > 0))
            return Screen.Show<UnweighedPage, UnweighedModel>(OverviewTitle, new UnweighedModel(FrameRights.May(here.Actor, FrameAction.ChangeFrames)));
        var asked = ComparisonQuery.Of(http.Request);
        var codes = (await memory.Now(context, cancellation)).Codes;
        try
        {
            var compared = await comparison.Read(here.Actor, asked.Read(here.Language), cancellation);
            return Shown(asked, compared, codes, asked.Form(compared.Goals, here.Language), StatusCodes.Status200OK);
        }
        catch (InvalidInputException e)
        {
            var compared = await comparison.Read(here.Actor, null, cancellation);
            return Shown(asked, compared, codes, asked.Form(compared.Goals, here.Language).After(e), StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Shown(ComparisonQuery asked, ComparisonView compared, CodeBook codes, FormData form, int status) =>
        Screen.Show<ComparisonPage, ComparisonModel>(OverviewTitle, new ComparisonModel(asked, compared, codes, form), status);
}
