using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Web.Initiatives;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Initiatives;

/// <summary>The page of one initiative: all that is known of it, its next step, and the discussion.</summary>
internal sealed class OneInitiative(InitiativeDossier dossier, InitiativeRegister register, Discussion discussion, PageContext here)
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{nummer}", (OneInitiative one, string nummer, CancellationToken cancellation) => one.Show(nummer, null, null, cancellation));
        group.MapPost("/{nummer}/stappen", Take);
        group.MapPost("/{nummer}/opmerkingen", Remark);
        group.MapPost("/{nummer}/opmerkingen/{id:guid}/terugnemen", TakeBack);
    }

    private static Task<IResult> Take(HttpContext http, OneInitiative one, string nummer, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<StepInput, InitiativeView>(
                form, step => one.Register.Take(one.Actor, nummer, form.Version, step.To, step.Reason, cancellation));
            return Screen.Go(http, $"/initiatieven/{nummer}", new Text(
                $"Het initiatief is nu “{Words.Dutch(view.State)}”.", $"The initiative is “{Words.English(view.State)}” now."));
        },
        form => one.Show(nummer, form, null, cancellation));

    private static Task<IResult> Remark(HttpContext http, OneInitiative one, string nummer, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var said = await FormReader.Read<RemarkInput, RemarkView>(form, input => one.Talk.Say(one.Actor, nummer, input, cancellation));
            return Screen.Go(http, $"/initiatieven/{nummer}#opmerking-{said.Answers ?? said.Id}");
        },
        form => one.Show(nummer, null, form, cancellation));

    private static async Task<IResult> TakeBack(HttpContext http, OneInitiative one, string nummer, Guid id, CancellationToken cancellation)
    {
        await one.Talk.TakeBack(one.Actor, nummer, id, cancellation);
        return Screen.Go(http, $"/initiatieven/{nummer}#gesprek", new Text("De opmerking is teruggenomen.", "The remark was taken back."));
    }

    private Actor Actor => here.Actor;

    private InitiativeRegister Register => register;

    private Discussion Talk => discussion;

    private async Task<IResult> Show(string number, FormData? step, FormData? remark, CancellationToken cancellation)
    {
        var parts = await dossier.Read(Actor, number, cancellation);
        var model = new InitiativeModel
        {
            Parts = parts,
            StepForm = step ?? FormData.Empty(here.Language),
            RemarkForm = remark ?? FormData.Empty(here.Language),
        };
        var name = parts.View.Content.Name;
        return Screen.Show<InitiativePage, InitiativeModel>(new Text(name, name), model);
    }
}
