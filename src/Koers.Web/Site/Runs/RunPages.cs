using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Scenarios;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Runs;

/// <summary>Pages of runs: all at a glance, asking for one, and one with its progress and result.</summary>
internal static class RunPages
{
    private const int PageSize = 20;
    private const int MostPlans = 40;

    private static readonly Text ComposeTitle = new("Samenstellen", "Compose");

    public static void MapRunPages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup("/samenstellen");
        group.MapGet("", Compose);
        group.MapGet("/runs/nieuw", New);
        group.MapPost("/runs/nieuw", Ask);
        OneRun.Map(group);
    }

    private static async Task<IResult> Compose(
        PageContext here, ScenarioOverview overview, RunList runs, RegisterContext context, int? pagina, CancellationToken cancellation)
    {
        var columns = await overview.Read(here.Actor, cancellation);
        var page = new PageRequest(Math.Clamp(pagina ?? 1, 1, 1_000_000), PageSize);
        var found = await runs.Find(here.Actor, null, null, page, here.Language, cancellation);
        var ids = found.Items.Select(run => run.Scenario).OfType<Guid>().Distinct().ToArray();
        var names = await context.Scenarios.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        return Screen.Show<ComposePage, ComposeModel>(
            ComposeTitle,
            new ComposeModel(columns, found, names, RunRights.MayAsk(here.Actor), App.Frames.FrameRights.May(here.Actor, App.Frames.FrameAction.ChangeScenarios)));
    }

    private static Task<IResult> New(HttpContext http, PageContext here, AskForm ask, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        return ask.Show(
            KindOf(http),
            FormData.Sent(
                [
                    KeyValuePair.Create("/scenario", query["scenario"].ToString()), KeyValuePair.Create("/run", query["run"].ToString()),
                    KeyValuePair.Create("/opties/initiatief", query["initiatief"].ToString()), KeyValuePair.Create("vanuit", query["vanuit"].ToString()),
                ],
                here.Language),
            cancellation);
    }

    private static Task<IResult> Ask(HttpContext http, PageContext here, AskForm ask, RunDesk desk, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var number = await FormReader.Read<RunInput, int>(Readable(form), input => desk.Ask(here.Actor, input, cancellation));
            var from = int.TryParse(form["vanuit"], out var before) ? $"?vergelijk={before}" : "";
            return Screen.Go(http, $"/samenstellen/runs/{number}{from}");
        },
        form => ask.Show(KindOf(http), form, cancellation));

    private static RunKind KindOf(HttpContext http) => Words.Parse<RunKind>(http.Request.Query["soort"]) ?? RunKind.Plan;

    /// <summary>The draft stands in the list of scenarios, and is something else to the API.</summary>
    private static FormData Readable(FormData form) => form["/scenario"] != "concept" ? form : form.With(
        [KeyValuePair.Create("/scenario", ""), KeyValuePair.Create("/kaders", Words.Json(FramesAsked.Draft))]);

    /// <summary>The form that asks for a run.</summary>
    internal sealed class AskForm(RunFamily family, ScenarioRegister scenarios, RegisterMemory memory, RegisterContext context, PageContext here)
    {
        public async Task<IResult> Show(RunKind kind, FormData form, CancellationToken cancellation)
        {
            if (!RunRights.MayAsk(here.Actor))
                throw new NotAllowedException(new Text(
                    "Een plan of analyse vragen kan de portfoliomanager of een bestuurder.", "The portfolio manager or an executive may ask for a plan or analysis."));
            var open = await scenarios.List(here.Actor, ScenarioState.Open, new PageRequest(1, PageRequest.MostOnPage), cancellation);
            return Screen.Show<RunFormPage, RunFormModel>(RunKindInfo.Of(kind).Name, new RunFormModel
            {
                Kind = kind,
                Form = form,
                Scenarios = open.Items,
                Plans = await family.Named(here.Actor, MostPlans, cancellation),
                Codes = await memory.Codes(context, cancellation),
            });
        }
    }
}
