using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Means;
using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Frames;

/// <summary>The parts of the draft, all in one way: <c>/doelen</c>, <c>/budgetten</c>, <c>/capaciteitspools</c> and <c>/kaders</c>.</summary>
internal static class DraftEndpoints
{
    public static void MapDraft(this RouteGroupBuilder api)
    {
        Map<GoalRegister, Koers.Domain.Goals.Goal, GoalInput, GoalView>(api.MapGroup("/doelen").WithTags("Doelen"), "doel");
        Map<BudgetRegister, Koers.Domain.Means.Budget, BudgetInput, BudgetView>(api.MapGroup("/budgetten").WithTags("Middelen"), "budget");
        Map<CapacityPoolRegister, Koers.Domain.Means.CapacityPool, CapacityPoolInput, CapacityPoolView>(api.MapGroup("/capaciteitspools").WithTags("Middelen"), "capaciteitspool");
        Map<FrameRegister, Koers.Domain.Frames.Frame, FrameInput, FrameView>(api.MapGroup("/kaders").WithTags("Kaders"), "kader");
    }

    private static void Map<TRegister, TPart, TInput, TView>(RouteGroupBuilder group, string name)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
    {
        // As values: the analyser of routes breaks down on a method with type parameters in the call itself
        Delegate list = List<TRegister, TPart, TInput, TView>, add = Add<TRegister, TPart, TInput, TView>, show = Show<TRegister, TPart, TInput, TView>,
            change = Change<TRegister, TPart, TInput, TView>, remove = Remove<TRegister, TPart, TInput, TView>;
        group.MapGet("", list).WithSummary($"Het concept: elk {name}");
        group.MapPost("", add).WithSummary($"Een {name} toevoegen aan het concept");
        group.MapGet("/{code}", show).WithSummary($"Een {name} van het concept");
        group.MapPut("/{code}", change).WithSummary($"Een {name} van het concept wijzigen");
        group.MapDelete("/{code}", remove).WithSummary($"Een {name} dat nergens gebruikt wordt uit het concept halen");
    }

    private static async Task<Ok<Page<TView>>> List<TRegister, TPart, TInput, TView>(
        HttpContext http, TRegister register, int? pagina, int? paginaGrootte, CancellationToken cancellation)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
        => TypedResults.Ok(await register.List(Callers.Of(http), Pages.Asked(pagina, paginaGrootte), cancellation));

    private static async Task<Created<TView>> Add<TRegister, TPart, TInput, TView>(
        HttpContext http, TRegister register, [FromBody] TInput input, CancellationToken cancellation)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
    {
        var view = await register.Add(Callers.Of(http), input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Created($"{http.Request.Path}/{view.Code}", view);
    }

    private static async Task<Results<Ok<TView>, StatusCodeHttpResult>> Show<TRegister, TPart, TInput, TView>(
        HttpContext http, TRegister register, string code, CancellationToken cancellation)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
    {
        var view = await register.Show(Callers.Of(http), code, cancellation);
        Versions.Send(http, view.Version);
        return Versions.IsKnown(http, view.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(view);
    }

    private static async Task<Ok<TView>> Change<TRegister, TPart, TInput, TView>(
        HttpContext http, TRegister register, string code, [FromBody] TInput input, ExpectedVersion version, CancellationToken cancellation)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
    {
        var view = await register.Change(Callers.Of(http), code, version.Number, input, cancellation);
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<NoContent> Remove<TRegister, TPart, TInput, TView>(
        HttpContext http, TRegister register, string code, ExpectedVersion version, CancellationToken cancellation)
        where TRegister : DraftRegister<TPart, TInput, TView>
        where TPart : class
        where TInput : class
        where TView : DraftView
    {
        await register.Remove(Callers.Of(http), code, version.Number, cancellation);
        return TypedResults.NoContent();
    }
}
