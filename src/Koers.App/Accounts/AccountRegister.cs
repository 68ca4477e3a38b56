using Koers.App.Audit;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Accounts and their roles, as administrators look after them.</summary>
/// <param name="context">The register.</param>
/// <param name="accounts">Identity: names, hashes and stamps.</param>
/// <param name="sessions">Sessions.</param>
/// <param name="second">The second step.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed partial class AccountRegister(
    RegisterContext context, UserManager<Account> accounts, Sessions sessions, SecondStep second, AuditTrail trail, TimeProvider clock)
{
    private const int LongestSearch = 100;

    /// <summary>Finds people, in order of name.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="search">Part of a name, or of a name to sign in with for who may see accounts; null = all.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<AccountLine>> Find(Actor actor, string? search, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        AccountRights.Demand(actor, AccountAction.Browse);
        var check = new InputCheck();
        page.Gather(check);
        check.Length(search, "/zoek", LongestSearch);
        check.Done();
        var found = context.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = SearchPattern.Anywhere(search.Trim());
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database lowers the letters, not this machine
            // A name to sign in with is known to who sees accounts, and to nobody else
            var isAll = AccountRights.May(actor, AccountAction.See);
            found = found.Where(a => EF.Functions.Like(a.DisplayName.ToLower(), pattern, SearchPattern.Escape)
                || (isAll && a.UserName != null && EF.Functions.Like(a.UserName.ToLower(), pattern, SearchPattern.Escape)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var total = await found.CountAsync(cancellation);
        var items = await found.OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Skip(page.Skip).Take(page.Size)
            .Select(a => new AccountLine(
                a.Id, a.DisplayName, context.Departments.Where(d => d.Id == a.DepartmentId).Select(d => d.Code).FirstOrDefault(), a.IsClosed))
            .ToListAsync(cancellation);
        return new Page<AccountLine>(items, page.Number, page.Size, total);
    }

    /// <summary>Shows one account.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    public async Task<AccountView> Show(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.See);
        return await View(await Find(id, cancellation), await CodeBook.Read(context, cancellation), cancellation);
    }

    /// <summary>The id of the account with a name; null where there is none.</summary>
    /// <param name="name">The name with which it signs in.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Guid?> IdOf(string name, CancellationToken cancellation)
    {
        var normal = accounts.NormalizeName(name);
        var found = await context.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normal, cancellation);
        return found?.Id;
    }

    /// <summary>Makes an account.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="input">What it is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The account, with its password where that was made by chance.</returns>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<AccountWithPassword> Make(Actor actor, AccountInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        AccountRights.Demand(actor, AccountAction.Manage);
        var codes = await CodeBook.Read(context, cancellation);
        var check = new InputCheck();
        input.GatherNew(codes, check);
        check.That(
            await IdOf(input.Name, cancellation) is null, "/naam", "Er is al een account met deze naam.", "There is an account with this name already.");
        check.Done();
        var made = input.Password is null ? Passwords.Generate() : null;
        var account = new Account { Id = Guid.CreateVersion7(), UserName = input.Name, MadeAt = clock.GetUtcNow() };
        Write(account, input, codes);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, input.Password ?? made!);
        AccountView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                // Identity looks once more, now that nobody else can write
                Done(await accounts.CreateAsync(account));
                var grants = GrantsOf(account.Id, input, codes).ToArray();
                context.RoleGrants.AddRange(grants);
                view = AccountView.Of(account, grants, null, codes, clock.GetUtcNow());
                return Said("account.maken", null, view);
            },
            cancellation);
        return new AccountWithPassword(view!, made);
    }

    /// <summary>Changes an account and its roles. Whoever has a session notices at the next request.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">All of what it should be.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="AgainstRuleException">It is the last administrator, or its roles come from single sign-on.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<AccountView> Change(Actor actor, Guid id, int version, AccountChange input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        AccountRights.Demand(actor, AccountAction.Manage);
        var codes = await CodeBook.Read(context, cancellation);
        var check = new InputCheck();
        input.Gather(codes, check);
        check.Done();
        return await Changed(
            actor,
            id,
            "account.wijzigen",
            codes,
            async (account, before, stop) =>
            {
                if (before.Version != version)
                    throw new ChangedMeanwhileException(TargetOf(id), before.Version);
                var grants = await context.RoleGrants.Where(g => g.AccountId == id).ToListAsync(stop);
                var wanted = GrantsOf(id, input, codes).ToArray();
                var isSame = wanted.Select(g => (g.Role, g.DepartmentId)).ToHashSet().SetEquals(grants.Select(g => (g.Role, g.DepartmentId)));
                if (!isSame && before.Origin != AccountView.Local)
                    throw new AgainstRuleException(new Text(
                        "De rollen van dit account komen van de eenmalige aanmelding; wijzig ze daar.",
                        "The roles of this account come from single sign-on; change them there."));
                if (!isSame && !wanted.Any(g => g.Role == Role.Administrator))
                    await DemandOtherAdministrator(id, stop);
                Write(account, input, codes);
                if (!isSame)
                {
                    context.RoleGrants.RemoveRange(grants);
                    context.RoleGrants.AddRange(wanted);
                }
            },
            cancellation);
    }

    /// <summary>How the audit trail writes an account.</summary>
    /// <param name="id">Its id.</param>
    public static string TargetOf(Guid id) => $"account/{id}";

    private async Task<AccountView> Changed(
        Actor actor, Guid id, string action, CodeBook codes, Func<Account, AccountView, CancellationToken, Task> change, CancellationToken cancellation)
    {
        AccountView? after = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Find(id, stop);
                var before = await View(account, codes, stop);
                await change(account, before, stop);
                // Names are normalised and the stamp is new: a sign-in that is half-way does not go on
                await accounts.UpdateNormalizedUserNameAsync(account);
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                await context.SaveChangesAsync(stop);
                after = await View(account, codes, stop);
                return Said(action, before, after);
            },
            cancellation);
        return after!;
    }

    private async Task<Account> Find(Guid id, CancellationToken cancellation) =>
        await context.Users.FirstOrDefaultAsync(a => a.Id == id, cancellation)
        ?? throw new NotThereException(new Text($"Er is geen account {id}.", $"There is no account {id}."));

    private async Task<AccountView> View(Account account, CodeBook codes, CancellationToken cancellation) => AccountView.Of(
        account,
        await context.RoleGrants.AsNoTracking().Where(g => g.AccountId == account.Id).ToListAsync(cancellation),
        await context.UserLogins.AsNoTracking().Where(l => l.UserId == account.Id).Select(l => l.LoginProvider).FirstOrDefaultAsync(cancellation),
        codes,
        clock.GetUtcNow());

    // Closing or changing anybody else needs nothing; without this nobody could ever give a role again
    private async Task DemandOtherAdministrator(Guid id, CancellationToken cancellation)
    {
        var administrators = await context.RoleGrants.Where(g => g.Role == Role.Administrator && g.DepartmentId == null)
            .Join(context.Users.Where(a => !a.IsClosed), g => g.AccountId, a => a.Id, (g, a) => a.Id).ToListAsync(cancellation);
        if (administrators.Contains(id) && administrators.All(other => other == id))
            throw new AgainstRuleException(new Text(
                "Dit is de laatste beheerder; geef eerst een ander die rol.", "This is the last administrator; give somebody else that role first."));
    }

    private static void Write(Account account, AccountChange input, CodeBook codes) =>
        (account.DisplayName, account.DepartmentId, account.Language) = (input.DisplayName, codes.Departments.Id(input.Department), input.Language);

    private static IEnumerable<RoleGrant> GrantsOf(Guid id, AccountChange input, CodeBook codes) => input.Roles.Select(given => new RoleGrant
    {
        Id = Guid.CreateVersion7(),
        AccountId = id,
        Role = given.Role,
        DepartmentId = codes.Departments.Id(given.Department),
    });

    private static Happening Said(string action, AccountView? before, AccountView after)
    {
        var changes = Changes.Between(before is null ? null : Changes.Picture(AccountView.Trace(before)), Changes.Picture(AccountView.Trace(after)));
        return new Happening(action, TargetOf(after.Id), changes.Before, changes.After);
    }

    private static void Done(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidInputException([.. result.Errors.Select(error => new InputFault("/naam", new Text(
                $"Deze naam kan niet of is al in gebruik ({error.Code}).", $"This name is not possible or in use ({error.Code}).")))]);
    }
}
