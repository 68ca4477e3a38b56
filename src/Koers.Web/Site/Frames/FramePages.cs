using Koers.App.Frames;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.PolicyFields;
using Koers.Web.Site.Course;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Frames;

/// <summary><c>/koers/kaders</c>: the frames of the draft as sentences.</summary>
internal sealed class FramePages(
    FrameRegister register, SettingsRegister settings, RegisterMemory memory, RegisterContext context, TimeProvider clock, PageContext here)
{
    private const string Root = "/koers/kaders";
    private const int QuartersInYear = 4;
    private static readonly Text Title = new("Kaders", "Frames");
    private static readonly Text NewTitle = new("Kader toevoegen", "Add a frame");

    public static void Map(RouteGroupBuilder pages)
    {
        var group = pages.MapGroup(Root);
        group.MapGet("", (FramePages one, CancellationToken cancellation) => one.List(cancellation));
        group.MapGet("/nieuw", (FramePages one, string? soort, CancellationToken cancellation) => one.New(soort, cancellation));
        group.MapPost("/nieuw", (HttpContext http, FramePages one, CancellationToken cancellation) => Send(http, one, null, cancellation));
        group.MapPost("/zin", Sentence);
        group.MapGet("/{code}/bewerken", (FramePages one, string code, CancellationToken cancellation) => one.Edit(code, cancellation));
        group.MapPost("/{code}/bewerken", (HttpContext http, FramePages one, string code, CancellationToken cancellation) =>
            Send(http, one, code, cancellation));
        group.MapGet("/{code}/verwijderen", async (FramePages one, string code, CancellationToken cancellation) =>
            one.Ask(await one.Find(code, cancellation), null));
        group.MapPost("/{code}/verwijderen", Remove);
    }

    private static Task<IResult> Send(HttpContext http, FramePages one, string? code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        form => one.Save(http, code, form, cancellation),
        form => one.Form(form, code, FrameForm.TypeOf(form) ?? FrameType.Count, null, cancellation));

    /// <summary>What a form would say, while it is being filled in.</summary>
    private static async Task<IResult> Sentence(HttpContext http, FramePages one, CancellationToken cancellation)
    {
        var form = FrameForm.Typed(await FormAnswers.Read(http));
        try
        {
            return Screen.Part<SentencePart, SentenceModel>(new SentenceModel(await one.Said(form, cancellation)));
        }
        catch (InvalidInputException)
        {
            return Screen.Part<SentencePart, SentenceModel>(new SentenceModel(null));
        }
    }

    private static Task<IResult> Remove(HttpContext http, FramePages one, string code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await one.Delete(code, form.Version, cancellation);
            return Screen.Go(http, Root, new Text($"Kader {code} is uit het concept gehaald.", $"Frame {code} was taken out of the draft."));
        },
        async form => one.Ask(await one.Find(code, cancellation), form));

    private async Task<IResult> List(CancellationToken cancellation) => Screen.Show<FrameListPage, FrameListModel>(
        Title, new FrameListModel(await register.ListAll(here.Actor, cancellation), FrameRights.May(here.Actor, FrameAction.ChangeFrames)));

    private async Task<IResult> New(string? type, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        return Words.Parse<FrameType>(type) is { } known
            ? await Form(FormData.Empty(here.Language), null, known, null, cancellation)
            : Screen.Show<FrameTypesPage, FrameTypesModel>(NewTitle, new FrameTypesModel());
    }

    private async Task<IResult> Edit(string code, CancellationToken cancellation)
    {
        var frame = await Find(code, cancellation);
        return await Form(FrameForm.Of(frame.Content, frame.Version, here.Language), code, frame.Content.Type, frame.Sentence, cancellation);
    }

    private async Task<IResult> Save(HttpContext http, string? code, FormData typed, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        var form = FrameForm.Typed(typed);
        if (form["_bekijk"].Length > 0)
            return await Form(typed, code, FrameForm.TypeOf(form) ?? FrameType.Count, await Said(form, cancellation), cancellation);
        var view = await FormReader.Read<FrameInput, FrameView>(form, input => code is null
            ? register.Add(here.Actor, input, cancellation)
            : register.Change(here.Actor, code, form.Version, input, cancellation));
        return Screen.Go(http, Root, new Text($"In het concept staat nu: {view.Sentence.Dutch}", $"The draft now says: {view.Sentence.English}"));
    }

    private Task<Text> Said(FormData form, CancellationToken cancellation) =>
        FormReader.Read<FrameInput, Text>(form, input => register.Sentence(here.Actor, input, cancellation));

    private async Task<IResult> Form(FormData form, string? code, FrameType type, Text? sentence, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        var now = code is not null && form.IsOvertaken ? await Find(code, cancellation) : null;
        return Screen.Show<FrameFormPage, FrameFormModel>(code is null ? NewTitle : Title, new FrameFormModel
        {
            Form = now is null ? form : FormMerge.Of(form, FrameForm.Of(now.Content, null, here.Language)),
            Code = code,
            Type = type,
            Codes = await memory.Codes(context, cancellation),
            Known = await KnownLabels.Read(context, cancellation),
            PolicyFields = PolicyFieldList.For(DutchTime.Today(clock).Year),
            Years = await Years(form, cancellation),
            Sentence = sentence,
        });
    }

    /// <summary>The years that are planned, and those that the frame names already.</summary>
    private async Task<IReadOnlyList<int>> Years(FormData form, CancellationToken cancellation)
    {
        var (first, count) = (await settings.Show(here.Actor, cancellation)).Content is { } set
            ? (set.Start.Year, set.Quarters / QuartersInYear)
            : (DutchTime.Today(clock).Year + 1, QuartersInYear);
        var named = form.Places.Where(place => place.StartsWith("/jaren/", StringComparison.Ordinal))
            .Select(place => int.TryParse(form[place], out var year) ? year : 0).Where(year => year > 0);
        return [.. Enumerable.Range(first, count).Union(named).Order()];
    }

    private Task<FrameView> Find(string code, CancellationToken cancellation) => register.Show(here.Actor, code, cancellation);

    private Task Delete(string code, int version, CancellationToken cancellation) => register.Remove(here.Actor, code, version, cancellation);

    private IResult Ask(FrameView frame, FormData? form)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeFrames);
        return Screen.Show<RemovePage, RemoveModel>(Title, new RemoveModel(
            new Text($"kader {frame.Content.Name}", $"frame {frame.Content.Name}"),
            new Text(
                $"Dit verdwijnt uit het concept: {frame.Sentence.Dutch} Wat is vastgesteld, verandert niet.",
                $"This leaves the draft: {frame.Sentence.English} What was adopted does not change."),
            $"{Root}/{frame.Code}/verwijderen", Root, form ?? FormData.Of(frame.Content, frame.Version, here.Language)));
    }
}
