using Koers.App.Exchange.Initiatives;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Koers.Web.Site.Initiatives;

/// <summary>The list of initiatives: searched, filtered and sorted, as a file, and views that somebody keeps of it.</summary>
internal sealed class InitiativeLists(InitiativeList list, KeptViews views, RegisterContext context, RegisterMemory memory, PageContext here)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Text Title = new("Initiatieven", "Initiatives");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", (HttpContext http, InitiativeLists lists, CancellationToken cancellation) =>
            lists.Show(InitiativeListQuery.Of(http.Request.Query), null, cancellation));
        group.MapGet("/bestand", File);
        group.MapPost("/weergaven", Keep);
        group.MapPost("/weergaven/{id:guid}/verwijderen", Remove);
    }

    // What is seen, all pages of it
    private static async Task<IResult> File(HttpContext http, InitiativeSheets sheets, PageContext here, string? vorm, CancellationToken cancellation)
    {
        var query = InitiativeListQuery.Of(http.Request.Query).ToQuery();
        return vorm == "csv"
            ? TypedResults.Bytes(await sheets.Csv(here.Actor, query, "initiatieven", here.Language == "nl", cancellation), "text/csv; charset=utf-8", "initiatieven.csv")
            : TypedResults.Bytes(await sheets.Workbook(here.Actor, query, cancellation), WorkbookType, "initiatieven.xlsx");
    }

    private static Task<IResult> Keep(HttpContext http, InitiativeLists lists, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            // Read and written again: what is kept is an address of the list and nothing else
            var query = Asked(form).Address("");
            await lists.Views.Keep(lists.Here.Actor, form["/naam"], query, cancellation);
            return Screen.Go(http, "/initiatieven" + query, new Text("De weergave is bewaard.", "The view was kept."));
        },
        form => lists.Show(Asked(form), form, cancellation));

    private static async Task<IResult> Remove(HttpContext http, InitiativeLists lists, Guid id, CancellationToken cancellation)
    {
        await lists.Views.Remove(lists.Here.Actor, id, cancellation);
        return Screen.Go(http, "/initiatieven", new Text("De weergave is verwijderd.", "The view was removed."));
    }

    private KeptViews Views => views;

    private PageContext Here => here;

    private static InitiativeListQuery Asked(FormData form) =>
        InitiativeListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(form["vraag"]))) with { Number = 1 };

    private async Task<IResult> Show(InitiativeListQuery asked, FormData? view, CancellationToken cancellation)
    {
        var found = await list.Find(here.Actor, asked.ToQuery(), new PageRequest(asked.Number, InitiativeListQuery.PageSize), cancellation);
        return Screen.Show<InitiativeListPage, InitiativeListModel>(Title, new InitiativeListModel(
            asked, found, (await memory.Now(context, cancellation)).Codes, InitiativeRights.MayPropose(here.Actor), BulkPages.IsFor(here),
            here.Actor.Id is null ? null : await views.Own(here.Actor, cancellation), view ?? FormData.Empty(here.Language)));
    }
}
