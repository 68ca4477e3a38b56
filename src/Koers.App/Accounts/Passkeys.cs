using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Passkeys of the own account. What browser and key say to each other is checked before it comes here.</summary>
/// <param name="context">The register.</param>
/// <param name="accounts">Identity.</param>
/// <param name="trail">The audit trail.</param>
public sealed class Passkeys(RegisterContext context, UserManager<Account> accounts, AuditTrail trail)
{
    private const int MostOfOne = 20;

    /// <summary>The own passkeys.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<KnownPasskey>> Own(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await context.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == actor.Id).ToListAsync(cancellation);
        return [.. found.OrderBy(p => p.Data.CreatedAt).Select(p => new KnownPasskey(Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt))];
    }

    /// <summary>Adds a passkey that was checked.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="passkey">The passkey.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">The name is missing or too long, or there are too many.</exception>
    public async Task Add(Actor actor, UserPasskeyInfo passkey, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        var check = new InputCheck();
        check.Line(name, "/naam", AccountChange.LongestName);
        check.That(
            (await Own(actor, cancellation)).Count < MostOfOne, "/naam", $"Er zijn er ten hoogste {MostOfOne}.", $"There are at most {MostOfOne}.");
        check.Done();
        passkey.Name = name;
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await context.Users.FirstOrDefaultAsync(a => a.Id == actor.Id && !a.IsClosed, stop) ?? throw OwnAccount.NoAccount();
                Done(await accounts.AddOrUpdatePasskeyAsync(account, passkey));
                return new Happening("account.toegangssleutel-toevoegen", AccountRegister.TargetOf(account.Id));
            },
            cancellation);
    }

    /// <summary>Keeps how often a passkey was used: a copy of it then shows.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="passkey">As it says to be now.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task KeepCount(Guid accountId, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        if (await context.Users.FirstOrDefaultAsync(a => a.Id == accountId && !a.IsClosed, cancellation) is { } account)
            Done(await accounts.AddOrUpdatePasskeyAsync(account, passkey));
    }

    /// <summary>Removes a passkey of the own account.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="id">Its id, in hexadecimals.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there.</exception>
    public Task Remove(Actor actor, string id, CancellationToken cancellation) => trail.Save(
        actor,
        async stop =>
        {
            var all = await context.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == actor.Id).ToListAsync(stop);
            var one = all.FirstOrDefault(p => string.Equals(Convert.ToHexStringLower(p.CredentialId), id, StringComparison.OrdinalIgnoreCase))
                ?? throw new NotThereException(new Text("Er is geen toegangssleutel met dit id.", "There is no passkey with this id."));
            context.Remove(one);
            return new Happening("account.toegangssleutel-verwijderen", AccountRegister.TargetOf(actor.Id!.Value));
        },
        cancellation);

    private static void Done(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new AgainstRuleException(new Text(
                "De toegangssleutel is niet bewaard; probeer het opnieuw.", "The passkey was not kept; try again."));
    }
}
