using System.ComponentModel;
using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Organisation;
using Koers.Domain.PolicyFields;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Organisation;

/// <summary><c>/afdelingen</c>, <c>/programmas</c> and <c>/taakvelden</c>.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisation(this RouteGroupBuilder api)
    {
        Map<DepartmentRegister, Department>(api.MapGroup("/afdelingen").WithTags("Organisatie"), "afdeling");
        Map<ProgrammeRegister, Programme>(api.MapGroup("/programmas").WithTags("Organisatie"), "programma");
        api.MapGet("/taakvelden", PolicyFields).WithTags("Organisatie").WithSummary("De taakvelden (Iv3) van een jaar");
    }

    private static void Map<TRegister, TUnit>(RouteGroupBuilder group, string name)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
    {
        // As values: the analyser of routes breaks down on a method with type parameters in the call itself
        Delegate list = List<TRegister, TUnit>, add = Add<TRegister, TUnit>, show = Show<TRegister, TUnit>, change = Change<TRegister, TUnit>,
            remove = Remove<TRegister, TUnit>;
        group.MapGet("", list).WithSummary($"Elke {name}, op naam");
        group.MapPost("", add).WithSummary($"Een {name} toevoegen");
        group.MapGet("/{code}", show).WithSummary($"Een {name}");
        group.MapPut("/{code}", change).WithSummary($"De naam van een {name} wijzigen");
        group.MapDelete("/{code}", remove).WithSummary($"Een {name} verwijderen die nergens gebruikt wordt");
    }

    private static async Task<Ok<Page<UnitView>>> List<TRegister, TUnit>(
        HttpContext http, TRegister register, int? pagina, int? paginaGrootte, CancellationToken cancellation)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
        => TypedResults.Ok(await register.List(Callers.Of(http), Pages.Asked(pagina, paginaGrootte), cancellation));

    private static async Task<Created<UnitView>> Add<TRegister, TUnit>(
        HttpContext http, TRegister register, [FromBody] UnitInput input, CancellationToken cancellation)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
    {
        var view = await register.Add(Callers.Of(http), input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Created($"{http.Request.Path}/{view.Code}", view);
    }

    private static async Task<Ok<UnitView>> Show<TRegister, TUnit>(HttpContext http, TRegister register, string code, CancellationToken cancellation)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
    {
        var view = await register.Show(Callers.Of(http), code, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Ok<UnitView>> Change<TRegister, TUnit>(
        HttpContext http, TRegister register, string code, [FromBody] UnitInput input, ExpectedVersion version, CancellationToken cancellation)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
    {
        var view = await register.Change(Callers.Of(http), code, version.Number, input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<NoContent> Remove<TRegister, TUnit>(HttpContext http, TRegister register, string code, ExpectedVersion version, CancellationToken cancellation)
        where TRegister : UnitRegister<TUnit>
        where TUnit : class
    {
        await register.Remove(Callers.Of(http), code, version.Number, cancellation);
        return TypedResults.NoContent();
    }

    private static Ok<Page<PolicyFieldView>> PolicyFields(
        HttpContext http,
        TimeProvider clock,
        [Description("Kalenderjaar; zonder: dit jaar")] int? jaar,
        int? pagina,
        int? paginaGrootte)
    {
        FrameRights.Demand(Callers.Of(http), FrameAction.SeeAdopted);
        var list = PolicyFieldList.For(jaar ?? DutchTime.Today(clock).Year);
        return TypedResults.Ok(Pages.Asked(pagina, paginaGrootte).Of<PolicyFieldView>(
            [.. list.Select(field => new PolicyFieldView(field.Code, field.Name, field.MainCode, field.MainName, field.FromYear))]));
    }
}

/// <summary>A policy field as it is shown.</summary>
/// <param name="Code">The code, text: "0.1" is not "0.10".</param>
/// <param name="Name">Its name.</param>
/// <param name="MainCode">Code of the main field.</param>
/// <param name="MainName">Name of the main field.</param>
/// <param name="FromYear">First year of the list that it is in.</param>
internal sealed record PolicyFieldView(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("hoofdtaakveld")] string MainCode,
    [property: JsonPropertyName("hoofdtaakveldNaam")] string MainName,
    [property: JsonPropertyName("vanafJaar")] int FromYear);
