using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Accounts;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.OwnAccount;

/// <summary>The own account: who one is, and with what one signs in. Also for who has no role yet.</summary>
internal sealed class OwnAccountPages(
    App.Accounts.OwnAccount own, SecondStep second, Passkeys passkeys, BriefState brief, RegisterContext context, RegisterMemory memory, PageContext here)
{
    private const string Root = "/mij";
    private const string StepPath = Root + "/tweede-stap";

    private static readonly JsonSerializerOptions Readable = new(RegisterJson.Options) { WriteIndented = true };

    public static void Map(RouteGroupBuilder pages)
    {
        var group = pages.MapGroup(Root);
        group.MapGet("", (OwnAccountPages mine, CancellationToken cancellation) => mine.Show(null, cancellation));
        group.MapGet("/gegevens", (OwnAccountPages mine, CancellationToken cancellation) => mine.Data(cancellation));
        group.MapPost("/wachtwoord", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.ChangePassword(http, cancellation));
        group.MapPost("/taal", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.ChooseLanguage(http, cancellation));
        group.MapGet("/tweede-stap", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.ShowStep(http, null, cancellation));
        group.MapPost("/tweede-stap", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.Propose(http, cancellation));
        group.MapPost("/tweede-stap/bevestigen", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.Confirm(http, cancellation));
        group.MapPost("/tweede-stap/uitzetten", (HttpContext http, OwnAccountPages mine, CancellationToken cancellation) => mine.TurnOff(http, cancellation));
        group.MapGet("/toegangssleutels/{id}/verwijderen", (OwnAccountPages mine, string id, CancellationToken cancellation) => mine.AskRemoval(id, cancellation));
        group.MapPost("/toegangssleutels/{id}/verwijderen", (HttpContext http, OwnAccountPages mine, string id, CancellationToken cancellation) =>
            mine.Remove(http, id, cancellation));
    }

    private async Task<IResult> Show(FormData? form, CancellationToken cancellation) => Screen.Show<OwnAccountPage, OwnAccountModel>(
        new Text("Mijn account", "My account"),
        new OwnAccountModel(
            await own.Show(here.Actor, cancellation),
            (await memory.Now(context, cancellation)).Codes,
            await passkeys.Own(here.Actor, cancellation),
            await own.SessionsBegun(here.Actor, cancellation),
            form ?? FormData.Empty(here.Language)));

    private async Task<IResult> Data(CancellationToken cancellation) => TypedResults.File(
        JsonSerializer.SerializeToUtf8Bytes(await own.Data(here.Actor, cancellation), Readable), "application/json", "mijn-gegevens.json");

    private Task<IResult> ChangePassword(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var check = new InputCheck();
            check.That(form["/nieuw"] == form["/nogmaals"], "/nogmaals", "Dit is niet twee keer hetzelfde wachtwoord.", "This is not the same password twice.");
            check.Done();
            await own.ChangePassword(here.Actor, SessionCookie.KeyOf(http), form["/oud"], form["/nieuw"], cancellation);
            return Screen.Go(http, Root, new Text(
                "Uw wachtwoord is gewijzigd; andere sessies zijn geëindigd.", "Your password was changed; other sessions have ended."));
        },
        form => Show(form.WithoutValues(), cancellation));

    private Task<IResult> ChooseLanguage(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await own.ChooseLanguage(here.Actor, form["/taal"], cancellation);
            // What was chosen for this browser only would go before it
            http.Response.Cookies.Delete(PageContext.LanguageCookie);
            return Screen.Go(http, Root, new Text("Koers spreekt voortaan Nederlands met u, op elk apparaat.", "Koers speaks English to you from now on, on every device."));
        },
        form => Show(form, cancellation));

    private async Task<IResult> ShowStep(HttpContext http, FormData? form, CancellationToken cancellation)
    {
        var isOn = (await own.Show(here.Actor, cancellation)).HasSecondStep;
        var proposal = isOn ? null : ProposalKept(http);
        return Screen.Show<SecondStepSetupPage, SecondStepModel>(
            new Text("Tweede stap", "Second step"),
            new SecondStepModel(isOn, proposal, OnceShown.Take(http, here.Actor), form ?? FormData.Empty(here.Language)));
    }

    private async Task<IResult> Propose(HttpContext http, CancellationToken cancellation)
    {
        var proposal = await second.Propose(here.Actor, cancellation);
        brief.Keep(http, BriefState.Secret, $"{here.Actor.Name}\n{proposal.Secret}\n{proposal.Address}");
        return Screen.Go(http, StepPath);
    }

    private Task<IResult> Confirm(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var codes = await second.Confirm(here.Actor, SessionCookie.KeyOf(http), form["/code"], cancellation);
            brief.Take(http, BriefState.Secret);
            OnceShown.Keep(http, here.Actor, StepPath, string.Join('\n', codes));
            return Screen.Go(http, StepPath);
        },
        form => ShowStep(http, form.WithoutValues(), cancellation));

    private Task<IResult> TurnOff(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await second.Remove(here.Actor, SessionCookie.KeyOf(http), form["/code"], cancellation);
            return Screen.Go(http, Root, new Text("De tweede stap staat uit.", "The second step is off."));
        },
        form => ShowStep(http, form.WithoutValues(), cancellation));

    private async Task<IResult> AskRemoval(string id, CancellationToken cancellation)
    {
        var key = (await passkeys.Own(here.Actor, cancellation)).FirstOrDefault(known => known.Id == id);
        if (key is null)
            return PageAnswers.NotThere();
        var title = new Text("Toegangssleutel verwijderen", "Remove a passkey");
        return Screen.Show<ConfirmPage, ConfirmModel>(title, new ConfirmModel(
            title,
            new Text(
                $"Met “{key.Name}” kunt u zich daarna niet meer aanmelden. Op het apparaat zelf blijft de sleutel staan tot u hem daar weghaalt.",
                $"You cannot sign in with “{key.Name}” any more. On the device itself the passkey stays until you take it away there."),
            $"{Root}/toegangssleutels/{id}/verwijderen", new Text("Verwijderen", "Remove"), Root, FormData.Empty(here.Language)));
    }

    private async Task<IResult> Remove(HttpContext http, string id, CancellationToken cancellation)
    {
        await passkeys.Remove(here.Actor, id, cancellation);
        return Screen.Go(http, Root, new Text("De toegangssleutel is verwijderd.", "The passkey was removed."));
    }

    // Shown again when the page is loaded again: it is the same secret until it is confirmed
    private SecondStepProposal? ProposalKept(HttpContext http)
    {
        if (brief.Take(http, BriefState.Secret)?.Split('\n', 3) is not [var name, var secret, var address] || name != here.Actor.Name)
            return null;
        brief.Keep(http, BriefState.Secret, $"{name}\n{secret}\n{address}");
        return new SecondStepProposal(secret, address);
    }
}
