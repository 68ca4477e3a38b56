using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Course;

/// <summary><c>/koers</c>: goals, frames and means in force, and how full they are.</summary>
internal static class CoursePages
{
    private static readonly Text Title = new("Koers", "Course");

    public static void MapCoursePages(this RouteGroupBuilder pages) => pages.MapGet("/koers", Show);

    private static async Task<IResult> Show(
        PageContext here, FrameAdoption adoption, RememberedFrames frames, AgreedMeasures measures, RegisterContext context, CancellationToken cancellation)
    {
        var seesDraft = FrameRights.May(here.Actor, FrameAction.SeeDraft);
        var last = (await adoption.List(here.Actor, new PageRequest(1, 1), cancellation)).Items is [var newest] ? newest : null;
        if (last is null)
            return Screen.Show<OverviewPage, OverviewModel>(Title, new OverviewModel
            {
                SeesDraft = seesDraft,
                WritesDraft = new[] { FrameAction.ChangeSettings, FrameAction.ChangeFrames, FrameAction.ChangeMeans }.Any(action => FrameRights.May(here.Actor, action)),
            });
        var adopted = await frames.Show(here.Actor, last.Number, cancellation);
        var use = await measures.Show(here.Actor, cancellation);
        var names = await DisplayNames.Of(context, [adopted.AdoptedBy], cancellation);
        return Screen.Show<OverviewPage, OverviewModel>(Title, new OverviewModel
        {
            Adopted = adopted,
            AdoptedBy = adopted.AdoptedBy is { } id ? names.GetValueOrDefault(id) : null,
            Goals = GoalShares.Of(adopted.Content.Goals),
            Frames = Frames(adopted, use),
            Use = use,
            DraftChanges = seesDraft ? (await frames.Difference(here.Actor, last.Number, null, cancellation)).Count : null,
            SeesDraft = seesDraft,
        });
    }

    private static OverviewFrame[] Frames(AdoptedView adopted, AgreedUse? use)
    {
        var measured = use?.Frames.ToDictionary(frame => frame.Code) ?? [];
        var entered = adopted.Content.Frames.ToDictionary(frame => frame.Code);
        return [.. adopted.Sentences.Select(line => measured.TryGetValue(line.Code, out var frame)
            ? new OverviewFrame(line, frame, !frame.HasBounds(entered[line.Code].Min, entered[line.Code].Max))
            : new OverviewFrame(line, null, false))];
    }
}
