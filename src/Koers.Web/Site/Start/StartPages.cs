using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Start;

/// <summary>The first page after signing in: what needs me, and the collective result.</summary>
internal static class StartPages
{
    public static void MapStartPage(this RouteGroupBuilder pages) => pages.MapGet("/", Show);

    private static async Task<IResult> Show(PageContext here, WorkDesk desk, CollectiveResults results, CancellationToken cancellation) =>
        Screen.Show<StartPage, StartModel>(
            new Text("Startpagina", "Start page"),
            new StartModel(
                await desk.Waiting(here.Actor, cancellation), await results.Show(here.Actor, cancellation), InitiativeRights.MayPropose(here.Actor)));
}
