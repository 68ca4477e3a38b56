using Koers.App.Appearance;
using Koers.App.Requests;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Administration;

/// <summary>The municipality's own look, with a preview and its contrasts.</summary>
internal sealed class HouseStylePages(HouseStyleRegister register, HouseStyleKept kept, PageContext here)
{
    private const string Root = AdministrationSection.Root + "/huisstijl";

    private static readonly Text Title = new("Huisstijl", "Own look");

    public static void Map(RouteGroupBuilder administration)
    {
        var group = administration.MapGroup("/huisstijl");
        group.MapGet("", (HouseStylePages pages, CancellationToken cancellation) => pages.Show(null, cancellation));
        group.MapPost("", (HttpContext http, HouseStylePages pages, CancellationToken cancellation) => pages.Change(http, cancellation));
        group.MapGet("/voorbeeld", (HttpContext http, HouseStylePages pages) => pages.Preview(http));
        group.MapGet("/verwijderen", (HouseStylePages pages, CancellationToken cancellation) => pages.Ask(null, cancellation));
        group.MapPost("/verwijderen", (HttpContext http, HouseStylePages pages, CancellationToken cancellation) => pages.Remove(http, cancellation));
    }

    private async Task<IResult> Show(FormData? form, CancellationToken cancellation)
    {
        Demand();
        var style = await register.InForce(cancellation);
        var filled = form ?? FormData.Of(style.Content ?? HouseStyleInput.Usual, style.Version, here.Language);
        return Screen.Show<HouseStylePage, HouseStyleModel>(Title, new HouseStyleModel(style, filled, Shown(where => filled["/" + where])));
    }

    private Task<IResult> Change(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await FormReader.Read<HouseStyleInput, HouseStyleView>(form, input => register.Change(here.Actor, form.Version, input, cancellation));
            kept.Forget();
            return Screen.Go(http, Root, new Text("De huisstijl is opgeslagen; elke pagina heeft hem nu.", "The look was saved; every page has it now."));
        },
        form => Show(form, cancellation));

    private IResult Preview(HttpContext http)
    {
        Demand();
        return Screen.Part<HouseStylePreview, HouseStyleInput>(Shown(where => http.Request.Query[where].ToString()));
    }

    private async Task<IResult> Ask(FormData? form, CancellationToken cancellation)
    {
        Demand();
        var title = new Text("Terug naar het uiterlijk van Koers", "Back to the look of Koers");
        return Screen.Show<ConfirmPage, ConfirmModel>(title, new ConfirmModel(
            title,
            new Text("De naam en de kleuren van uw gemeente gaan weg. In het auditspoor blijft staan wat ze waren.",
                "The name and the colours of your municipality go. The audit trail keeps what they were."),
            Root + "/verwijderen", new Text("Huisstijl verwijderen", "Remove the look"), Root, form ?? FormData.Empty(here.Language),
            (await register.InForce(cancellation)).Version));
    }

    private Task<IResult> Remove(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await register.Remove(here.Actor, form.Version, cancellation);
            kept.Forget();
            return Screen.Go(http, Root, new Text("Koers ziet er weer uit als Koers.", "Koers looks like Koers again."));
        },
        form => Ask(form, cancellation));

    private void Demand()
    {
        if (!HouseStyleRegister.MayChange(here.Actor))
            throw new NotAllowedException(new Text("De huisstijl wijzigen kan de beheerder.", "The administrator may change the look."));
    }

    // A colour that is none has no place in a picture; the contrast table leaves it out
    private static HouseStyleInput Shown(Func<string, string> field)
    {
        string ColourOf(string where) => Domain.Appearance.Colour.Read(field(where)) is { } colour ? colour.ToString() : "none";
        var name = field("naam");
        return new HouseStyleInput
        {
            Name = name[..Math.Min(name.Length, 60)],
            Accent = ColourOf("accent"),
            OnAccent = ColourOf("opAccent"),
            DarkAccent = ColourOf("accentDonker"),
            OnDarkAccent = ColourOf("opAccentDonker"),
        };
    }
}
