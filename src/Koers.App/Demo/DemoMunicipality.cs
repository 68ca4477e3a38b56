using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Demo;

/// <summary>A complete, invented municipality to look around in: two years of history, and a plan made by the engine.</summary>
public static class DemoMunicipality
{
    /// <summary>The password of every demo account: known to everyone, so never in a register that others can reach.</summary>
    public const string Password = "Koers-demo-7-linden";

    /// <summary>What the municipality is called. No real one has this name.</summary>
    public static string Name => Content.Value.Town.Name;

    private static Lazy<DemoContent> Content { get; } = new(DemoContent.Read);

    /// <summary>One account of each role, to sign in with.</summary>
    public static IReadOnlyList<(Role Role, string UserName, string DisplayName)> Accounts =>
        [.. Enum.GetValues<Role>().Select(role => Content.Value.Town.Accounts.First(account => account.Role == role))
            .Select(account => (account.Role, account.UserName, account.Name))];

    /// <summary>Whether a register that is up to date is a demo: the first line of its audit trail says so.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<bool> IsDemo(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.AuditEntries.AnyAsync(entry => entry.Number == 1 && entry.Action == DemoTrail.FirstAction, cancellation);
    }

    /// <summary>Whether nothing was ever done in a register, so that a demo can be made in it.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<bool> IsEmpty(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !await context.AuditEntries.AnyAsync(cancellation) && !await context.Users.AnyAsync(cancellation)
            && !await context.Settings.AnyAsync(cancellation) && !await context.Departments.AnyAsync(cancellation);
    }

    /// <summary>Fills a register that is migrated and empty: all of it or nothing. Plans with the engine, which takes some seconds.</summary>
    /// <param name="context">The register.</param>
    /// <param name="clock">The time; the history ends there. The same moment gives the same municipality.</param>
    /// <param name="cancellation">Stops; nothing is kept.</param>
    /// <returns>The plan that was agreed.</returns>
    /// <exception cref="InvalidOperationException">The register is not empty.</exception>
    public static async Task<Plan> Fill(RegisterContext context, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(clock);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (!await IsEmpty(context, cancellation))
            throw new InvalidOperationException("A demo is made in an empty register only.");
        var plan = await new DemoMaking(context, Content.Value, new DemoTime(clock.GetUtcNow())).Make(cancellation);
        await transaction.CommitAsync(cancellation);
        return plan;
    }
}
