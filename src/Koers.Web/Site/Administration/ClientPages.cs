using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Administration;

/// <summary>Other systems and their tokens.</summary>
internal sealed class ClientPages(ApiClientRegister register, TimeProvider clock, PageContext here)
{
    private const string Root = AdministrationSection.Root + "/clients";
    private const int UsualDays = 180;

    public static void Map(RouteGroupBuilder administration)
    {
        var group = administration.MapGroup("/clients");
        group.MapGet("", (HttpContext http, ClientPages clients, CancellationToken cancellation) => clients.List(http, null, cancellation));
        group.MapPost("", (HttpContext http, ClientPages clients, CancellationToken cancellation) => clients.Make(http, cancellation));
        group.MapGet("/{id:guid}/intrekken", (ClientPages clients, Guid id, CancellationToken cancellation) => clients.Ask(id, cancellation));
        group.MapPost("/{id:guid}/intrekken", (HttpContext http, ClientPages clients, Guid id, CancellationToken cancellation) => clients.Withdraw(http, id, cancellation));
    }

    private async Task<IResult> List(HttpContext http, FormData? form, CancellationToken cancellation)
    {
        var clients = await register.All(here.Actor, cancellation);
        var usual = DutchTime.Today(clock).AddDays(UsualDays);
        return Screen.Show<ClientListPage, ClientListModel>(new Text("API-clients", "API clients"), new ClientListModel(
            clients, clock.GetUtcNow(), form ?? FormData.Of(new ClientFields { LastDay = usual }, null, here.Language), OnceShown.Take(http, here.Actor)));
    }

    private Task<IResult> Make(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var made = await FormReader.Read<ClientFields, ApiClientWithToken>(form, fields => register.Make(here.Actor, Input(fields), cancellation));
            OnceShown.Keep(http, here.Actor, Root, made.Token);
            return Screen.Go(http, Root, new Text($"“{made.Client.Name}” heeft een token.", $"“{made.Client.Name}” has a token."));
        },
        form => List(http, form, cancellation));

    private async Task<IResult> Ask(Guid id, CancellationToken cancellation)
    {
        if ((await register.All(here.Actor, cancellation)).FirstOrDefault(known => known.Id == id) is not { WithdrawnAt: null } client)
            return PageAnswers.NotThere();
        var title = new Text($"Token van “{client.Name}” intrekken", $"Withdraw the token of “{client.Name}”");
        return Screen.Show<ConfirmPage, ConfirmModel>(title, new ConfirmModel(
            title,
            new Text(
                "Het systeem komt er meteen niet meer in, voorgoed: een token is niet terug te geven, wel een nieuw te maken.",
                "The system cannot come in any more, at once and for ever: a token cannot be given back, only a new one made."),
            $"{Root}/{id}/intrekken", new Text("Intrekken", "Withdraw"), Root, FormData.Empty(here.Language)));
    }

    private async Task<IResult> Withdraw(HttpContext http, Guid id, CancellationToken cancellation)
    {
        await register.Withdraw(here.Actor, id, cancellation);
        return Screen.Go(http, Root, new Text("Het token is ingetrokken.", "The token was withdrawn."));
    }

    // A year that no token lasts until is left to the use case to refuse
    private static ApiClientInput Input(ClientFields fields) => new()
    {
        Name = fields.Name,
        Scopes = fields.Scopes,
        Roles = fields.Roles,
        ExpiresAt = fields.LastDay is { Year: > 1900 and < 9000 } last ? DutchTime.BeginOf(last.AddDays(1)) : DateTimeOffset.MinValue,
    };
}
