using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.PolicyFields;
using Koers.Web.Site.Course;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Goals;

/// <summary><c>/koers/doelen</c>: the tree of goals of the draft, and one goal of it.</summary>
internal static class GoalPages
{
    private const string Root = "/koers/doelen";
    private static readonly Text Title = new("Doelen", "Goals");
    private static readonly Text NewTitle = new("Doel toevoegen", "Add a goal");

    public static void MapGoalPages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup(Root);
        group.MapGet("", Tree);
        group.MapGet("/nieuw", async (PageContext here, GoalRegister goals, TimeProvider clock, string? boven, CancellationToken cancellation) =>
        {
            // A new goal comes last, until somebody thinks otherwise
            var last = (await goals.ListAll(here.Actor, cancellation)).Select(goal => goal.Content.Order).DefaultIfEmpty(0).Max();
            return await Form(
                FormData.Empty(here.Language).With([KeyValuePair.Create("/boven", boven ?? ""), KeyValuePair.Create("/volgorde", PercentFields.Place(last + 1))]),
                null, here, goals, clock, cancellation);
        });
        group.MapPost("/nieuw", Add);
        group.MapGet("/{code}/bewerken", Edit);
        group.MapPost("/{code}/bewerken", Change);
        group.MapGet("/{code}/verwijderen", async (PageContext here, GoalRegister goals, string code, CancellationToken cancellation) =>
        {
            var goal = await goals.Show(here.Actor, code, cancellation);
            return Ask(goal, FormData.Of(goal.Content, goal.Version, here.Language), here);
        });
        group.MapPost("/{code}/verwijderen", Remove);
        WeighingPages.Map(group);
    }

    private static async Task<IResult> Tree(
        PageContext here, GoalRegister register, GoalWeights weights, RegisterContext context, CancellationToken cancellation)
    {
        var goals = await register.ListAll(here.Actor, cancellation);
        var last = await weights.Last(here.Actor, cancellation);
        return Screen.Show<GoalTreePage, GoalTreeModel>(Title, new GoalTreeModel(
            goals, last, await DisplayNames.Of(context, last.Values.Select(w => w.SetBy), cancellation),
            FrameRights.May(here.Actor, FrameAction.ChangeFrames)));
    }

    private static async Task<IResult> Edit(
        PageContext here, GoalRegister goals, TimeProvider clock, string code, CancellationToken cancellation)
    {
        var goal = await goals.Show(here.Actor, code, cancellation);
        return await Form(FormData.Of(goal.Content, goal.Version, here.Language), code, here, goals, clock, cancellation);
    }

    private static async Task<IResult> Form(
        FormData form, string? code, PageContext here, GoalRegister register, TimeProvider clock, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        var goals = await register.ListAll(here.Actor, cancellation);
        var now = goals.FirstOrDefault(goal => goal.Code == code);
        return Screen.Show<GoalFormPage, GoalFormModel>(now is null ? NewTitle : new Text(now.Content.Name, now.Content.Name), new GoalFormModel
        {
            Form = now is null ? form : FormMerge.Of(form, FormData.Of(now.Content, null, here.Language)),
            Code = code,
            Goals = goals,
            PolicyFields = PolicyFieldList.For(DutchTime.Today(clock).Year),
        });
    }

    private static Task<IResult> Add(
        HttpContext http, PageContext here, GoalRegister goals, TimeProvider clock, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<GoalInput, GoalView>(form, input => goals.Add(here.Actor, input, cancellation));
            return Screen.Go(http, Root, new Text(
                $"Doel “{view.Content.Name}” staat in het concept. Weeg nu het niveau waarop het staat.",
                $"Goal “{view.Content.Name}” is in the draft. Now weigh the level that it is on."));
        },
        form => Form(form, null, here, goals, clock, cancellation));

    private static Task<IResult> Change(
        HttpContext http, PageContext here, GoalRegister goals, TimeProvider clock, string code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<GoalInput, GoalView>(form, input => goals.Change(here.Actor, code, form.Version, input, cancellation));
            return Screen.Go(http, Root, new Text($"Doel “{view.Content.Name}” is gewijzigd.", $"Goal “{view.Content.Name}” was changed."));
        },
        form => Form(form, code, here, goals, clock, cancellation));

    private static Task<IResult> Remove(
        HttpContext http, PageContext here, GoalRegister goals, string code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await goals.Remove(here.Actor, code, form.Version, cancellation);
            return Screen.Go(http, Root, new Text($"Doel {code} is uit het concept gehaald.", $"Goal {code} was taken out of the draft."));
        },
        async form => Ask(await goals.Show(here.Actor, code, cancellation), form, here));

    private static IResult Ask(GoalView goal, FormData form, PageContext here)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        return Screen.Show<RemovePage, RemoveModel>(Title, new RemoveModel(
            new Text($"doel {goal.Content.Name}", $"goal {goal.Content.Name}"),
            new Text(
                "Het doel verdwijnt uit het concept, met zijn ankers en gewicht. Wat is vastgesteld, verandert niet. De gewichten op dit niveau tellen daarna niet meer op tot 100%: weeg het opnieuw.",
                "The goal leaves the draft, with its anchors and weight. What was adopted does not change. The weights on this level no longer add up to 100% then: weigh it again."),
            $"{Root}/{goal.Code}/verwijderen", Root, form));
    }
}
