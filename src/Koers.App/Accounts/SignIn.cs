using Koers.App.Audit;
using Koers.App.Operation;
using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Signing in: password, second step, passkey, and the end of a session. An account that is not there, closed or locked answers as one
/// with a wrong password does, after the same work.</summary>
/// <param name="context">The register.</param>
/// <param name="hasher">Hashes passwords.</param>
/// <param name="names">Writes names as the register keeps them.</param>
/// <param name="sessions">Sessions.</param>
/// <param name="second">The second step.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="settings">How often one may fail.</param>
/// <param name="clock">The time.</param>
public sealed class SignIn(
    RegisterContext context,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer names,
    Sessions sessions,
    SecondStep second,
    AuditTrail trail,
    SignInSettings settings,
    TimeProvider clock)
{
    private const string Action = "account.aanmelden";

    // Of a password that nobody has: so that an unknown name takes as long as a known one
    private static string? _nobody;

    /// <summary>Signs in with a name and a password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="origin">From which address.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SignInOutcome> ByPassword(string name, string password, string? origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(password);
        var normal = names.NormalizeName(name);
        var account = await context.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == normal, cancellation);
        _nobody ??= hasher.HashPassword(new Account(), Passwords.Generate());
        // Whatever is wrong, the password is checked: the time tells nothing
        var hash = account?.PasswordHash ?? _nobody;
        var isRight = hasher.VerifyHashedPassword(account ?? new Account(), hash, password[..Math.Min(password.Length, Passwords.Longest + 1)])
            != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        return await Decide(account?.Id, origin, (found, _) => Task.FromResult(isRight && found.PasswordHash == hash), isWhole: false, cancellation);
    }

    /// <summary>Signs in with the second step, after the password.</summary>
    /// <param name="accountId">Whose password was right just before.</param>
    /// <param name="stamp">What that account looked like then.</param>
    /// <param name="code">A code of the app, or a recovery code.</param>
    /// <param name="origin">From which address.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<SignInOutcome> ByCode(Guid accountId, string stamp, string code, string? origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Decide(
            accountId,
            origin,
            async (found, stop) => found.SecurityStamp == stamp && await second.Accepts(found.Id, code, stop),
            isWhole: true,
            cancellation);
    }

    /// <summary>Signs in somebody of whom a passkey or the identity provider said who it is: no second step.</summary>
    /// <param name="accountId">Who.</param>
    /// <param name="origin">From which address.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<SignInOutcome> AsKnown(Guid accountId, string? origin, CancellationToken cancellation) =>
        Decide(accountId, origin, (_, _) => Task.FromResult(true), isWhole: true, cancellation);

    /// <summary>Notes an attempt that failed before it was known whose it was.</summary>
    /// <param name="way">The way: "sso" or "toegangssleutel".</param>
    /// <param name="why">What was wrong.</param>
    /// <param name="origin">From which address.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task NoteFailure(string way, SignInFailure why, string? origin, CancellationToken cancellation)
    {
        await trail.Save(Stranger(origin), Refused("", way), cancellation);
        Instruments.SignInRefused(why);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellation">Stops.</param>
    public Task Out(Actor actor, string key, CancellationToken cancellation) => trail.Save(
        actor,
        async stop =>
        {
            await sessions.End(actor.Id!.Value, key, stop);
            return new Happening("account.afmelden", AccountRegister.TargetOf(actor.Id.Value));
        },
        cancellation);

    private async Task<SignInOutcome> Decide(
        Guid? accountId, string? origin, Func<Account, CancellationToken, Task<bool>> proves, bool isWhole, CancellationToken cancellation)
    {
        var outcome = SignInOutcome.Refused;
        SignInFailure? failure = null;
        await trail.Save(
            Stranger(origin),
            async stop =>
            {
                var account = accountId is { } id ? await context.Users.FirstOrDefaultAsync(a => a.Id == id, stop) : null;
                failure = account is null ? SignInFailure.Unknown
                    : account.IsClosed ? SignInFailure.Closed
                    : account.LockoutEnd > clock.GetUtcNow() ? SignInFailure.Locked
                    : await proves(account, stop) ? null : SignInFailure.Wrong;
                if (account is null)
                    return Refused("", "onbekend");
                var target = AccountRegister.TargetOf(account.Id);
                if (failure is SignInFailure.Closed)
                    return Refused(target, "gesloten");
                if (failure is SignInFailure.Locked)
                    return Refused(target, "geblokkeerd");
                if (failure is SignInFailure.Wrong)
                    return Refused(target, CountFailure(account));
                if (account.TwoFactorEnabled && !isWhole)
                {
                    outcome = new SignInOutcome(account.Id, null, account.SecurityStamp);
                    return new Happening("account.wachtwoord-goed", target);
                }

                // Only who is in begins with a clean slate: guessing at the second step goes on counting
                (account.AccessFailedCount, account.LockoutEnd) = (0, null);
                outcome = new SignInOutcome(account.Id, await sessions.Begin(account.Id, stop), null);
                return new Happening(Action, target);
            },
            cancellation);
        if (failure is { } why)
            Instruments.SignInRefused(why);
        return outcome;
    }

    private string CountFailure(Account account) =>
        FailureCount.Count(account, settings, clock.GetUtcNow()) ? "onjuist, nu geblokkeerd" : "onjuist";

    // What was typed as a name is not kept: people type passwords there too
    private static Happening Refused(string target, string reason) => new(Action, target, null, $$"""{"reden":"{{reason}}"}""", AuditResult.Refused);

    private static Actor Stranger(string? origin) => new(null, "aanmelding", [], origin);
}

/// <summary>How an attempt to sign in ended.</summary>
/// <param name="AccountId">Who it is; null where it was refused.</param>
/// <param name="SessionKey">The key of the session that began; null where none did.</param>
/// <param name="StampForSecondStep">What to bring along to the second step, where that is needed.</param>
public sealed record SignInOutcome(Guid? AccountId, string? SessionKey, string? StampForSecondStep)
{
    /// <summary>Nobody is signed in.</summary>
    public static SignInOutcome Refused { get; } = new(null, null, null);
}
