using Koers.App.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Small things that are kept with an account, by name. The caller saves.</summary>
internal static class AccountTokens
{
    public static async Task<string?> Token(this RegisterContext context, Guid accountId, string kind, string name, CancellationToken cancellation) =>
        (await context.UserTokens.FindAsync([accountId, kind, name], cancellation))?.Value;

    public static async Task SetToken(
        this RegisterContext context, Guid accountId, string kind, string name, string? value, CancellationToken cancellation)
    {
        var there = await context.UserTokens.FindAsync([accountId, kind, name], cancellation);
        if (there is not null && value is not null)
            there.Value = value;
        else if (there is not null)
            context.UserTokens.Remove(there);
        else if (value is not null)
            context.UserTokens.Add(new IdentityUserToken<Guid> { UserId = accountId, LoginProvider = kind, Name = name, Value = value });
    }

    public static async Task RemoveTokens(this RegisterContext context, Guid accountId, string? kind, CancellationToken cancellation) =>
        context.UserTokens.RemoveRange(
            await context.UserTokens.Where(t => t.UserId == accountId && (kind == null || t.LoginProvider == kind)).ToListAsync(cancellation));
}
