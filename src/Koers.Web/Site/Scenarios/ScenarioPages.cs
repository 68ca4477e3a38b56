using System.Globalization;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Scenarios;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Scenarios;

/// <summary>Pages of scenarios: making one, turning its figures, and concluding it.</summary>
internal static class ScenarioPages
{
    public static void MapScenarioPages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup("/samenstellen/scenarios");
        group.MapGet("/nieuw", (OneScenario one, PageContext here, CancellationToken stop) => one.New(FormData.Empty(here.Language), stop));
        group.MapPost("/nieuw", Make);
        group.MapGet("/{id:guid}", (OneScenario one, Guid id, CancellationToken stop) => one.Show(id, null, stop));
        group.MapPost("/{id:guid}", Change);
        foreach (var (path, to) in ((string, ScenarioState)[])[("overnemen", ScenarioState.Promoted), ("vervallen", ScenarioState.Dropped)])
        {
            group.MapGet($"/{{id:guid}}/{path}", (OneScenario one, PageContext here, Guid id, CancellationToken stop) =>
                one.Confirm(id, to, FormData.Empty(here.Language), stop));
            group.MapPost($"/{{id:guid}}/{path}", (HttpContext http, OneScenario one, PageContext here, ScenarioRegister register, Guid id, CancellationToken stop) =>
                FormAnswers.Answer(http, form => Conclude(http, here, register, id, to, form, stop), form => one.Confirm(id, to, form, stop)));
        }
    }

    private static Task<IResult> Make(HttpContext http, OneScenario one, PageContext here, ScenarioRegister register, CancellationToken cancellation) =>
        FormAnswers.Answer(
            http,
            async form =>
            {
                var view = await FormReader.Read<NewScenarioInput, ScenarioView>(form, input => register.Make(here.Actor, input, cancellation));
                return Screen.Go(http, $"/samenstellen/scenarios/{view.Id}", new Text(
                    $"Scenario “{view.Name}” is gemaakt. Draai nu aan wat anders moet.", $"Scenario “{view.Name}” was made. Now turn what should be different."));
            },
            form => one.New(form, cancellation));

    private static Task<IResult> Change(HttpContext http, OneScenario one, PageContext here, ScenarioRegister register, Guid id, CancellationToken cancellation) =>
        FormAnswers.Answer(
            http,
            async form =>
            {
                var now = await register.Show(here.Actor, id, cancellation);
                await FormReader.Read<ScenarioEdit, ScenarioView>(
                    form, edit => register.Change(here.Actor, id, form.Version, edit.In(now), cancellation));
                return Screen.Go(http, $"/samenstellen/scenarios/{id}", new Text(
                    "Het scenario is gewijzigd. Plan het om te zien wat dat doet.", "The scenario was changed. Plan it to see what that does."));
            },
            form => one.Show(id, form, cancellation));

    private static async Task<IResult> Conclude(
        HttpContext http, PageContext here, ScenarioRegister register, Guid id, ScenarioState to, FormData form, CancellationToken cancellation)
    {
        var view = await register.Conclude(here.Actor, id, form.Version, to, cancellation);
        var kept = view.Kept.Count == 0 ? "" : string.Join(", ", view.Kept);
        return Screen.Go(http, $"/samenstellen/scenarios/{id}", to == ScenarioState.Promoted
            ? new Text(
                $"Het scenario is nu het concept van de kaders.{(kept.Length > 0 ? $" Behouden omdat initiatieven het gebruiken: {kept}." : "")}",
                $"The scenario is the draft of the frames now.{(kept.Length > 0 ? $" Kept because initiatives use it: {kept}." : "")}")
            : new Text("Het scenario is vervallen; het blijft te lezen.", "The scenario was dropped; it can still be read."));
    }
}

/// <summary>The pages of one scenario.</summary>
internal sealed class OneScenario(ScenarioRegister register, RunFamily family, PlanPictures pictures, RegisterContext context, PageContext here)
{
    public async Task<IResult> New(FormData form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeScenarios);
        var adopted = await context.AdoptedFrames.AsNoTracking().OrderByDescending(f => f.Number).Select(f => new { f.Number, f.Decision }).ToListAsync(cancellation);
        return Screen.Show<NewScenarioPage, NewScenarioModel>(
            new Text("Scenario maken", "Make a scenario"),
            new NewScenarioModel(form, [.. adopted.Select(f => new Choice(f.Number.ToString(CultureInfo.InvariantCulture), $"{f.Number}: {f.Decision}"))]));
    }

    public async Task<IResult> Show(Guid id, FormData? form, CancellationToken cancellation)
    {
        var view = await register.Show(here.Actor, id, cancellation);
        var numbers = view.Choices.Select(choice => choice.Initiative).ToArray();
        var model = new ScenarioModel
        {
            Scenario = view,
            Form = form is null ? ScenarioForm.Of(view, here.Language) : FormMerge.Of(form, ScenarioForm.Of(view, here.Language)),
            Changes = await register.Difference(here.Actor, id, null, view.BasedOn, cancellation),
            Plan = await family.LastOf(here.Actor, id, cancellation) is { } run ? await pictures.Of(here.Actor, run, cancellation) : null,
            Names = await context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Name, cancellation),
            Parked = (await context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number) && i.State == InitiativeState.Parked).Select(i => i.Number).ToListAsync(cancellation)).ToHashSet(),
            MayChange = FrameRights.May(here.Actor, FrameAction.ChangeScenarios) && view.State == ScenarioState.Open,
            MayPromote = FrameRights.May(here.Actor, FrameAction.Promote) && view.State == ScenarioState.Open,
            MayAsk = RunRights.MayAsk(here.Actor) && view.State == ScenarioState.Open,
        };
        return Screen.Show<ScenarioPage, ScenarioModel>(new Text($"Scenario {view.Name}", $"Scenario {view.Name}"), model);
    }

    public async Task<IResult> Confirm(Guid id, ScenarioState to, FormData form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, to == ScenarioState.Promoted ? FrameAction.Promote : FrameAction.ChangeScenarios);
        var view = await register.Show(here.Actor, id, cancellation);
        return Screen.Show<ConcludePage, ConcludeModel>(
            to == ScenarioState.Promoted ? new Text("Scenario overnemen", "Promote a scenario") : new Text("Scenario laten vervallen", "Drop a scenario"),
            new ConcludeModel(view, to, form, to == ScenarioState.Promoted ? await register.Difference(here.Actor, id, null, null, cancellation) : []));
    }
}
