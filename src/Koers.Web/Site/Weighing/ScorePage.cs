using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Weighing;

/// <summary>The score sheet of one initiative: blind, and on to the next.</summary>
internal sealed class ScorePage(RegisterContext context, RegisterMemory memory, InitiativeRegister register, Scoring scoring, AssessorWork work, PageContext here)
{
    public static Task<IResult> Save(HttpContext http, ScorePage page, string nummer, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        form => page.Give(http, nummer, form, cancellation),
        form => page.Show(nummer, form, false, cancellation));

    public async Task<IResult> Show(string number, FormData? typed, bool goesOn, CancellationToken cancellation)
    {
        var todo = await work.Read(here.Actor, cancellation);
        var view = await register.Show(here.Actor, number, cancellation);
        var sheet = await scoring.Sheet(here.Actor, number, cancellation);
        return Screen.Show<SheetPage, SheetModel>(new Text($"Scoren: {view.Content.Name}", $"Score: {view.Content.Name}"), new SheetModel
        {
            Initiative = view,
            Sheet = sheet,
            Form = typed is null ? Form(sheet) : FormMerge.Of(typed, Form(sheet)),
            Codes = (await memory.Now(context, cancellation)).Codes,
            Work = todo,
            GoesOn = goesOn,
        });
    }

    private async Task<IResult> Give(HttpContext http, string number, FormData form, CancellationToken cancellation)
    {
        await FormReader.Read<ScoreSheetInput, ScoreSheet>(form, input => scoring.GiveAll(here.Actor, number, input, cancellation));
        var done = new Text($"Uw scores voor {number} zijn opgeslagen.", $"Your scores for {number} were saved.");
        if (form[SheetModel.OnwardField].Length == 0)
            return Screen.Go(http, $"/afweging/{number}", done);
        return (await work.Read(here.Actor, cancellation)).NextAfter(number) is { } next
            ? Screen.Go(http, $"/afweging/{next}?verder=1", done)
            : Screen.Go(http, "/afweging", new Text("Uw laatste scores zijn opgeslagen: u bent klaar.", "Your last scores were saved: you are done."));
    }

    private FormData Form(ScoreSheet sheet) => FormData.Of(
        new ScoreSheetInput
        {
            Goals = [.. sheet.Goals.Select(line => new SheetScore
            {
                Goal = line.Goal,
                Points = line.Score?.Points,
                Reason = line.Score?.Reason ?? "",
                Version = line.Score?.Version,
            })],
        },
        null, here.Language);
}
