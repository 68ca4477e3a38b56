using System.ComponentModel;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Accounts;

/// <summary><c>/accounts</c>, <c>/rechten</c> and <c>/api-clients</c>.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder api)
    {
        api.MapSessions();
        api.MapOwnAccount();
        var group = api.MapGroup("/accounts").WithTags("Accounts");
        group.MapGet("", Find).WithSummary("Mensen zoeken op naam");
        group.MapPost("", Make).WithMetadata(new AnsweredOnce()).WithSummary("Een account maken; zonder wachtwoord wordt er een gemaakt en eenmalig getoond");
        group.MapGet("/{id:guid}", Show).WithSummary("Een account met zijn rollen");
        group.MapPut("/{id:guid}", Change).WithSummary("Een account en zijn rollen wijzigen");
        group.MapPut("/{id:guid}/afsluiting", Close).WithSummary("Een account sluiten; zijn sessies eindigen meteen");
        group.MapDelete("/{id:guid}/afsluiting", Reopen).WithSummary("Een gesloten account weer openen");
        group.MapPost("/{id:guid}/wachtwoordherstel", ResetPassword).WithMetadata(new AnsweredOnce())
            .WithSummary("Een nieuw wachtwoord maken, eenmalig getoond; tweede stap, toegangssleutels, sessies en blokkade vervallen");
        group.MapPost("/{id:guid}/anonimisering", Anonymise).WithSummary("Van een gesloten account wegnemen wie het was");
        api.MapGet("/rechten", Rights).WithTags("Accounts").WithSummary("Alle rechten van alle accounts en API-clients, als JSON of (Accept: text/csv) als tabel");
        var clients = api.MapGroup("/api-clients").WithTags("API-clients");
        clients.MapGet("", Clients).WithSummary("Andere systemen met een token");
        clients.MapPost("", MakeClient).WithMetadata(new AnsweredOnce()).WithSummary("Een token geven; het wordt eenmalig getoond");
        clients.MapDelete("/{id:guid}", Withdraw).WithSummary("Een token intrekken; het systeem blijft in de lijst");
    }

    private static async Task<Ok<Page<AccountLine>>> Find(
        HttpContext http,
        AccountRegister register,
        [Description("Deel van de naam")] string? zoek,
        int? pagina,
        int? paginaGrootte,
        CancellationToken cancellation) =>
        TypedResults.Ok(await register.Find(Callers.Of(http), zoek, new PageRequest(pagina ?? 1, paginaGrootte ?? 50), cancellation));

    private static async Task<Created<AccountWithPassword>> Make(
        HttpContext http, AccountRegister register, [FromBody] AccountInput input, CancellationToken cancellation)
    {
        DemandOwnRoles(http, input.Roles.Select(given => given.Role));
        var made = await register.Make(Callers.Of(http), input, cancellation);
        Versions.Send(http, made.Account.Version);
        return TypedResults.Created($"{ApiDocument.Root}/accounts/{made.Account.Id}", made);
    }

    private static async Task<Ok<AccountView>> Show(HttpContext http, AccountRegister register, Guid id, CancellationToken cancellation) =>
        Sent(http, await register.Show(Callers.Of(http), id, cancellation));

    private static async Task<Ok<AccountView>> Change(
        HttpContext http, AccountRegister register, Guid id, [FromBody] AccountChange input, ExpectedVersion version, CancellationToken cancellation)
    {
        DemandOwnRoles(http, input.Roles.Select(given => given.Role));
        return Sent(http, await register.Change(Callers.Of(http), id, version.Number, input, cancellation));
    }

    private static async Task<Ok<AccountView>> Close(HttpContext http, AccountRegister register, Guid id, CancellationToken cancellation) =>
        Sent(http, await register.Close(Callers.Of(http), id, cancellation));

    private static async Task<Ok<AccountView>> Reopen(HttpContext http, AccountRegister register, Guid id, CancellationToken cancellation) =>
        Sent(http, await register.Reopen(Callers.Of(http), id, cancellation));

    private static async Task<Ok<AccountWithPassword>> ResetPassword(
        HttpContext http, AccountRegister register, Guid id, CancellationToken cancellation)
    {
        // Else whoever has a token could sign in as anybody
        if (IsToken(http))
            throw new NotAllowedException(new Text(
                "Een token maakt geen nieuw wachtwoord voor iemand; dat doet een beheerder die zelf is aangemeld.",
                "A token makes no new password for anybody; an administrator who is signed in does."));
        return TypedResults.Ok(await register.ResetPassword(Callers.Of(http), id, cancellation));
    }

    private static bool IsToken(HttpContext http) => http.User.Identity?.AuthenticationType == ApiTokens.Scheme;

    /// <summary>A token gives nobody a role that it does not have itself.</summary>
    private static void DemandOwnRoles(HttpContext http, IEnumerable<Role> roles)
    {
        if (IsToken(http) && !roles.All(Callers.Of(http).HasSomewhere))
            throw new NotAllowedException(new Text(
                "Een token geeft geen rol die het zelf niet heeft; laat een beheerder het doen.",
                "A token gives no role that it does not have itself; let an administrator do it."));
    }

    private static async Task<Ok<AccountView>> Anonymise(HttpContext http, AccountRegister register, Guid id, CancellationToken cancellation) =>
        Sent(http, await register.Anonymise(Callers.Of(http), id, cancellation));

    private static async Task<Results<Ok<IReadOnlyList<RightLine>>, FileContentHttpResult>> Rights(
        HttpContext http, RightsExport export, CancellationToken cancellation)
    {
        var lines = await export.Read(Callers.Of(http), cancellation);
        return http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/csv")
            ? TypedResults.File(Encoding.UTF8.GetBytes(RightsExport.Csv(lines)), "text/csv; charset=utf-8", "rechten.csv")
            : TypedResults.Ok(lines);
    }

    private static async Task<Ok<IReadOnlyList<ApiClientView>>> Clients(HttpContext http, ApiClientRegister register, CancellationToken cancellation) =>
        TypedResults.Ok(await register.All(Callers.Of(http), cancellation));

    private static async Task<Created<ApiClientWithToken>> MakeClient(
        HttpContext http, ApiClientRegister register, [FromBody] ApiClientInput input, CancellationToken cancellation)
    {
        // Else a token that is withdrawn lives on in those that it made
        if (IsToken(http))
            throw new NotAllowedException(new Text(
                "Een token maakt geen tokens; dat doet een beheerder die zelf is aangemeld.",
                "A token makes no tokens; an administrator who is signed in does."));
        var made = await register.Make(Callers.Of(http), input, cancellation);
        return TypedResults.Created($"{ApiDocument.Root}/api-clients/{made.Client.Id}", made);
    }

    private static async Task<NoContent> Withdraw(HttpContext http, ApiClientRegister register, Guid id, CancellationToken cancellation)
    {
        await register.Withdraw(Callers.Of(http), id, cancellation);
        return TypedResults.NoContent();
    }

    private static Ok<AccountView> Sent(HttpContext http, AccountView view)
    {
        Versions.Send(http, view.Version);
        return TypedResults.Ok(view);
    }
}
