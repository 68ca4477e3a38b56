using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Web.Initiatives;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Initiatives;

/// <summary>The page of one initiative: all that is known of it, its next step, and the discussion.</summary>
internal sealed class OneInitiative(
    RegisterContext context,
    RegisterMemory memory,
    InitiativeRegister register,
    InitiativeGuide guide,
    RelationRegister relations,
    WeighingResults weighing,
    Discussion discussion,
    InitiativeHistory history,
    InitiativeAnswers answers,
    PageContext here)
{
    private const int HistoryLines = 10;

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
        var view = await register.Show(Actor, number, cancellation);
        var related = await relations.Of(Actor, number, cancellation);
        var way = await guide.Way(Actor, number, cancellation);
        var isInside = InitiativeRights.SeesAll(Actor);
        var model = new InitiativeModel
        {
            Initiative = view,
            Codes = (await memory.Now(context, cancellation)).Codes,
            Completeness = way.Report,
            Steps = way.Steps,
            StepForm = step ?? FormData.Empty(here.Language),
            MayChange = await register.MayChange(Actor, number, cancellation),
            Relations = related,
            Names = await NamesOf([.. related.SelectMany(r => r.Content.Members).Distinct()], cancellation),
            Answer = await answers.Of(Actor, number, cancellation),
            Weighing = await Weighed(number, cancellation),
            Discussion = isInside ? await discussion.Read(Actor, number, cancellation) : null,
            RemarkForm = remark ?? FormData.Empty(here.Language),
            History = isInside ? await history.Read(Actor, number, new PageRequest(1, HistoryLines), cancellation) : null,
        };
        return Screen.Show<InitiativePage, InitiativeModel>(new Text(view.Content.Name, view.Content.Name), model);
    }

    // Scoring is blind: as long as it goes on, there is nothing to see
    private async Task<WeighingView?> Weighed(string number, CancellationToken cancellation)
    {
        try
        {
            var view = await weighing.Show(Actor, number, cancellation);
            return view.IsOpen && view.Goals.Count > 0 ? view : null;
        }
        catch (AgainstRuleException)
        {
            return null;
        }
    }

    private Task<Dictionary<string, string>> NamesOf(string[] numbers, CancellationToken cancellation) =>
        context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Name, cancellation);
}
