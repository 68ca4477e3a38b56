using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>What somebody may do with the own account, whatever the roles.</summary>
/// <param name="context">The register.</param>
/// <param name="hasher">Hashes passwords.</param>
/// <param name="sessions">Sessions.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="settings">How often one may fail.</param>
/// <param name="clock">The time.</param>
public sealed class OwnAccount(
    RegisterContext context, IPasswordHasher<Account> hasher, Sessions sessions, AuditTrail trail, SignInSettings settings, TimeProvider clock)
{
    /// <summary>Shows the own account.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The actor is no account.</exception>
    public async Task<AccountView> Show(Actor actor, CancellationToken cancellation)
    {
        var account = await Find(actor, cancellation);
        return AccountView.Of(
            account,
            await context.RoleGrants.AsNoTracking().Where(g => g.AccountId == account.Id).ToListAsync(cancellation),
            await context.UserLogins.AsNoTracking().Where(l => l.UserId == account.Id).Select(l => l.LoginProvider).FirstOrDefaultAsync(cancellation),
            await CodeBook.Read(context, cancellation),
            clock.GetUtcNow());
    }

    /// <summary>When the sessions began that still hold, oldest first.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">A token has no account.</exception>
    public async Task<IReadOnlyList<DateTimeOffset>> SessionsBegun(Actor actor, CancellationToken cancellation) =>
        await sessions.Begun((await Find(actor, cancellation)).Id, cancellation);

    /// <summary>Changes the own password. All other sessions end.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="sessionKey">The session that stays; null = none stays.</param>
    /// <param name="old">The password as it is.</param>
    /// <param name="wanted">The new one.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The actor is no account.</exception>
    /// <exception cref="InvalidInputException">The old one is wrong, or the new one is not good.</exception>
    /// <exception cref="AgainstRuleException">The account has no password, or is locked after failures.</exception>
    public async Task ChangePassword(Actor actor, string? sessionKey, string old, string wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(old);
        var check = new InputCheck();
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Find(actor, stop);
                if (account.PasswordHash is not { } hash)
                    throw new AgainstRuleException(new Text("Dit account heeft geen wachtwoord.", "This account has no password."));
                FailureCount.RefuseLocked(account, clock.GetUtcNow());
                Passwords.Gather(check, wanted, "/nieuw", account.UserName, account.DisplayName);
                // Behind a session that was left open one must not guess on either
                if (old.Length > Passwords.Longest || hasher.VerifyHashedPassword(account, hash, old) == PasswordVerificationResult.Failed)
                {
                    check.That(false, "/oud", "Dit is niet het wachtwoord van nu.", "This is not the password as it is.");
                    FailureCount.Count(account, settings, clock.GetUtcNow());
                    return Said("account.wachtwoord-wijzigen", account, AuditResult.Refused);
                }

                check.That(old != wanted, "/nieuw", "Dit is het wachtwoord van nu; neem een ander.", "This is the password as it is; take another.");
                if (check.Faults.Count > 0)
                    return Said("account.wachtwoord-wijzigen", account, AuditResult.Refused);
                account.PasswordHash = hasher.HashPassword(account, wanted);
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                account.AccessFailedCount = 0;
                await sessions.EndAll(account.Id, sessionKey, stop);
                return Said("account.wachtwoord-wijzigen", account, AuditResult.Done);
            },
            cancellation);
        check.Done();
    }

    /// <summary>Chooses the language in which the own account is spoken to.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="language">"nl" or "en".</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The actor is no account.</exception>
    /// <exception cref="InvalidInputException">There is no such language.</exception>
    public async Task ChooseLanguage(Actor actor, string language, CancellationToken cancellation)
    {
        var check = new InputCheck();
        check.That(language is "nl" or "en", "/taal", "De taal is nl of en.", "The language is nl or en.");
        check.Done();
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Find(actor, stop);
                var changes = Changes.Between(Changes.Picture(new { taal = account.Language }), Changes.Picture(new { taal = language }));
                account.Language = language;
                return new Happening("account.taal-kiezen", AccountRegister.TargetOf(account.Id), changes.Before, changes.After);
            },
            cancellation);
    }

    /// <summary>All that the register keeps of the person behind the own account (AVG article 15).</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The actor is no account.</exception>
    public async Task<PersonalData> Data(Actor actor, CancellationToken cancellation)
    {
        var account = await Find(actor, cancellation);
        var name = AccountRegister.TargetOf(account.Id);
        return new PersonalData
        {
            Account = await Show(actor, cancellation),
            SingleSignOn = await context.UserLogins.Where(l => l.UserId == account.Id)
                .Select(l => new KnownIdentity(l.LoginProvider, l.ProviderKey)).ToListAsync(cancellation),
            Passkeys = [.. (await context.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == account.Id).ToListAsync(cancellation))
                .Select(p => new KnownPasskey(Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt))],
            Sessions = await sessions.Begun(account.Id, cancellation),
            Proposed = await context.Initiatives.Where(i => i.ProposerId == account.Id).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            Leads = await context.Initiatives.Where(i => i.LeadId == account.Id).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            Remarks = await context.Remarks.Where(r => r.AuthorId == account.Id).OrderBy(r => r.At).Select(r => r.Text).ToListAsync(cancellation),
            Views = await context.ListViews.Where(v => v.AccountId == account.Id).OrderBy(v => v.Name)
                .Select(v => new KnownView(v.Name, v.Query)).ToListAsync(cancellation),
            Trail = await context.AuditEntries.AsNoTracking().Where(e => e.Actor == name || e.Target == name).OrderBy(e => e.Number)
                .Select(e => new KnownAction(e.At, e.Action, e.Target, e.Origin)).ToListAsync(cancellation),
        };
    }

    internal static NotThereException NoAccount() => new(new Text(
        "Dit is er alleen voor accounts, niet voor tokens van andere systemen.", "This is for accounts only, not for tokens of other systems."));

    private async Task<Account> Find(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await context.Users.FirstOrDefaultAsync(a => a.Id == actor.Id && !a.IsClosed, cancellation) ?? throw NoAccount();
    }

    private static Happening Said(string action, Account account, AuditResult result) =>
        new(action, AccountRegister.TargetOf(account.Id), Result: result);
}

/// <summary>What the register keeps of a person.</summary>
public sealed record PersonalData
{
    /// <summary>The account.</summary>
    [JsonPropertyName("account")]
    public required AccountView Account { get; init; }

    /// <summary>As whom the identity provider knows it.</summary>
    [JsonPropertyName("eenmaligeAanmelding")]
    public required IReadOnlyList<KnownIdentity> SingleSignOn { get; init; }

    /// <summary>Passkeys, without the keys.</summary>
    [JsonPropertyName("toegangssleutels")]
    public required IReadOnlyList<KnownPasskey> Passkeys { get; init; }

    /// <summary>When sessions that still hold began.</summary>
    [JsonPropertyName("sessies")]
    public required IReadOnlyList<DateTimeOffset> Sessions { get; init; }

    /// <summary>Numbers of the initiatives that it proposed.</summary>
    [JsonPropertyName("ingediend")]
    public required IReadOnlyList<string> Proposed { get; init; }

    /// <summary>Numbers of the initiatives that it leads.</summary>
    [JsonPropertyName("opdrachtnemerVan")]
    public required IReadOnlyList<string> Leads { get; init; }

    /// <summary>What it said about initiatives.</summary>
    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Views of the list of initiatives that it keeps.</summary>
    [JsonPropertyName("weergaven")]
    public required IReadOnlyList<KnownView> Views { get; init; }

    /// <summary>Lines of the audit trail that it wrote, or that are about it.</summary>
    [JsonPropertyName("auditspoor")]
    public required IReadOnlyList<KnownAction> Trail { get; init; }
}

/// <summary>A view of the list of initiatives.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Query">What is asked of the list.</param>
public sealed record KnownView([property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("vraag")] string Query);

/// <summary>As whom an identity provider knows somebody.</summary>
/// <param name="Issuer">The identity provider.</param>
/// <param name="Subject">Its name for the person.</param>
public sealed record KnownIdentity([property: JsonPropertyName("aanbieder")] string Issuer, [property: JsonPropertyName("kenmerk")] string Subject);

/// <summary>A passkey, without the key.</summary>
/// <param name="Id">Its id, in hexadecimals.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="MadeAt">When it was added.</param>
public sealed record KnownPasskey(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("gemaaktOp")] DateTimeOffset MadeAt);

/// <summary>A line of the audit trail about somebody.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What was done.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Origin">From where.</param>
public sealed record KnownAction(
    [property: JsonPropertyName("moment")] DateTimeOffset At,
    [property: JsonPropertyName("actie")] string Action,
    [property: JsonPropertyName("doel")] string Target,
    [property: JsonPropertyName("vanaf")] string? Origin);
