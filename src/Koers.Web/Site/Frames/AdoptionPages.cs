using System.Globalization;
using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Frames;

/// <summary><c>/koers/vaststellen</c>: from draft to adopted frames. <c>/koers/instellingen</c>: over which time is planned.</summary>
internal sealed class AdoptionPages(FrameAdoption adoption, RememberedFrames frames, SettingsRegister settings, RegisterContext context, PageContext here)
{
    private const string Root = "/koers/vaststellen";
    private const string Discount = "/discontovoetPerJaar";
    private static readonly Text Title = new("Kaders vaststellen", "Adopt frames");
    private static readonly Text SettingsTitle = new("Instellingen van de planning", "Settings of the planning");

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Root, (AdoptionPages one, CancellationToken cancellation) => one.Show(null, cancellation));
        pages.MapPost(Root, Adopt);
        pages.MapGet(Root + "/{nummer:int}", (AdoptionPages one, int nummer, CancellationToken cancellation) => one.ShowAdopted(nummer, cancellation));
        pages.MapGet("/koers/instellingen", (AdoptionPages one, CancellationToken cancellation) => one.Settings(null, cancellation));
        pages.MapPost("/koers/instellingen", Change);
    }

    private static Task<IResult> Adopt(HttpContext http, AdoptionPages one, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<AdoptionInput, AdoptedView>(form, input => one.Take(form.Version, input, cancellation));
            return Screen.Go(http, $"{Root}/{view.Number}", new Text(
                $"“{view.Decision}” is vastgesteld. Planning en initiatieven gaan voortaan hiervan uit.",
                $"“{view.Decision}” was adopted. Planning and initiatives go by it from now on."));
        },
        form => one.Show(form, cancellation));

    private static Task<IResult> Change(HttpContext http, AdoptionPages one, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await FormReader.Read<SettingsInput, SettingsView>(
                PercentFields.Typed(form, Discount), input => one.Keep(form.Version, input, cancellation));
            return Screen.Go(http, Root, new Text("De instellingen zijn gewijzigd in het concept.", "The settings were changed in the draft."));
        },
        form => one.Settings(form, cancellation));

    private Task<AdoptedView> Take(int version, AdoptionInput input, CancellationToken cancellation) =>
        adoption.Adopt(here.Actor, version, input, cancellation);

    private Task<SettingsView> Keep(int version, SettingsInput input, CancellationToken cancellation) =>
        settings.Change(here.Actor, version, input, cancellation);

    private async Task<IResult> Show(FormData? form, CancellationToken cancellation)
    {
        var lines = await adoption.List(here.Actor, new PageRequest(1, PageRequest.MostOnPage), cancellation);
        var model = new AdoptionModel
        {
            Adopted = lines,
            Names = await DisplayNames.Of(context, lines.Items.Select(line => line.AdoptedBy), cancellation),
            Form = form ?? FormData.Empty(here.Language),
        };
        if (FrameRights.May(here.Actor, FrameAction.SeeDraft))
            model = await WithDraft(model, form, cancellation);
        return Screen.Show<AdoptionPage, AdoptionModel>(Title, model);
    }

    private async Task<AdoptionModel> WithDraft(AdoptionModel model, FormData? form, CancellationToken cancellation)
    {
        var view = await settings.Show(here.Actor, cancellation);
        model = model with { Settings = view, MayChangeSettings = FrameRights.May(here.Actor, FrameAction.ChangeSettings) };
        if (view.Content is null)
            return model;
        var draft = await frames.Draft(here.Actor, cancellation);
        return model with
        {
            Changes = model.InForce is { } inForce ? await frames.Difference(here.Actor, inForce.Number, null, cancellation) : null,
            Obstacles = draft.Obstacles,
            MayAdopt = FrameRights.May(here.Actor, FrameAction.Adopt),
            Form = form ?? FormData.Empty(here.Language).With(
                [KeyValuePair.Create(FormData.VersionField, draft.Version.ToString(CultureInfo.InvariantCulture))]),
        };
    }

    private async Task<IResult> ShowAdopted(int number, CancellationToken cancellation)
    {
        var adopted = await frames.Show(here.Actor, number, cancellation);
        var last = (await adoption.List(here.Actor, new PageRequest(1, 1), cancellation)).Items[0];
        var names = await DisplayNames.Of(context, [adopted.AdoptedBy], cancellation);
        return Screen.Show<AdoptedPage, AdoptedModel>(new Text(adopted.Decision, adopted.Decision), new AdoptedModel
        {
            Adopted = adopted,
            AdoptedBy = adopted.AdoptedBy is { } id ? names.GetValueOrDefault(id) : null,
            IsInForce = last.Number == number,
            Goals = GoalShares.Of(adopted.Content.Goals),
            Changes = number > 1 ? await frames.Difference(here.Actor, number - 1, number, cancellation) : null,
        });
    }

    private async Task<IResult> Settings(FormData? form, CancellationToken cancellation)
    {
        FrameRights.Demand(here.Actor, FrameAction.ChangeSettings);
        var view = await settings.Show(here.Actor, cancellation);
        var now = view.Content is { } content ? PercentFields.Shown(FormData.Of(content, view.Version, here.Language), Discount) : null;
        var empty = FormData.Of(new SettingsInput { Municipality = "", Start = default }, 0, here.Language).With([KeyValuePair.Create("/begin", "")]);
        return Screen.Show<SettingsPage, SettingsModel>(SettingsTitle, new SettingsModel(
            form is not null && now is not null ? FormMerge.Of(form, now) : form ?? now ?? empty, view.Content is null));
    }
}
