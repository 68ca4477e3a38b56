using System.ComponentModel;
using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Scenarios;
using Koers.Domain.Scenarios;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Scenarios;

/// <summary><c>/scenarios</c>.</summary>
internal static class ScenarioEndpoints
{
    public static void MapScenarios(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/scenarios").WithTags("Scenario's");
        group.MapGet("", List).WithSummary("Scenario's, het laatst gemaakte eerst");
        group.MapPost("", Make).WithSummary("Een scenario maken: een kopie van het concept of van vastgestelde kaders");
        group.MapGet("/{id:guid}", Show).WithSummary("Een scenario");
        group.MapPut("/{id:guid}", Change).WithSummary("Een scenario wijzigen, als geheel; belemmeringen in het antwoord zegt wat erin moet en zo niet kan worden vastgesteld");
        group.MapPost("/{id:guid}/stappen", Conclude).WithSummary("Een scenario overnemen als concept, of laten vervallen");
        group.MapGet("/{id:guid}/verschillen", Difference).WithSummary("Wat er verschilt met een ander scenario, vastgestelde kaders of het concept");
    }

    private static async Task<Ok<Page<ScenarioLine>>> List(
        HttpContext http,
        ScenarioRegister register,
        [Description("open, overgenomen of vervallen")] string? toestand,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation)
    {
        var (state, check) = (Words.Parse<ScenarioState>(toestand), new InputCheck());
        check.That(
            toestand is null || state is not null, "/toestand", $"“{toestand}” is geen toestand van een scenario.", $"“{toestand}” is no state of a scenario.");
        check.Done();
        return TypedResults.Ok(await register.List(Callers.Of(http), state, Pages.Asked(pagina, paginaGrootte), cancellation));
    }

    private static async Task<Created<ScenarioView>> Make(
        HttpContext http, ScenarioRegister register, [FromBody] NewScenarioInput input, CancellationToken cancellation)
    {
        var view = await register.Make(Callers.Of(http), input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Created($"{ApiDocument.Root}/scenarios/{view.Id}", view);
    }

    private static async Task<Ok<ScenarioView>> Show(HttpContext http, ScenarioRegister register, Guid id, CancellationToken cancellation)
    {
        var view = await register.Show(Callers.Of(http), id, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<ScenarioView>> Change(
        HttpContext http, ScenarioRegister register, Guid id, [FromBody] ScenarioInput input, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Change(Callers.Of(http), id, version.Number, input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<ScenarioView>> Conclude(
        HttpContext http, ScenarioRegister register, Guid id, [FromBody] ScenarioStepInput step, ExpectedVersion version, CancellationToken cancellation)
    {
        var view = await register.Conclude(Callers.Of(http), id, version.Number, step.To, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<Page<FrameChange>>> Difference(
        HttpContext http,
        ScenarioRegister register,
        Guid id,
        [Description("Id van een ander scenario")] Guid? scenario,
        [Description("Nummer van een vaststelling; zonder, en zonder scenario: het concept")] int? vaststelling,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation) =>
        TypedResults.Ok(Pages.Asked(pagina, paginaGrootte).Of(await register.Difference(Callers.Of(http), id, scenario, vaststelling, cancellation)));
}

/// <summary>What should become of a scenario.</summary>
/// <param name="To">overgenomen or vervallen.</param>
internal sealed record ScenarioStepInput([property: JsonPropertyName("naar")] ScenarioState To);
