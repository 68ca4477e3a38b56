using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Audit;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Audit;

/// <summary><c>/auditregels</c>, and the history of an initiative.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Auditspoor");
        group.MapGet("/auditregels", Find).WithSummary("Het auditspoor, nieuwste eerst");
        group.MapGet("/auditregels/export", Export).WithSummary("Het auditspoor om mee te nemen: CSV (RFC 4180) of een JSON-object per regel");
        group.MapGet("/initiatieven/{nummer}/geschiedenis", History).WithSummary("De geschiedenis van een initiatief, nieuwste eerst");
    }

    private static async Task<Ok<Page<AuditLine>>> Find(
        HttpContext http, AuditReading reading, [AsParameters] AuditFilter filter, int? pagina, int? paginaGrootte, CancellationToken cancellation) =>
        TypedResults.Ok(await reading.Find(
            Callers.Of(http), filter.Query(), new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));

    private static PushStreamHttpResult Export(
        HttpContext http,
        AuditReading reading,
        [AsParameters] AuditFilter filter,
        [Description("csv of jsonl")] string? vorm,
        CancellationToken cancellation)
    {
        var check = new InputCheck();
        check.That(vorm is null or "csv" or "jsonl", "/vorm", "Kies csv of jsonl.", "Choose csv or jsonl.");
        check.Done();
        var (actor, query) = (Callers.Of(http), filter.Query());
        AuditReading.MayExport(actor, query);
        var format = vorm == "jsonl" ? AuditFormat.JsonLines : AuditFormat.Csv;
        return TypedResults.Stream(
            stream => AuditExport.Write(reading.All(actor, query, cancellation), format, stream, cancellation),
            format == AuditFormat.Csv ? "text/csv; charset=utf-8; header=present" : "application/jsonl",
            format == AuditFormat.Csv ? "auditspoor.csv" : "auditspoor.jsonl");
    }

    private static async Task<Ok<Page<HistoryAnswer>>> History(
        HttpContext http, InitiativeHistory history, string nummer, int? pagina, int? paginaGrootte, CancellationToken cancellation)
    {
        var page = await history.Read(Callers.Of(http), nummer, new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation);
        var language = Languages.Of(http);
        return TypedResults.Ok(new Page<HistoryAnswer>(
            [.. page.Items.Select(line => HistoryAnswer.Of(line, language))],
            page.Number, page.Size, page.Total));
    }
}

/// <summary>Which lines of the trail are asked for, as the address says it.</summary>
internal sealed record AuditFilter
{
    [FromQuery(Name = "object")]
    [Description("Waaraan iets is gedaan, met alles daaronder: initiatief/2026-0042")]
    public string? Target { get; init; }

    [FromQuery(Name = "actie")]
    [Description("Wat is gedaan: initiatief.stap")]
    public string? Action { get; init; }

    [FromQuery(Name = "wie")]
    [Description("Wie, zoals het spoor het schrijft")]
    public string? Actor { get; init; }

    [FromQuery(Name = "van")]
    [Description("Vanaf dit moment (RFC 3339)")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "tot")]
    [Description("Tot voor dit moment (RFC 3339)")]
    public DateTimeOffset? Until { get; init; }

    [FromQuery(Name = "resultaat")]
    [Description("gedaan of geweigerd")]
    public string? Result { get; init; }

    public AuditQuery Query()
    {
        var result = Words.Parse<AuditResult>(Result);
        var check = new InputCheck();
        check.That(Result is null || result is not null, "/resultaat", "Kies gedaan of geweigerd.", "Choose gedaan or geweigerd.");
        check.Done();
        return new AuditQuery { Target = Target, Action = Action, Actor = Actor, From = From, Until = Until, Result = result };
    }
}

/// <summary>Something that happened to an initiative.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who, as the trail writes it.</param>
/// <param name="Name">How others see who that is; null where that account is gone.</param>
/// <param name="Action">What was done, as the trail writes it.</param>
/// <param name="Description">What was done, in words.</param>
/// <param name="Target">The initiative, or the part of it.</param>
/// <param name="Changes">What became of each field.</param>
internal sealed record HistoryAnswer(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("wie")] string Actor,
    [property: JsonPropertyName("naam")] string? Name,
    [property: JsonPropertyName("actie")] string Action,
    [property: JsonPropertyName("omschrijving")] string Description,
    [property: JsonPropertyName("object")] string Target,
    [property: JsonPropertyName("wijzigingen")] IReadOnlyList<ChangeAnswer> Changes)
{
    /// <summary>A line of the history in a language.</summary>
    public static HistoryAnswer Of(HistoryLine line, string language) => new(
        line.At, line.Actor, line.Name, line.Action, line.Description.In(language), line.Target,
        [.. line.Changes.Select(change => new ChangeAnswer(change.Field, change.Before, change.After))]);
}

/// <summary>What became of one field.</summary>
/// <param name="Field">JSON pointer to it.</param>
/// <param name="Before">As it was; null where there was nothing.</param>
/// <param name="After">As it became; null where nothing is left.</param>
internal sealed record ChangeAnswer(
    [property: JsonPropertyName("veld")] string Field,
    [property: JsonPropertyName("voor")] JsonNode? Before,
    [property: JsonPropertyName("na")] JsonNode? After);
