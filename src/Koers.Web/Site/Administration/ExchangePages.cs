using Koers.App.Exchange.Initiatives;
using Koers.App.Exchange.Schedules;
using Koers.App.Requests;
using Koers.Web.Exchange;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Administration;

/// <summary>Taking initiatives in from a file, with a preview first, and out again.</summary>
internal sealed class ExchangePages(InitiativeImport import, ScheduleExport schedule, PageContext here)
{
    private const string Root = AdministrationSection.Root + "/import";

    // Base 64 of it still fits in a field of a form
    private const int LargestInPage = 2 << 20;

    private static readonly Text Title = new("Import en export", "Import and export");

    public static void Map(RouteGroupBuilder administration)
    {
        var group = administration.MapGroup("/import");
        group.MapGet("", (ExchangePages exchange) => exchange.Show(FormData.Empty(exchange.Language)));
        group.MapPost("", (HttpContext http, ExchangePages exchange, CancellationToken cancellation) => exchange.Preview(http, cancellation))
            .TakesFile(InitiativeImport.LargestFile);
        group.MapPost("/opslaan", (HttpContext http, ExchangePages exchange, CancellationToken cancellation) => exchange.Store(http, cancellation))
            .TakesFile(InitiativeImport.LargestFile);
        group.MapGet("/planning.xml", (ExchangePages exchange, string? indeling, CancellationToken cancellation) => exchange.Schedule(indeling, cancellation));
    }

    private string Language => here.Language;

    private IResult Show(FormData form) => AdministrationSection.MayExchange(here.Actor)
        ? Screen.Show<ExchangePage, ExchangeModel>(Title, new ExchangeModel(InitiativeImport.MayImport(here.Actor), form))
        : throw new NotAllowedException(new Text(
            "Import en export zijn voor portfoliomanager, concerncontroller en beheerder.", "Import and export are for portfolio manager, controller and administrator."));

    private Task<IResult> Preview(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async _ =>
        {
            DemandImport();
            var (file, name) = await Sent(http, cancellation);
            return Shown(await import.Take(here.Actor, file, null, here.Language, cancellation), file, name, FormData.Empty(here.Language));
        },
        form => Task.FromResult(Show(InFile(form))));

    private Task<IResult> Store(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            DemandImport();
            var (file, _) = form["inhoud"].Length > 0 ? (Decoded(form["inhoud"]), "") : await Sent(http, cancellation);
            var stored = await import.Take(here.Actor, file, form["kenmerk"], here.Language, cancellation);
            return Screen.Go(http, Root, new Text(
                $"Opgeslagen: {stored.New} nieuwe en {stored.Changed} gewijzigde initiatieven.", $"Saved: {stored.New} new and {stored.Changed} changed initiatives."));
        },
        form => Task.FromResult(Show(InFile(form))));

    private async Task<IResult> Schedule(string? grouping, CancellationToken cancellation) => TypedResults.Bytes(
        await schedule.Mspdi(here.Actor, grouping == "afdeling" ? ScheduleGrouping.Department : ScheduleGrouping.Programme, cancellation),
        "application/xml", "planning.xml");

    private static IResult Shown(ImportPreview preview, byte[] file, string name, FormData form) => Screen.Show<ImportPage, ImportModel>(
        Title, new ImportModel(preview, name, file.Length <= LargestInPage ? Convert.ToBase64String(file) : null, form));

    private void DemandImport()
    {
        if (!InitiativeImport.MayImport(here.Actor))
            throw new NotAllowedException(new Text("Initiatieven invoeren uit een bestand kan de portfoliomanager.", "The portfolio manager may import initiatives from a file."));
    }

    private static async Task<(byte[] File, string Name)> Sent(HttpContext http, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(cancellation)).Files is not [var only])
            throw new InvalidInputException([new InputFault("/bestand", new Text("Kies een bestand.", "Choose a file."))]);
        if (only.Length == 0)
            throw new InvalidInputException([new InputFault("/bestand", new Text("Dit bestand is leeg; kies een ander.", "This file is empty; choose another one."))]);
        return (await FileBody.Read(http, cancellation), Path.GetFileName(only.FileName));
    }

    private static byte[] Decoded(string content)
    {
        var file = new byte[content.Length];
        return Convert.TryFromBase64String(content, file, out var length)
            ? file[..length]
            : throw new InvalidInputException([new InputFault("/bestand", new Text("Kies het bestand opnieuw.", "Choose the file again."))]);
    }

    // What is wrong in the file as a whole stands at its field
    private static FormData InFile(FormData form) => form.Faults.Count == 0 ? form : form.After(new InvalidInputException(
        [.. form.Faults.Select(fault => fault.Where is "/" or "" ? fault with { Where = "/bestand" } : fault)]));
}
