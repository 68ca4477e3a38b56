using System.ComponentModel;
using Koers.App.Exchange.Schedules;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Exchange;

/// <summary>The agreement in force out to planning programs, and what they made of it beside it.</summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedule(this RouteGroupBuilder api)
    {
        api.MapGet("/exports/planning", Export).WithTags("Uitwisseling").WithSummary("De geldende portfolioafspraak als planning (MSPDI, de XML van Microsoft Project)")
            .Produces(StatusCodes.Status200OK, contentType: "application/xml");
        api.MapPost("/imports/planning", Compare).WithTags("Uitwisseling").Accepts<IFormFile>("application/xml", "multipart/form-data").TakesFile(ScheduleComparison.LargestFile)
            .WithSummary("Een planning (MSPDI) naast de geldende portfolioafspraak leggen; er wordt niets opgeslagen");
    }

    private static async Task<FileContentHttpResult> Export(
        HttpContext http,
        ScheduleExport schedule,
        [Description("mspdi, de standaard")] string? vorm,
        [Description("Waar initiatieven onder staan: programma, de standaard, of afdeling")] string? indeling,
        CancellationToken cancellation)
    {
        var check = new InputCheck();
        check.That(vorm is null or "mspdi", "/vorm", "Kies mspdi.", "Choose mspdi.");
        check.That(indeling is null or "programma" or "afdeling", "/indeling", "Kies programma of afdeling.", "Choose programma or afdeling.");
        check.Done();
        var grouping = indeling == "afdeling" ? ScheduleGrouping.Department : ScheduleGrouping.Programme;
        return TypedResults.Bytes(await schedule.Mspdi(Callers.Of(http), grouping, cancellation), "application/xml", "planning.xml");
    }

    private static async Task<Ok<SchedulePreview>> Compare(HttpContext http, ScheduleComparison comparison, CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        ScheduleComparison.Demand(actor);
        return TypedResults.Ok(await comparison.Compare(actor, await FileBody.Read(http, cancellation), cancellation));
    }
}
