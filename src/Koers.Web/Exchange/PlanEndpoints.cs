using System.ComponentModel;
using Koers.App.Exchange.Plans;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Exchange;

/// <summary>Problems out and plans in, to plan with another program.</summary>
internal static class PlanEndpoints
{
    public static void MapPlanExchange(this RouteGroupBuilder api)
    {
        api.MapGet("/scenarios/{id:guid}/probleem", OfScenario).WithTags("Uitwisseling").WithSummary("Het probleem van een scenario, zoals een run het nu zou maken (koers-problem/1)");
        api.MapGet("/kaders/vastgesteld/probleem", InForce).WithTags("Uitwisseling").WithSummary("Het probleem van de geldende kaders, zoals een run het nu zou maken (koers-problem/1)");
        api.MapGet("/kaders/concept/probleem", Draft).WithTags("Uitwisseling").WithSummary("Het probleem van het concept, zoals een run het nu zou maken (koers-problem/1)");
        api.MapPost("/plannen", Take).WithTags("Uitwisseling").Accepts<IFormFile>("application/json", "multipart/form-data").TakesFile(PlanIntake.LargestFile)
            .WithSummary("Een plan dat elders is gemaakt (koers-plan/1) inbrengen als planningsrun, als de controle het goedkeurt");
    }

    private static Task<ContentHttpResult> OfScenario(HttpContext http, ProblemSource problems, Guid id, CancellationToken cancellation) =>
        Send(http, problems, new ProblemChosen { Scenario = id }, cancellation);

    private static Task<ContentHttpResult> InForce(HttpContext http, ProblemSource problems, CancellationToken cancellation) =>
        Send(http, problems, new ProblemChosen { Frames = FramesAsked.InForce }, cancellation);

    private static Task<ContentHttpResult> Draft(HttpContext http, ProblemSource problems, CancellationToken cancellation) =>
        Send(http, problems, new ProblemChosen { Frames = FramesAsked.Draft }, cancellation);

    private static async Task<ContentHttpResult> Send(HttpContext http, ProblemSource problems, ProblemChosen chosen, CancellationToken cancellation)
    {
        var problem = await problems.Of(Callers.Of(http), chosen, cancellation);
        http.Response.Headers.ETag = $"\"{problem.Mark}\"";
        return TypedResults.Content(problem.Text, "application/json");
    }

    private static async Task<Created<RunView>> Take(
        HttpContext http,
        PlanIntake intake,
        RunList list,
        [Description("Voor het probleem van deze planningsrun")] int? run,
        [Description("Voor het probleem van dit scenario, zoals het nu is")] Guid? scenario,
        [Description("Voor het probleem van deze kaders, zoals het nu is: vastgesteld (zonder run of scenario de standaard) of concept")] string? kaders,
        FetchedMark mark,
        CancellationToken cancellation)
    {
        var (frames, check) = (Words.Parse<FramesAsked>(kaders), new InputCheck());
        check.That(kaders is null || frames is not null, "/kaders", "Kies vastgesteld of concept.", "Choose vastgesteld or concept.");
        check.Done();
        var actor = Callers.Of(http);
        var chosen = new ProblemChosen { Run = run, Scenario = scenario, Frames = frames };
        // Who may not bring in anything sends no twenty megabytes
        if (!RunRights.MayAsk(actor))
            throw ProblemSource.NotAllowed();
        var number = await intake.Take(actor, await FileBody.Read(http, cancellation), chosen, mark.Text, cancellation);
        return TypedResults.Created($"{ApiDocument.Root}/planningsruns/{number}", await list.Show(actor, number, Languages.Of(http), cancellation));
    }
}
