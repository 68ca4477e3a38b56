using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Koers.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Sessions are kept in the register, by what their key hashes to: one that was ended is dead on every machine at once, whatever a
/// cookie says. What somebody may do is read anew at every request.</summary>
/// <param name="context">The register.</param>
/// <param name="settings">How long they hold.</param>
/// <param name="clock">The time.</param>
public sealed class Sessions(RegisterContext context, SignInSettings settings, TimeProvider clock)
{
    internal const string Kind = "sessie";
    private const int MostOfOne = 20;

    /// <summary>Who belongs to a session that still holds; null where it ended, or the account was closed.</summary>
    /// <param name="accountId">The account that it says to be of.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SignedIn?> Find(Guid accountId, string key, CancellationToken cancellation)
    {
        var rows = await CallerQuestions.Session(context, accountId, NameOf(key), cancellation);
        return rows.Count > 0 && IsFresh(rows[0].Began)
            ? new SignedIn(accountId, rows[0].DisplayName, rows[0].Language, [.. rows.Where(row => row.Role is not null).Select(row => new Grant(row.Role!.Value, row.DepartmentId))])
            : null;
    }

    /// <summary>Begins a session in the context; the caller saves.</summary>
    /// <returns>Its key, for the cookie.</returns>
    internal async Task<string> Begin(Guid accountId, CancellationToken cancellation)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var there = await Of(accountId).ToListAsync(cancellation);
        var kept = there.Where(t => IsFresh(t.Value)).OrderByDescending(t => t.Value, StringComparer.Ordinal).Take(MostOfOne - 1).ToHashSet();
        context.UserTokens.RemoveRange(there.Where(t => !kept.Contains(t)));
        context.UserTokens.Add(new IdentityUserToken<Guid>
        {
            UserId = accountId,
            LoginProvider = Kind,
            Name = NameOf(key),
            Value = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        });
        return key;
    }

    /// <summary>Ends sessions of an account in the context; the caller saves.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="but">The key of the one that stays; null = none stays.</param>
    /// <param name="cancellation">Stops.</param>
    internal async Task EndAll(Guid accountId, string? but, CancellationToken cancellation)
    {
        var kept = but is null ? null : NameOf(but);
        context.UserTokens.RemoveRange(await Of(accountId).Where(t => t.Name != kept).ToListAsync(cancellation));
    }

    /// <summary>Ends one session in the context; the caller saves.</summary>
    internal async Task End(Guid accountId, string key, CancellationToken cancellation)
    {
        var name = NameOf(key);
        context.UserTokens.RemoveRange(await Of(accountId).Where(t => t.Name == name).ToListAsync(cancellation));
    }

    /// <summary>When the sessions of an account began.</summary>
    internal async Task<IReadOnlyList<DateTimeOffset>> Begun(Guid accountId, CancellationToken cancellation) =>
        [.. (await Of(accountId).AsNoTracking().Select(t => t.Value).ToListAsync(cancellation)).Where(IsFresh).Select(began => Moment(began!)).Order()];

    private IQueryable<IdentityUserToken<Guid>> Of(Guid accountId) =>
        context.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Kind);

    private bool IsFresh(string? began) => began is not null && clock.GetUtcNow() - Moment(began) < settings.AbsoluteLimit;

    private static DateTimeOffset Moment(string began) =>
        DateTimeOffset.Parse(began, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>Somebody who is signed in.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="DisplayName">How others see who it is.</param>
/// <param name="Language">"nl" or "en".</param>
/// <param name="Grants">Roles as they are now.</param>
public sealed record SignedIn(Guid AccountId, string DisplayName, string Language, IReadOnlyList<Grant> Grants);
