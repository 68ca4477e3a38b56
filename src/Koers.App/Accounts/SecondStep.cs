using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>The second step after the password: codes of an app, and recovery codes for when the telephone is lost.</summary>
/// <param name="context">The register.</param>
/// <param name="sessions">Sessions.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="settings">How often one may fail.</param>
/// <param name="clock">The time.</param>
public sealed class SecondStep(RegisterContext context, Sessions sessions, AuditTrail trail, SignInSettings settings, TimeProvider clock)
{
    private const string Kind = "tweede-stap";
    private const string Secret = "geheim";
    private const string Proposed = "voorstel";
    private const string LastStep = "laatste";
    private const string Codes = "herstelcodes";
    private const string TurningOn = "account.tweede-stap-aanzetten";
    private const string TurningOff = "account.tweede-stap-uitzetten";
    private const int RecoveryCodes = 10;

    /// <summary>Proposes a secret for the app. Nothing changes until a code of it is confirmed.</summary>
    /// <param name="actor">Whose account.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="AgainstRuleException">There is a second step already.</exception>
    public async Task<SecondStepProposal> Propose(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var secret = RandomNumberGenerator.GetBytes(TimeCode.SecretBytes);
        var name = "";
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Own(actor, stop);
                if (account.TwoFactorEnabled)
                    throw new AgainstRuleException(new Text(
                        "Dit account heeft al een tweede stap; zet die eerst uit.", "This account has a second step already; turn it off first."));
                name = account.UserName!;
                await context.SetToken(account.Id, Kind, Proposed, Convert.ToBase64String(secret), stop);
                return new Happening("account.tweede-stap-voorstellen", AccountRegister.TargetOf(account.Id));
            },
            cancellation);
        return new SecondStepProposal(TimeCode.Written(secret), TimeCode.Address(name, secret));
    }

    /// <summary>Turns the second step on, when the app shows the right code. All other sessions end: they began without it.</summary>
    /// <param name="actor">Whose account.</param>
    /// <param name="sessionKey">The session that stays; null = none stays.</param>
    /// <param name="code">The code that the app shows.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Recovery codes, shown this once; each works once.</returns>
    /// <exception cref="InvalidInputException">The code is not good; that is counted.</exception>
    /// <exception cref="AgainstRuleException">The account is locked after failures.</exception>
    public async Task<IReadOnlyList<string>> Confirm(Actor actor, string? sessionKey, string code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var made = Enumerable.Range(0, RecoveryCodes).Select(_ => Passwords.Generate()[..11]).ToArray();
        var check = new InputCheck();
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Own(actor, stop);
                FailureCount.RefuseLocked(account, clock.GetUtcNow());
                var proposed = await context.Token(account.Id, Kind, Proposed, stop);
                var step = proposed is null ? null : TimeCode.StepOf(Convert.FromBase64String(proposed), code, clock.GetUtcNow(), after: 0);
                if (!check.That(
                    step is not null, "/code", "Deze code klopt niet; neem de code die de app nu toont.", "This code is not right; take the one that the app shows now."))
                    return Failed(account, TurningOn);
                (account.TwoFactorEnabled, account.AccessFailedCount) = (true, 0);
                await context.RemoveTokens(account.Id, Kind, stop);
                await context.SaveChangesAsync(stop);
                await context.SetToken(account.Id, Kind, Secret, proposed, stop);
                await context.SetToken(account.Id, Kind, LastStep, Written(step!.Value), stop);
                await context.SetToken(account.Id, Kind, Codes, string.Join(';', made.Select(HashOf)), stop);
                await sessions.EndAll(account.Id, sessionKey, stop);
                return new Happening(TurningOn, AccountRegister.TargetOf(account.Id));
            },
            cancellation);
        check.Done();
        return made;
    }

    /// <summary>Turns the second step off. All other sessions end. A wrong code counts as it does when signing in: behind a session that was left
    /// open one must not guess on.</summary>
    /// <param name="actor">Whose account.</param>
    /// <param name="sessionKey">The session that stays; null = none stays.</param>
    /// <param name="code">A code of the app, or a recovery code.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">The code is not good; that is counted.</exception>
    /// <exception cref="AgainstRuleException">The account is locked after failures.</exception>
    public async Task Remove(Actor actor, string? sessionKey, string code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var check = new InputCheck();
        await trail.Save(
            actor,
            async stop =>
            {
                var account = await Own(actor, stop);
                FailureCount.RefuseLocked(account, clock.GetUtcNow());
                if (!check.That(await Accepts(account.Id, code, stop), "/code", "Deze code klopt niet.", "This code is not right."))
                    return Failed(account, TurningOff);
                account.AccessFailedCount = 0;
                await TakeOff(account, stop);
                await sessions.EndAll(account.Id, sessionKey, stop);
                return new Happening(TurningOff, AccountRegister.TargetOf(account.Id));
            },
            cancellation);
        check.Done();
    }

    private Happening Failed(Account account, string action)
    {
        FailureCount.Count(account, settings, clock.GetUtcNow());
        return new Happening(action, AccountRegister.TargetOf(account.Id), Result: AuditResult.Refused);
    }

    /// <summary>Takes the second step off in the context; the caller saves.</summary>
    internal async Task TakeOff(Account account, CancellationToken cancellation)
    {
        account.TwoFactorEnabled = false;
        await context.RemoveTokens(account.Id, Kind, cancellation);
    }

    /// <summary>Whether a code of the app or a recovery code is good; it is used up in the context, and the caller saves.</summary>
    internal async Task<bool> Accepts(Guid accountId, string code, CancellationToken cancellation)
    {
        if (await context.Token(accountId, Kind, Secret, cancellation) is not { } secret)
            return false;
        var after = long.Parse(await context.Token(accountId, Kind, LastStep, cancellation) ?? "0", CultureInfo.InvariantCulture);
        if (TimeCode.StepOf(Convert.FromBase64String(secret), code, clock.GetUtcNow(), after) is { } step)
        {
            await context.SetToken(accountId, Kind, LastStep, Written(step), cancellation);
            return true;
        }

        var left = (await context.Token(accountId, Kind, Codes, cancellation) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(HashOf(code.Trim())))
            return false;
        await context.SetToken(accountId, Kind, Codes, string.Join(';', left), cancellation);
        return true;
    }

    private async Task<Account> Own(Actor actor, CancellationToken cancellation) =>
        await context.Users.FirstOrDefaultAsync(a => a.Id == actor.Id && !a.IsClosed, cancellation) ?? throw OwnAccount.NoAccount();

    private static string Written(long step) => step.ToString(CultureInfo.InvariantCulture);

    // Recovery codes are made by chance, 54 bits: guessing is stopped by the lock, and a plain hash keeps them from who reads the database
    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>What an app needs to show codes; shown once.</summary>
/// <param name="Secret">To type over.</param>
/// <param name="Address">To show as a square code.</param>
public sealed record SecondStepProposal(
    [property: JsonPropertyName("geheim")] string Secret, [property: JsonPropertyName("adres")] string Address);
