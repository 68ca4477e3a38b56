using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Koers.Web.Initiatives;

/// <summary><c>/initiatieven</c>.</summary>
internal static class InitiativeEndpoints
{
    public static void MapInitiatives(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/initiatieven").WithTags("Initiatieven");
        group.MapGet("", Find).WithSummary("Initiatieven zoeken, filteren en sorteren");
        group.MapPost("", Propose).WithSummary("Een initiatief indienen als idee");
        group.MapGet("/{nummer}", Show).WithSummary("Een initiatief");
        group.MapPut("/{nummer}", Change).AddEndpointFilter(ChangesMeanwhile.Tell).WithSummary("Een initiatief wijzigen");
        group.MapPost("/{nummer}/stappen", Take).AddEndpointFilter(ChangesMeanwhile.Tell).WithSummary("Een initiatief een stap laten zetten");
    }

    private static async Task<Written<Page<InitiativeLine>>> Find(
        HttpContext http,
        InitiativeList list,
        IOptions<JsonOptions> json,
        [Description("Woorden die alle in naam, samenvatting of nummer staan")] string? zoek,
        [Description("Toestand; meer dan één kan")] string[] toestand,
        [Description("Code van de afdeling")] string? afdeling,
        [Description("Code van het programma")] string? programma,
        [Description("Alleen waarvan u indiener of opdrachtnemer bent")] bool? mijn,
        [Description("nummer, naam, toestand, afdeling of gewijzigdOp; met - ervoor aflopend")] string? sorteer,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation)
    {
        var check = new InputCheck();
        var states = toestand.Select(word => (word, state: Words.Parse<InitiativeState>(word))).ToArray();
        foreach (var (word, state) in states)
            check.That(state is not null, "/toestand", $"“{word}” is geen toestand.", $"“{word}” is no state.");
        check.Done();
        var query = new InitiativeQuery
        {
            Search = zoek,
            States = [.. states.Select(s => s.state!.Value)],
            Department = afdeling,
            Programme = programma,
            IsMine = mijn ?? false,
            Order = sorteer ?? "nummer",
        };
        return new Written<Page<InitiativeLine>>(await list.Written(
            Callers.Of(http), query, new PageRequest(pagina ?? 1, paginaGrootte ?? 50),
            page => JsonSerializer.SerializeToUtf8Bytes(page, json.Value.SerializerOptions), cancellation));
    }

    private static async Task<Results<Ok<InitiativeView>, StatusCodeHttpResult>> Show(
        HttpContext http, InitiativeRegister register, string nummer, CancellationToken cancellation)
    {
        var view = await register.Show(Callers.Of(http), nummer, cancellation);
        Versions.Send(http, view.Version);
        return Versions.IsKnown(http, view.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view);
    }

    private static async Task<Created<InitiativeView>> Propose(
        HttpContext http, InitiativeRegister register, [FromBody] InitiativeInput input, CancellationToken cancellation)
    {
        var view = await register.Propose(Callers.Of(http), input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Created($"{ApiDocument.Root}/initiatieven/{view.Number}", view);
    }

    private static async Task<Ok<InitiativeView>> Change(
        HttpContext http, InitiativeRegister register, string nummer, [FromBody] InitiativeInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Change(Callers.Of(http), nummer, version.Number, input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<InitiativeView>> Take(
        HttpContext http, InitiativeRegister register, string nummer, [FromBody] StepInput step, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Take(Callers.Of(http), nummer, version.Number, step.To, step.Reason, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }
}

/// <summary>A step that is asked for.</summary>
/// <param name="To">Where it should come to stand.</param>
/// <param name="Reason">Why; needed for some steps.</param>
internal sealed record StepInput(
    [property: JsonPropertyName("naar")] InitiativeState To, [property: JsonPropertyName("reden")] string? Reason = null);
