using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.Domain.Runs;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Runs;

/// <summary><c>/planningsruns</c>.</summary>
internal static class RunEndpoints
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static void MapRuns(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/planningsruns").WithTags("Planningsruns");
        group.MapGet("", Find).WithSummary("Planningsruns, de laatst gevraagde eerst");
        group.MapPost("", Ask).WithSummary("Een planningsrun of analyse vragen");
        group.MapGet("/{nummer:int}", Show).WithSummary("Een planningsrun: hoe ver hij is en wat het plan waard is");
        group.MapPost("/{nummer:int}/stop", Stop).WithSummary("Een planningsrun laten stoppen; het beste plan tot dan toe blijft");
        group.MapGet("/{nummer:int}/probleem", Problem).WithSummary("Het probleem zoals het is bewaard (koers-problem/1)");
        group.MapGet("/{nummer:int}/resultaat", Result).WithSummary("Het plan met zijn bewijs (koers-plan/1), of het antwoord van de analyse");
        group.MapGet("/{nummer:int}/voortgang", Follow).WithSummary("De voortgang, als gebeurtenissen terwijl de run loopt (server-sent events)");
    }

    private static async Task<Ok<Page<RunView>>> Find(
        HttpContext http,
        RunList list,
        [Description("Alleen van deze soort")] string? soort,
        [Description("Alleen in deze toestand")] string? toestand,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation)
    {
        var check = new InputCheck();
        var (kind, state) = (Words.Parse<RunKind>(soort), Words.Parse<RunState>(toestand));
        check.That(soort is null || kind is not null, "/soort", $"“{soort}” is geen soort.", $"“{soort}” is no kind.");
        check.That(toestand is null || state is not null, "/toestand", $"“{toestand}” is geen toestand.", $"“{toestand}” is no state.");
        check.Done();
        return TypedResults.Ok(await list.Find(
            Callers.Of(http), kind, state, new PageRequest(pagina ?? 1, paginaGrootte ?? 50), Languages.Of(http), cancellation));
    }

    private static async Task<Accepted<RunView>> Ask(
        HttpContext http, RunDesk desk, RunList list, [FromBody] RunInput input, CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        var number = await desk.Ask(actor, input, cancellation);
        return TypedResults.Accepted($"{ApiDocument.Root}/planningsruns/{number}", await list.Show(actor, number, Languages.Of(http), cancellation));
    }

    private static async Task<Ok<RunView>> Show(HttpContext http, RunList list, int nummer, CancellationToken cancellation) =>
        TypedResults.Ok(await list.Show(Callers.Of(http), nummer, Languages.Of(http), cancellation));

    private static async Task<Ok<RunView>> Stop(HttpContext http, RunDesk desk, RunList list, int nummer, CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        await desk.Stop(actor, nummer, cancellation);
        return TypedResults.Ok(await list.Show(actor, nummer, Languages.Of(http), cancellation));
    }

    private static async Task<ContentHttpResult> Problem(HttpContext http, RunList list, int nummer, CancellationToken cancellation) =>
        TypedResults.Content(await list.Problem(Callers.Of(http), nummer, cancellation), "application/json");

    private static async Task<ContentHttpResult> Result(HttpContext http, RunList list, int nummer, CancellationToken cancellation) =>
        TypedResults.Content(await list.Result(Callers.Of(http), nummer, cancellation), "application/json");

    private static async Task<ServerSentEventsResult<RunView>> Follow(HttpContext http, RunList list, int nummer, CancellationToken cancellation)
    {
        var (actor, language) = (Callers.Of(http), Languages.Of(http));
        // What is not there is refused before the first event
        var first = await list.Show(actor, nummer, language, cancellation);
        return TypedResults.ServerSentEvents(Changes(http, list, first, language, cancellation));
    }

    /// <summary>The run each time that it changed, and now and then although it did not, so that nothing in between thinks the line is dead. It ends
    /// with the run, or with the session or token of who follows it.</summary>
    private static async IAsyncEnumerable<SseItem<RunView>> Changes(
        HttpContext http, RunList list, RunView first, string language, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (now, said) = (first, TimeProvider.System.GetTimestamp());
        while (true)
        {
            yield return new SseItem<RunView>(now, now.IsOver ? "einde" : "voortgang");
            if (now.IsOver)
                yield break;
            said = TimeProvider.System.GetTimestamp();
            var before = now;
            while (now with { Options = before.Options } == before && TimeProvider.System.GetElapsedTime(said) < Silence)
            {
                await Task.Delay(Look, TimeProvider.System, cancellation);
                if (await CallerWatch.Now(http, cancellation) is not { } actor)
                    yield break;
                now = await list.Show(actor, first.Number, language, cancellation);
            }
        }
    }
}
