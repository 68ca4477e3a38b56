using Koers.App.Frames;
using Koers.App.Means;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Site.Course;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Means;

/// <summary><c>/koers/middelen</c>: budgets and capacity pools of the draft, as tables.</summary>
internal sealed class MeansPages(
    BudgetRegister budgets, CapacityPoolRegister pools, SettingsRegister settings, RememberedMeans means, RegisterMemory memory, RegisterContext context, TimeProvider clock, PageContext here)
{
    private const string Root = "/koers/middelen";
    private const string BudgetPath = Root + "/budgetten";
    private const string PoolPath = Root + "/capaciteit";
    private static readonly Text Title = new("Middelen", "Means");

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Root, (MeansPages one, CancellationToken cancellation) => one.Show(cancellation));
        pages.MapGet(BudgetPath, (MeansPages one, CancellationToken cancellation) => one.BudgetForm(null, cancellation));
        pages.MapPost(BudgetPath, (HttpContext http, MeansPages one, CancellationToken cancellation) => FormAnswers.Answer(
            http, form => one.SaveBudgets(http, form, cancellation), form => one.BudgetForm(form, cancellation)));
        pages.MapGet(PoolPath, (MeansPages one, CancellationToken cancellation) => one.PoolForm(null, cancellation));
        pages.MapPost(PoolPath, (HttpContext http, MeansPages one, CancellationToken cancellation) => FormAnswers.Answer(
            http, form => one.SavePools(http, form, cancellation), form => one.PoolForm(form, cancellation)));
        pages.MapGet(BudgetPath + "/{code}/verwijderen", async (MeansPages one, string code, CancellationToken cancellation) =>
            one.Ask(await one.FindBudget(code, cancellation), null));
        pages.MapPost(BudgetPath + "/{code}/verwijderen", (HttpContext http, MeansPages one, string code, CancellationToken cancellation) =>
            FormAnswers.Answer(
                http, form => one.RemoveBudget(http, code, form, cancellation),
                async form => one.Ask(await one.FindBudget(code, cancellation), form)));
        pages.MapGet(PoolPath + "/{code}/verwijderen", async (MeansPages one, string code, CancellationToken cancellation) =>
            one.Ask(await one.FindPool(code, cancellation), null));
        pages.MapPost(PoolPath + "/{code}/verwijderen", (HttpContext http, MeansPages one, string code, CancellationToken cancellation) =>
            FormAnswers.Answer(
                http, form => one.RemovePool(http, code, form, cancellation),
                async form => one.Ask(await one.FindPool(code, cancellation), form)));
    }

    private async Task<IResult> Show(CancellationToken cancellation) => Screen.Show<MeansPage, MeansModel>(Title, new MeansModel(
        [.. (await means.Budgets(here.Actor, cancellation)).Select(view => view.Content)],
        [.. (await means.Pools(here.Actor, cancellation)).Select(view => view.Content)],
        FrameRights.May(here.Actor, FrameAction.ChangeMeans)));

    private async Task<IResult> BudgetForm(FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeMeans);
        if (form is null or { IsOvertaken: true })
            form = Latest(form, MeansForm.Of(await means.Budgets(here.Actor, cancellation), await Planned(cancellation), here.Language));
        return Screen.Show<BudgetFormPage, MeansFormModel>(Title, new MeansFormModel(form, await memory.Codes(context, cancellation)));
    }

    private async Task<IResult> PoolForm(FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeMeans);
        if (form is null or { IsOvertaken: true })
            form = Latest(form, MeansForm.Of(await means.Pools(here.Actor, cancellation), await Planned(cancellation), here.Language));
        return Screen.Show<PoolFormPage, MeansFormModel>(Title, new MeansFormModel(form, await memory.Codes(context, cancellation)));
    }

    private static FormData Latest(FormData? typed, FormData now) => typed is null ? now : FormMerge.Of(typed, now);

    private async Task<IResult> SaveBudgets(HttpContext http, FormData typed, CancellationToken cancellation) => Saved(http, await MeansReader.Read<BudgetRows>(
        Readable(typed, MeansForm.Budgets),
        input => budgets.SaveRows(here.Actor, input.Rows, MeansForm.Budgets, cancellation),
        input => budgets.CheckRows(here.Actor, input.Rows, MeansForm.Budgets, cancellation)));

    private async Task<IResult> SavePools(HttpContext http, FormData typed, CancellationToken cancellation) => Saved(http, await MeansReader.Read<PoolRows>(
        Readable(typed, MeansForm.Pools),
        input => pools.SaveRows(here.Actor, input.Rows, MeansForm.Pools, cancellation),
        input => pools.CheckRows(here.Actor, input.Rows, MeansForm.Pools, cancellation)));

    private FormData Readable(FormData typed, string list)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeMeans);
        MeansForm.DemandColumns(typed, list);
        return MeansForm.Typed(typed, list);
    }

    private static IResult Saved(HttpContext http, int rows) => Screen.Go(http, Root, rows == 0
        ? new Text("Er was niets gewijzigd.", "Nothing had been changed.")
        : new Text($"{rows} {(rows == 1 ? "regel" : "regels")} opgeslagen in het concept.", $"{rows} {(rows == 1 ? "row" : "rows")} saved in the draft."));

    private async Task<IResult> RemoveBudget(HttpContext http, string code, FormData form, CancellationToken cancellation)
    {
        await budgets.Remove(here.Actor, code, form.Version, cancellation);
        return Screen.Go(http, Root, new Text($"Budget {code} is uit het concept gehaald.", $"Budget {code} was taken out of the draft."));
    }

    private async Task<IResult> RemovePool(HttpContext http, string code, FormData form, CancellationToken cancellation)
    {
        await pools.Remove(here.Actor, code, form.Version, cancellation);
        return Screen.Go(http, Root, new Text($"Pool {code} is uit het concept gehaald.", $"Pool {code} was taken out of the draft."));
    }

    private async Task<PlannedYears> Planned(CancellationToken cancellation) =>
        PlannedYears.Of((await settings.Show(here.Actor, cancellation)).Content, clock);

    private Task<BudgetView> FindBudget(string code, CancellationToken cancellation) => budgets.Show(here.Actor, code, cancellation);

    private Task<CapacityPoolView> FindPool(string code, CancellationToken cancellation) => pools.Show(here.Actor, code, cancellation);

    private IResult Ask(BudgetView budget, FormData? form) => Ask(
        new Text($"budget {budget.Content.Name}", $"the budget {budget.Content.Name}"), $"{BudgetPath}/{budget.Code}/verwijderen", BudgetPath,
        form ?? FormData.Of(budget.Content, budget.Version, here.Language));

    private IResult Ask(CapacityPoolView pool, FormData? form) => Ask(
        new Text($"capaciteitspool {pool.Content.Name}", $"capacity pool {pool.Content.Name}"), $"{PoolPath}/{pool.Code}/verwijderen", PoolPath,
        form ?? FormData.Of(pool.Content, pool.Version, here.Language));

    private IResult Ask(Text what, string action, string back, FormData form)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeMeans);
        return Screen.Show<RemovePage, RemoveModel>(Title, new RemoveModel(
            what,
            new Text(
                "Dit verdwijnt met al zijn regels uit het concept. Wat is vastgesteld, verandert niet.",
                "This leaves the draft with all its lines. What was adopted does not change."),
            action, back, form));
    }
}
