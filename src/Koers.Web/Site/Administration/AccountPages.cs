using System.Globalization;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Text = Koers.App.Requests.Text;

namespace Koers.Web.Site.Administration;

/// <summary>Accounts and their roles.</summary>
internal sealed class AccountPages(AccountRegister register, RightsExport rights, RegisterContext context, RegisterMemory memory, PageContext here)
{
    private const string Root = AdministrationSection.Root + "/accounts";
    private const int PageSize = 50;

    private static readonly Text ListTitle = new("Accounts en rollen", "Accounts and roles");
    private static readonly Text NewTitle = new("Account toevoegen", "Add an account");

    public static void Map(RouteGroupBuilder administration)
    {
        var group = administration.MapGroup("/accounts");
        group.MapGet("", (AccountPages accounts, string? zoek, int? pagina, CancellationToken cancellation) => accounts.List(zoek, pagina, cancellation));
        group.MapGet("/rechten.csv", (AccountPages accounts, CancellationToken cancellation) => accounts.Rights(cancellation));
        group.MapGet("/nieuw", (AccountPages accounts, CancellationToken cancellation) => accounts.New(null, cancellation));
        group.MapPost("/nieuw", (HttpContext http, AccountPages accounts, CancellationToken cancellation) => accounts.Make(http, cancellation));
        group.MapGet("/{id:guid}", (HttpContext http, AccountPages accounts, Guid id, CancellationToken cancellation) => accounts.Show(http, id, null, cancellation));
        group.MapPost("/{id:guid}", (HttpContext http, AccountPages accounts, Guid id, CancellationToken cancellation) => accounts.Change(http, id, cancellation));
        group.MapPost("/{id:guid}/openen", (HttpContext http, AccountPages accounts, Guid id, CancellationToken cancellation) => accounts.Reopen(http, id, cancellation));
        foreach (var step in AccountStep.All)
        {
            group.MapGet($"/{{id:guid}}/{step.Name}", (AccountPages accounts, Guid id, CancellationToken cancellation) =>
                accounts.Ask(step, id, FormData.Empty(accounts.Language), cancellation));
            group.MapPost($"/{{id:guid}}/{step.Name}", (HttpContext http, AccountPages accounts, Guid id, CancellationToken cancellation) =>
                accounts.Take(http, step, id, cancellation));
        }
    }

    private string Language => here.Language;

    private bool MayManage => AccountRights.May(here.Actor, AccountAction.Manage);

    private async Task<IResult> List(string? search, int? number, CancellationToken cancellation)
    {
        AccountRights.Demand(here.Actor, AccountAction.See);
        var page = new PageRequest(Math.Clamp(number ?? 1, 1, 1_000_000), PageSize);
        var wanted = search?.Trim() ?? "";
        var found = await register.Find(here.Actor, wanted[..Math.Min(wanted.Length, 100)], page, cancellation);
        return Screen.Show<AccountListPage, AccountListModel>(
            ListTitle, new AccountListModel(found, wanted, (await memory.Now(context, cancellation)).Codes, MayManage));
    }

    private async Task<IResult> Rights(CancellationToken cancellation) => TypedResults.File(
        Encoding.UTF8.GetBytes(RightsExport.Csv(await rights.Read(here.Actor, cancellation))), "text/csv; charset=utf-8", "rechten.csv");

    private async Task<IResult> New(FormData? form, CancellationToken cancellation)
    {
        AccountRights.Demand(here.Actor, AccountAction.Manage);
        return Screen.Show<AccountPage, AccountModel>(NewTitle, new AccountModel(
            null, form ?? FormData.Sent([KeyValuePair.Create("/taal", "nl")], here.Language), (await memory.Now(context, cancellation)).Codes, null, MayManage));
    }

    private Task<IResult> Make(HttpContext http, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            CheckRoles(form);
            var made = await FormReader.Read<AccountInput, AccountWithPassword>(form, input => register.Make(here.Actor, input, cancellation));
            var path = $"{Root}/{made.Account.Id}";
            if (made.Password is { } password)
                OnceShown.Keep(http, here.Actor, path, password);
            return Screen.Go(http, path, new Text("Het account is gemaakt.", "The account was made."));
        },
        form => New(form, cancellation));

    private async Task<IResult> Show(HttpContext http, Guid id, FormData? form, CancellationToken cancellation)
    {
        var account = await register.Show(here.Actor, id, cancellation);
        var change = new AccountChange { DisplayName = account.DisplayName, Department = account.Department, Language = account.Language, Roles = account.Roles };
        return Screen.Show<AccountPage, AccountModel>(new Text(account.DisplayName, account.DisplayName), new AccountModel(
            account, form ?? FormData.Of(change, account.Version, here.Language), (await memory.Now(context, cancellation)).Codes,
            OnceShown.Take(http, here.Actor), MayManage));
    }

    private Task<IResult> Change(HttpContext http, Guid id, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            CheckRoles(form);
            await FormReader.Read<AccountChange, AccountView>(form, input => register.Change(here.Actor, id, form.Version, input, cancellation));
            return Screen.Go(http, $"{Root}/{id}", new Text("Het account is gewijzigd.", "The account was changed."));
        },
        form => Show(http, id, form, cancellation));

    private async Task<IResult> Reopen(HttpContext http, Guid id, CancellationToken cancellation)
    {
        await register.Reopen(here.Actor, id, cancellation);
        return Screen.Go(http, $"{Root}/{id}", new Text("Het account is weer open.", "The account is open again."));
    }

    private async Task<IResult> Ask(AccountStep step, Guid id, FormData form, CancellationToken cancellation)
    {
        AccountRights.Demand(here.Actor, AccountAction.Manage);
        var account = await register.Show(here.Actor, id, cancellation);
        var title = new Text($"{account.DisplayName}: {step.Title.Dutch}", $"{account.DisplayName}: {step.Title.English}");
        return Screen.Show<ConfirmPage, ConfirmModel>(title, new ConfirmModel(title, step.Question, $"{Root}/{id}/{step.Name}", step.Button, $"{Root}/{id}", form));
    }

    private Task<IResult> Take(HttpContext http, AccountStep step, Guid id, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async _ =>
        {
            if (await step.Take(register, here.Actor, id, cancellation) is { } password)
                OnceShown.Keep(http, here.Actor, $"{Root}/{id}", password);
            return Screen.Go(http, $"{Root}/{id}", step.Done);
        },
        form => Ask(step, id, form, cancellation));

    // A department with no role beside it would otherwise be taken as the first role
    private static void CheckRoles(FormData form)
    {
        var check = new InputCheck();
        for (var i = 0; i < form.Rows("/rollen", empty: 0); i++)
        {
            var row = string.Create(CultureInfo.InvariantCulture, $"/rollen/{i}");
            check.That(
                form[row + "/rol"].Length > 0 || form[row + "/afdeling"].Length == 0, row + "/rol",
                "Kies de rol die voor deze afdeling geldt.", "Choose the role that holds for this department.");
        }

        check.Done();
    }
}
