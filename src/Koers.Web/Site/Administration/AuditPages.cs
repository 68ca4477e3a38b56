using Koers.App.Audit;
using Koers.App.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Administration;

/// <summary>The audit trail: filtered, a page at a time, and to take away.</summary>
internal sealed class AuditPages(AuditReading reading, PageContext here)
{
    public static void Map(RouteGroupBuilder administration)
    {
        var group = administration.MapGroup("/audit");
        group.MapGet("", (HttpContext http, AuditPages audit, CancellationToken cancellation) => audit.List(AuditAsked.Of(http.Request), cancellation));
        group.MapGet("/export", (HttpContext http, AuditPages audit, string? vorm, CancellationToken cancellation) =>
            audit.Export(AuditAsked.Of(http.Request), vorm == "jsonl" ? AuditFormat.JsonLines : AuditFormat.Csv, cancellation));
    }

    private async Task<IResult> List(AuditAsked asked, CancellationToken cancellation)
    {
        // A period that ends before it begins holds nothing; the page says so, with the days still filled in
        var query = asked.ToQuery(await reading.ActorCalled(here.Actor, asked.Actor, cancellation));
        var page = new PageRequest(asked.Number, AuditAsked.PageSize);
        var found = query.From > query.Until || asked.Faults.Count > 0
            ? new Page<AuditLine>([], 1, AuditAsked.PageSize, 0)
            : await reading.Find(here.Actor, query, page, cancellation);
        return Screen.Show<AuditPage, AuditModel>(
            new Text("Auditspoor", "Audit trail"),
            new AuditModel(
                asked, found, await reading.NamesOf(here.Actor, found.Items, cancellation), await reading.Actions(here.Actor, cancellation)),
            asked.Faults.Count > 0 ? StatusCodes.Status400BadRequest : null);
    }

    private async Task<IResult> Export(AuditAsked asked, AuditFormat format, CancellationToken cancellation)
    {
        if (asked.Faults.Count > 0)
            throw new InvalidInputException(asked.Faults);
        var (actor, query) = (here.Actor, asked.ToQuery(await reading.ActorCalled(here.Actor, asked.Actor, cancellation)));
        AuditReading.MayExport(actor, query);
        return TypedResults.Stream(
            stream => AuditExport.Write(reading.All(actor, query, cancellation), format, stream, cancellation),
            format == AuditFormat.Csv ? "text/csv; charset=utf-8; header=present" : "application/jsonl",
            format == AuditFormat.Csv ? "auditspoor.csv" : "auditspoor.jsonl");
    }
}
