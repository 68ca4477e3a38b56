using System.Security.Cryptography;
using System.Text;
using Koers.App.Audit;
using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Somebody of whom the identity provider said who it is and what: makes the account at the first time, and lays its roles beside what the
/// provider says now.</summary>
/// <param name="context">The register.</param>
/// <param name="accounts">Identity.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="settings">What the claims mean.</param>
/// <param name="clock">The time.</param>
public sealed class SingleSignOn(
    RegisterContext context, UserManager<Account> accounts, AuditTrail trail, SignInSettings settings, TimeProvider clock)
{
    private const int LongestName = 80;

    /// <summary>Finds or makes the account. Never an account that was there for a password: a name at the provider proves nothing about a name
    /// here.</summary>
    /// <param name="person">What the provider says.</param>
    /// <param name="origin">From which address.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The account, with the roles that the claims give; null where it is closed.</returns>
    public async Task<Guid?> Arrive(ProvenPerson person, string? origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var codes = await CodeBook.Read(context, cancellation);
        var grants = GrantsOf(person, codes);
        var login = await context.UserLogins.AsNoTracking()
            .FirstOrDefaultAsync(l => l.LoginProvider == person.Issuer && l.ProviderKey == person.Subject, cancellation);
        if (login is null)
            return await Make(person, grants, codes, origin, cancellation);
        var account = await context.Users.AsNoTracking().FirstAsync(a => a.Id == login.UserId, cancellation);
        if (account.IsClosed)
            return null;
        if (account.DisplayName != ShownName(person) || !grants.SetEquals(await GrantsNow(account.Id, cancellation)))
            await Update(account.Id, person, grants, codes, origin, cancellation);
        return account.Id;
    }

    private async Task<Guid?> Make(ProvenPerson person, HashSet<Grant> grants, CodeBook codes, string? origin, CancellationToken cancellation)
    {
        var account = new Account { Id = Guid.CreateVersion7(), DisplayName = ShownName(person), MadeAt = clock.GetUtcNow() };
        await trail.Save(
            Provider(origin),
            async stop =>
            {
                account.UserName = await FreeName(person, stop);
                Done(await accounts.CreateAsync(account));
                Done(await accounts.AddLoginAsync(account, new UserLoginInfo(person.Issuer, person.Subject, null)));
                context.RoleGrants.AddRange(Written(account.Id, grants));
                return Said("account.maken", account.Id, null, grants, codes);
            },
            cancellation);
        return account.Id;
    }

    private Task Update(Guid id, ProvenPerson person, HashSet<Grant> grants, CodeBook codes, string? origin, CancellationToken cancellation) => trail.Save(
        Provider(origin),
        async stop =>
        {
            var account = await context.Users.FirstAsync(a => a.Id == id, stop);
            account.DisplayName = ShownName(person);
            var there = await context.RoleGrants.Where(g => g.AccountId == id).ToListAsync(stop);
            var before = there.Select(g => new Grant(g.Role, g.DepartmentId)).ToHashSet();
            context.RoleGrants.RemoveRange(there.Where(g => !grants.Contains(new Grant(g.Role, g.DepartmentId))));
            context.RoleGrants.AddRange(Written(id, grants.Except(before)));
            return Said("account.wijzigen", id, before, grants, codes);
        },
        cancellation);

    private HashSet<Grant> GrantsOf(ProvenPerson person, CodeBook codes)
    {
        var grants = new HashSet<Grant>();
        foreach (var mapped in settings.SingleSignOn?.Roles ?? [])
            if (person.RoleValues.Contains(mapped.Value, StringComparer.Ordinal))
            {
                // A department that is not there gives nothing, rather than the whole organisation
                if (mapped.Department is null)
                    grants.Add(new Grant(mapped.Role));
                else if (codes.Departments.Id(mapped.Department) is { } department)
                    grants.Add(new Grant(mapped.Role, department));
            }

        return grants;
    }

    private async Task<List<Grant>> GrantsNow(Guid id, CancellationToken cancellation) =>
        await context.RoleGrants.AsNoTracking().Where(g => g.AccountId == id).Select(g => new Grant(g.Role, g.DepartmentId)).ToListAsync(cancellation);

    private static IEnumerable<RoleGrant> Written(Guid id, IEnumerable<Grant> grants) => grants.Select(grant => new RoleGrant
    {
        Id = Guid.CreateVersion7(),
        AccountId = id,
        Role = grant.Role,
        DepartmentId = grant.DepartmentId,
    });

    private async Task<string> FreeName(ProvenPerson person, CancellationToken cancellation)
    {
        var wanted = string.Concat((person.Name ?? "").Where(AccountInput.NameCharacters.Contains).Take(LongestName));
        var normal = accounts.NormalizeName(wanted);
        if (wanted.Length > 0 && !await context.Users.AnyAsync(a => a.NormalizedUserName == normal, cancellation))
            return wanted;
        var unique = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Issuer}\n{person.Subject}")));
        return $"{(wanted.Length > 0 ? wanted : "sso")}-{unique[..12]}";
    }

    private static string ShownName(ProvenPerson person)
    {
        var shown = string.Concat((person.DisplayName ?? person.Name ?? "").Where(c => !char.IsControl(c)).Take(AccountChange.LongestName)).Trim();
        return shown.Length > 0 ? shown : "account van eenmalige aanmelding";
    }

    private static Happening Said(string action, Guid id, IReadOnlySet<Grant>? before, IReadOnlySet<Grant> after, CodeBook codes)
    {
        var changes = Changes.Between(before is null ? null : Trace(before, codes), Trace(after, codes));
        return new Happening(action, AccountRegister.TargetOf(id), changes.Before, changes.After);
    }

    private static System.Text.Json.Nodes.JsonObject Trace(IReadOnlySet<Grant> grants, CodeBook codes) => Changes.Picture(new
    {
        rollen = AccountView.RolesOf(Written(Guid.Empty, grants), codes),
    });

    private static void Done(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("The account of single sign-on was not made: " + string.Join(", ", result.Errors.Select(e => e.Code)));
    }

    private static Actor Provider(string? origin) => new(null, "eenmalige-aanmelding", [], origin);
}

/// <summary>What an identity provider says of somebody, after its word was checked.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Its name for the person, which never changes.</param>
/// <param name="Name">The name with which the person signs in there.</param>
/// <param name="DisplayName">How people call the person.</param>
/// <param name="RoleValues">Values of the role claim.</param>
public sealed record ProvenPerson(string Issuer, string Subject, string? Name, string? DisplayName, IReadOnlyList<string> RoleValues);
