using System.Globalization;
using Koers.App.Agreements;
using Koers.App.Frames;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Scenarios;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Runs;

/// <summary>The page of one run: how far it is, and what it found.</summary>
internal sealed class OneRun(
    RunList runs, RunDesk desk, RunFamily family, PlanPictures pictures, ScenarioRegister scenarios, PlanAdjustment adjustment, AdoptionObstacles obstacles, RunTraces traces,
    RegisterMemory memory, RegisterContext context, TimeProvider clock, PageContext here)
{
    private const int MostOthers = 40;
    private const double ExplainSeconds = 10;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/runs/{nummer:int}", (HttpContext http, OneRun one, int nummer, CancellationToken stop) => one.Show(http, nummer, PlanView.Overview, null, stop));
        group.MapGet("/runs/{nummer:int}/routekaart", (HttpContext http, OneRun one, int nummer, CancellationToken stop) => one.Show(http, nummer, PlanView.Roadmap, null, stop));
        group.MapGet("/runs/{nummer:int}/keuzes", (HttpContext http, OneRun one, int nummer, CancellationToken stop) => one.Show(http, nummer, PlanView.Choices, null, stop));
        group.MapGet("/runs/{nummer:int}/middelen", (HttpContext http, OneRun one, int nummer, CancellationToken stop) => one.Show(http, nummer, PlanView.Means, null, stop));
        group.MapGet("/runs/{nummer:int}/voortgang", async (OneRun one, int nummer, CancellationToken stop) =>
            Screen.Part<RunProgressPart, RunModel>(await one.Progress(nummer, stop)));
        group.MapPost("/runs/{nummer:int}/stop", async (HttpContext http, OneRun one, int nummer, CancellationToken stop) => await one.Stop(http, nummer, stop));
        group.MapPost("/runs/{nummer:int}/waarom", async (HttpContext http, OneRun one, int nummer, CancellationToken stop) => await one.Why(http, nummer, stop));
        group.MapPost("/runs/{nummer:int}/aanpassen", (HttpContext http, OneRun one, int nummer, CancellationToken stop) => one.Adjust(http, nummer, stop));
    }

    private async Task<IResult> Stop(HttpContext http, int number, CancellationToken cancellation)
    {
        await desk.Stop(here.Actor, number, cancellation);
        return Screen.Go(http, $"/samenstellen/runs/{number}");
    }

    /// <summary>Finds the answer for an initiative, or has it found out.</summary>
    private async Task<IResult> Why(HttpContext http, int number, CancellationToken cancellation)
    {
        var form = await FormAnswers.Read(http);
        var initiative = form["initiatief"];
        var known = (await family.About(here.Actor, number, cancellation)).FirstOrDefault(r => r.Initiative == initiative)?.Number;
        var run = known ?? await desk.Ask(
            here.Actor,
            new RunInput { Kind = RunKind.Explain, Run = number, Options = new RunOptions { Initiative = initiative, TimeLimit = ExplainSeconds } },
            cancellation);
        return Screen.Go(http, $"/samenstellen/runs/{run.ToString(CultureInfo.InvariantCulture)}");
    }

    private Task<IResult> Adjust(HttpContext http, int number, CancellationToken cancellation)
    {
        var view = PlanView.Choices;
        return FormAnswers.Answer(
            http,
            async form =>
            {
                view = form["deel"] switch { "routekaart" => PlanView.Roadmap, "" => PlanView.Overview, _ => PlanView.Choices };
                var sent = await Completed(http, number, form, cancellation);
                var scenario = await FormReader.Read<AdjustmentInput, ScenarioView>(sent, input => adjustment.Apply(here.Actor, number, input, here.Language, cancellation));
                var part = form["deel"] is { Length: > 0 } name ? $"/{name}" : "";
                var waits = IsForcedIn(scenario, sent["/initiatief"]) && (await Parked(cancellation)).Contains(sent["/initiatief"]);
                return Screen.Go(http, $"/samenstellen/runs/{number}{part}?scenario={scenario.Id}#aanpassen", new Text(
                    $"Vastgelegd in scenario “{scenario.Name}”. Plan opnieuw om te zien wat het kost.{(waits ? " Let op: " + AdjustPart.ParkedNote.Dutch : "")}",
                    $"Decided in scenario “{scenario.Name}”. Plan again to see what it costs.{(waits ? " Mind: " + AdjustPart.ParkedNote.English : "")}"));
            },
            form => Show(http, number, view, form, cancellation));
    }

    private static bool IsForcedIn(ScenarioView scenario, string initiative) =>
        scenario.Choices.Any(choice => choice.Initiative == initiative && choice.Kind == ScenarioChoiceKind.ForceIn);

    /// <summary>Numbers of what is parked: it can be planned by force, and not be adopted as it is.</summary>
    private async Task<HashSet<string>> Parked(CancellationToken cancellation) =>
        [.. await context.Initiatives.AsNoTracking().Where(i => i.State == InitiativeState.Parked).Select(i => i.Number).ToListAsync(cancellation)];

    /// <summary>A button beside an initiative says what, and to pin takes what the plan has.</summary>
    private async Task<FormData> Completed(HttpContext http, int number, FormData form, CancellationToken cancellation)
    {
        if (http.Request.Query["soort"].ToString() is not { Length: > 0 } kind)
            return form;
        var sent = form.With([KeyValuePair.Create("/soort", kind)]);
        if (kind != Words.Json(AdjustmentKind.Pin)
            || (await pictures.Of(here.Actor, number, cancellation))?.Chosen.FirstOrDefault(i => i.Number == form["/initiatief"]) is not { } planned)
            return sent;
        var plan = await pictures.Of(here.Actor, number, cancellation);
        return sent.With(
        [
            KeyValuePair.Create("/start", plan!.Calendar.DayOf(planned.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            KeyValuePair.Create("/variant", planned.Variant),
        ]);
    }

    private async Task<RunModel> Progress(int number, CancellationToken cancellation)
    {
        var run = await runs.Show(here.Actor, number, here.Language, cancellation);
        double? seconds = run.StartedAt is { } began ? Math.Max(0, ((run.EndedAt ?? clock.GetUtcNow()) - began).TotalSeconds) : null;
        return new RunModel
        {
            Run = run,
            Seconds = seconds,
            Ahead = run.IsOver || run.StartedAt is not null ? 0
                : await context.Runs.CountAsync(r => r.Number < number && (r.State == RunState.Queued || r.State == RunState.Running), cancellation),
            Trace = run.IsOver || seconds is null ? traces.Of(number) : traces.Note(number, new TracePoint(seconds.Value, run.Value, run.Bound)),
        };
    }

    private async Task<IResult> Show(HttpContext http, int number, PlanView view, FormData? form, CancellationToken cancellation)
    {
        var model = await Progress(number, cancellation) with
        {
            View = view,
            SeesAll = FrameRights.May(here.Actor, FrameAction.SeeDraft),
            MayStop = RunRights.MayStop(here.Actor),
            MayAsk = RunRights.MayAsk(here.Actor),
            MayAdopt = AgreementRights.MayAdopt(here.Actor),
            MayAdjust = FrameRights.May(here.Actor, FrameAction.ChangeScenarios),
            Codes = await memory.Codes(context, cancellation),
            IsByProgramme = http.Request.Query["groep"] == "programma",
            Search = http.Request.Query["zoek"].ToString().Trim(),
            IsWhole = http.Request.Query["toon"] == "alles",
        };
        if (model.SeesAll && model.Run.Scenario is { } id)
            model = model with { ScenarioName = (await scenarios.Show(here.Actor, id, cancellation)).Name };
        if (model.Run is { IsOver: true, HasResult: true })
            model = model.IsPlan ? await WithPlan(http, model, form, cancellation) : model with { Answer = await Answer(model, cancellation) };
        return Screen.Show<RunPage, RunModel>(
            new Text($"{RunKindInfo.Of(model.Run.Kind).Name.Dutch}, run {number}", $"{RunKindInfo.Of(model.Run.Kind).Name.English}, run {number}"), model,
            http.Response.StatusCode);
    }

    private async Task<RunModel> WithPlan(HttpContext http, RunModel model, FormData? form, CancellationToken cancellation)
    {
        var number = model.Run.Number;
        var plan = await pictures.Of(here.Actor, number, cancellation);
        model = model with
        {
            Plan = plan,
            Adjustment = form ?? FormData.Empty(here.Language),
            Answer = model.Run.Kind == RunKind.Replan && model.View == PlanView.Overview ? await Answer(model, cancellation) : null,
            About = await family.About(here.Actor, number, cancellation),
            Scenario = await ScenarioInHand(http, model, form, cancellation),
            Parked = model.MayAdjust ? await Parked(cancellation) : new HashSet<string>(),
            Obstacle = model.View == PlanView.Overview ? await obstacles.Of(here.Actor, number, cancellation) : null,
        };
        if (model.Scenario is { Choices.Count: > 0 } inHand)
            model = model with { NamesInHand = await Names(inHand, cancellation) };
        if (model.View != PlanView.Overview || plan is null)
            return model;
        var other = int.TryParse(http.Request.Query["vergelijk"], out var asked) && asked != number ? asked : await family.Before(here.Actor, number, cancellation);
        return model with
        {
            Others = await family.WithPlan(here.Actor, MostOthers, cancellation),
            Difference = other is { } before && await pictures.Of(here.Actor, before, cancellation) is { } was ? PlanDifference.Between(was, plan) : null,
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> Names(ScenarioView scenario, CancellationToken cancellation)
    {
        string[] numbers = [.. scenario.Choices.Select(choice => choice.Initiative)];
        return await context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Name, cancellation);
    }

    private async Task<ScenarioView?> ScenarioInHand(HttpContext http, RunModel model, FormData? form, CancellationToken cancellation)
    {
        if (!model.MayAdjust)
            return null;
        var asked = Guid.TryParse(form?["/scenario"] ?? http.Request.Query["scenario"].ToString(), out var id) ? id : model.Run.Scenario;
        return asked is { } which && await scenarios.Show(here.Actor, which, cancellation) is { State: ScenarioState.Open } open ? open : null;
    }

    private async Task<AnswerModel> Answer(RunModel model, CancellationToken cancellation)
    {
        var (answer, words) = await pictures.Answer(here.Actor, model.Run, cancellation);
        return new AnswerModel(model.Run, answer, words, words.Calendar, model.Codes!);
    }
}
