using System.Text.Json.Serialization;
using Koers.App.Initiatives;
using Koers.Domain.Initiatives;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Initiatives;

/// <summary>What an initiative still misses, and which steps there are.</summary>
internal static class GuideEndpoints
{
    public static void MapInitiativeGuide(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/initiatieven/{nummer}").WithTags("Initiatieven");
        group.MapGet("/volledigheid", Completeness).WithSummary("Wat een initiatief nog mist voor de volgende stap");
        group.MapGet("/stappen", Steps).WithSummary("De stappen die u dit initiatief nu mag laten zetten");
    }

    private static async Task<Ok<CompletenessAnswer>> Completeness(
        HttpContext http, InitiativeGuide guide, string nummer, CancellationToken cancellation)
    {
        var report = await guide.Completeness(Callers.Of(http), nummer, cancellation);
        return TypedResults.Ok(new CompletenessAnswer(
            report.State, report.Next, report.Missing.Count == 0, RefusalFault.Of(http, report.Missing), RefusalFault.Of(http, report.Advice)));
    }

    private static async Task<Ok<StepAnswer[]>> Steps(HttpContext http, InitiativeGuide guide, string nummer, CancellationToken cancellation)
    {
        var steps = await guide.Steps(Callers.Of(http), nummer, cancellation);
        return TypedResults.Ok(steps.Select(step => new StepAnswer(step.To, step.NeedsReason, RefusalFault.Of(http, step.Missing))).ToArray());
    }
}

/// <summary>How complete an initiative is.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Next">Where it would come to stand next; null where there is no next.</param>
/// <param name="IsComplete">Whether nothing is missing for that.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Advice">What would help without being needed.</param>
internal sealed record CompletenessAnswer(
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("volgende")] InitiativeState? Next,
    [property: JsonPropertyName("volledig")] bool IsComplete,
    [property: JsonPropertyName("ontbreekt")] IReadOnlyList<RefusalFault> Missing,
    [property: JsonPropertyName("advies")] IReadOnlyList<RefusalFault> Advice);

/// <summary>A step that may be taken.</summary>
/// <param name="To">Where it would come to stand.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="Missing">What is missing for it.</param>
internal sealed record StepAnswer(
    [property: JsonPropertyName("naar")] InitiativeState To,
    [property: JsonPropertyName("redenNodig")] bool NeedsReason,
    [property: JsonPropertyName("ontbreekt")] IReadOnlyList<RefusalFault> Missing);
