using System.ComponentModel;
using Koers.App.Exchange.Initiatives;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Exchange;

/// <summary><c>/exports</c> and <c>/imports</c>: initiatives out to and in from files.</summary>
internal static class ExchangeEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapExchange(this RouteGroupBuilder api)
    {
        api.MapGet("/exports/initiatieven", Export).WithTags("Uitwisseling").WithSummary("Initiatieven als werkmap of CSV");
        api.MapPost("/imports", Import).WithTags("Uitwisseling").WithSummary("Initiatieven uit een werkmap of CSV: eerst zien, dan opslaan")
            .TakesFile(InitiativeImport.LargestFile);
    }

    private static async Task<FileContentHttpResult> Export(
        HttpContext http,
        InitiativeSheets sheets,
        [Description("xlsx, sjabloon (een lege werkmap), csv (Nederlands) of csv-rfc4180")] string? vorm,
        [Description("Voor csv: initiatieven, varianten, uitgaven, inzet, effecten, partners of documenten")] string? blad,
        string? zoek,
        string[] toestand,
        string? afdeling,
        string? programma,
        bool? mijn,
        string? sorteer,
        CancellationToken cancellation)
    {
        var check = new InputCheck();
        check.That(vorm is null or "xlsx" or "sjabloon" or "csv" or "csv-rfc4180", "/vorm", "Kies xlsx, sjabloon, csv of csv-rfc4180.", "Choose xlsx, sjabloon, csv or csv-rfc4180.");
        foreach (var word in toestand)
            check.That(Words.Parse<InitiativeState>(word) is not null, "/toestand", $"“{word}” is geen toestand.", $"“{word}” is no state.");
        check.Done();
        var query = new InitiativeQuery
        {
            Search = zoek,
            States = [.. toestand.Select(word => Words.Parse<InitiativeState>(word)!.Value)],
            Department = afdeling,
            Programme = programma,
            IsMine = mijn ?? false,
            Order = sorteer ?? "nummer",
        };
        var actor = Callers.Of(http);
        return vorm is "csv" or "csv-rfc4180"
            ? TypedResults.Bytes(
                await sheets.Csv(actor, query, blad ?? "initiatieven", vorm == "csv", cancellation), "text/csv; charset=utf-8", $"{blad ?? "initiatieven"}.csv")
            : TypedResults.Bytes(await sheets.Workbook(actor, vorm == "sjabloon" ? null : query, cancellation), Workbook, "initiatieven.xlsx");
    }

    private static async Task<Ok<ImportPreview>> Import(
        HttpContext http,
        InitiativeImport import,
        [Description("Het kenmerk uit het antwoord zonder: sla op wat daar te zien was")] string? toepassen,
        CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        if (!InitiativeImport.MayImport(actor))
            throw new NotAllowedException(new Text("Initiatieven invoeren uit een bestand kan de portfoliomanager.", "The portfolio manager may import initiatives from a file."));
        return TypedResults.Ok(await import.Take(actor, await FileBody.Read(http, cancellation), toepassen, Languages.Of(http), cancellation));
    }
}
