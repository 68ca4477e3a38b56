using Koers.App.Organisation;
using Koers.App.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

// What ends: an account, what it signs in with, and who it was
public sealed partial class AccountRegister
{
    /// <summary>Closes an account: its sessions end at once. What it did stays.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    /// <exception cref="AgainstRuleException">It is the last administrator.</exception>
    public async Task<AccountView> Close(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.Manage);
        return await Changed(
            actor,
            id,
            "account.sluiten",
            await CodeBook.Read(context, cancellation),
            async (account, _, stop) =>
            {
                await DemandOtherAdministrator(id, stop);
                account.IsClosed = true;
                await sessions.EndAll(id, but: null, stop);
            },
            cancellation);
    }

    /// <summary>Opens an account that was closed.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    /// <exception cref="AgainstRuleException">It was anonymised.</exception>
    public async Task<AccountView> Reopen(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.Manage);
        return await Changed(
            actor,
            id,
            "account.openen",
            await CodeBook.Read(context, cancellation),
            (account, _, _) =>
            {
                if (account.UserName == AnonymousName(id))
                    throw new AgainstRuleException(new Text(
                        "Dit account is geanonimiseerd; maak een nieuw account.", "This account was anonymised; make a new one."));
                account.IsClosed = false;
                return Task.CompletedTask;
            },
            cancellation);
    }

    /// <summary>Gives an account a new password by chance, takes its second step and passkeys off, and ends its sessions and its lock: for who forgot
    /// or lost them.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    /// <exception cref="AgainstRuleException">It signs in by single sign-on.</exception>
    public async Task<AccountWithPassword> ResetPassword(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.Manage);
        var password = Passwords.Generate();
        var view = await Changed(
            actor,
            id,
            "account.wachtwoord-herstellen",
            await CodeBook.Read(context, cancellation),
            async (account, before, stop) =>
            {
                if (before.Origin != AccountView.Local)
                    throw new AgainstRuleException(new Text(
                        "Dit account meldt zich aan met de eenmalige aanmelding en heeft geen wachtwoord.",
                        "This account signs in by single sign-on and has no password."));
                account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
                (account.AccessFailedCount, account.LockoutEnd) = (0, null);
                await second.TakeOff(account, stop);
                await RemovePasskeys(id, stop);
                await sessions.EndAll(id, but: null, stop);
            },
            cancellation);
        return new AccountWithPassword(view, password);
    }

    /// <summary>Takes away all that says who had an account. The account stays, closed and without a name, so that what it did stays whole.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    /// <exception cref="AgainstRuleException">It is not closed.</exception>
    public async Task<AccountView> Anonymise(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.Manage);
        return await Changed(
            actor,
            id,
            "account.anonimiseren",
            await CodeBook.Read(context, cancellation),
            async (account, before, stop) =>
            {
                if (!before.IsClosed)
                    throw new AgainstRuleException(new Text("Sluit het account eerst.", "Close the account first."));
                account.UserName = AnonymousName(id);
                account.DisplayName = $"voormalig account {id.ToString("N")[^4..]}";
                (account.Email, account.NormalizedEmail, account.PhoneNumber, account.PasswordHash, account.DepartmentId) = (null, null, null, null, null);
                account.TwoFactorEnabled = false;
                await context.RemoveTokens(id, kind: null, stop);
                await RemovePasskeys(id, stop);
                context.UserLogins.RemoveRange(await context.UserLogins.Where(l => l.UserId == id).ToListAsync(stop));
                context.UserClaims.RemoveRange(await context.UserClaims.Where(c => c.UserId == id).ToListAsync(stop));
                context.RoleGrants.RemoveRange(await context.RoleGrants.Where(g => g.AccountId == id).ToListAsync(stop));
                context.ListViews.RemoveRange(await context.ListViews.Where(v => v.AccountId == id).ToListAsync(stop));
            },
            cancellation);
    }

    private async Task RemovePasskeys(Guid id, CancellationToken cancellation)
    {
        var passkeys = context.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(p => p.UserId == id).ToListAsync(cancellation));
    }

    private static string AnonymousName(Guid id) => $"anoniem-{id:N}";
}
