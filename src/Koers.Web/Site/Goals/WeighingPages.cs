using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Weighing;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Goals;

/// <summary><c>/koers/doelen/wegen</c>: the weights of the goals on one level, in three ways.</summary>
internal sealed class WeighingPages(GoalRegister register, GoalWeights weights, RegisterContext context, PageContext here)
{
    private const int HistoryLines = 20;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/wegen", (WeighingPages one, string? methode, CancellationToken cancellation) =>
            one.Show(null, Words.Parse<WeighingMethod>(methode), null, null, false, cancellation));
        group.MapGet("/{code}/wegen", (WeighingPages one, string code, string? methode, CancellationToken cancellation) =>
            one.Show(code, Words.Parse<WeighingMethod>(methode), null, null, false, cancellation));
        group.MapPost("/wegen", (HttpContext http, WeighingPages one, CancellationToken cancellation) => Weigh(http, one, null, cancellation));
        group.MapPost("/{code}/wegen", (HttpContext http, WeighingPages one, string code, CancellationToken cancellation) =>
            Weigh(http, one, code, cancellation));
    }

    private static Task<IResult> Weigh(HttpContext http, WeighingPages one, string? code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        form => one.Weigh(http, code, form, cancellation),
        form => one.Show(code, MethodOf(form), WeighingForm.InPercent(form, MethodOf(form)), null, false, cancellation));

    private static WeighingMethod MethodOf(FormData form) => Words.Parse<WeighingMethod>(form["/methode"]) ?? WeighingMethod.Direct;

    private async Task<IResult> Weigh(HttpContext http, string? code, FormData typed, CancellationToken cancellation)
    {
        var form = WeighingForm.InPercent(typed, MethodOf(typed));
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        return await FormReader.Read<WeighingInput, IResult>(form, async input =>
        {
            var asked = input with { Parent = code };
            var preview = await weights.Preview(here.Actor, asked, cancellation);
            if (form["_bekijk"].Length > 0)
                return await Show(code, asked.Method, form, preview, false, cancellation);
            if (preview.IsContradicting && !asked.AcceptsContradiction)
            {
                http.Response.StatusCode = StatusCodes.Status409Conflict;
                return await Show(code, asked.Method, form, preview, true, cancellation);
            }

            await weights.Weigh(here.Actor, form.Version, asked, cancellation);
            return Screen.Go(http, "/koers/doelen", new Text("De gewichten zijn vastgelegd in het concept.", "The weights are kept in the draft."));
        });
    }

    private async Task<IResult> Show(
        string? code, WeighingMethod? method, FormData? form, WeighingPreview? preview, bool isHeldBack, CancellationToken cancellation)
    {
        var goals = await register.ListAll(here.Actor, cancellation);
        var (history, version) = await weights.History(here.Actor, code, new PageRequest(1, HistoryLines), cancellation);
        var level = goals.Where(goal => goal.Content.Parent == code).ToList();
        var last = history.Items.Count > 0 ? history.Items[0] : null;
        var shown = method ?? last?.Method ?? WeighingMethod.Direct;
        return Screen.Show<WeighingPage, WeighingModel>(new Text("Doelen wegen", "Weigh goals"), new WeighingModel
        {
            Parent = goals.FirstOrDefault(goal => goal.Code == code),
            Level = level,
            Method = shown,
            Form = form ?? WeighingForm.Of(level, shown, history.Items.FirstOrDefault(w => w.Method == shown), version, here.Language),
            Preview = preview,
            IsHeldBack = isHeldBack,
            History = history,
            Names = await DisplayNames.Of(context, history.Items.Select(w => w.SetBy), cancellation),
            MayChange = FrameRights.May(here.Actor, FrameAction.ChangeFrames),
        });
    }
}
