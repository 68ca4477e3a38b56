using System.Runtime.CompilerServices;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Audit;

/// <summary>Writes the audit trail and looks whether it is whole.</summary>
/// <param name="context">The register.</param>
/// <param name="clock">The time.</param>
public sealed class AuditTrail(RegisterContext context, TimeProvider clock)
{
    // Any number: all who write the trail take the same lock
    internal const long Lock = 0x4b6f657273;

    /// <summary>Saves what was changed in the context together with a line of the trail: both or neither.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="happening">What.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the same; nothing is saved.</exception>
    public Task Save(Actor actor, Happening happening, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return Save(actor, _ => Task.FromResult(happening), cancellation);
    }

    /// <summary>The same, where what happens depends on what is there when nobody else can write: the next number of something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="change">Makes the change in the context, and says what it is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the same; nothing is saved.</exception>
    public Task Save(Actor actor, Func<CancellationToken, Task<Happening>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        return SaveAll(actor, async stop => [await change(stop)], cancellation);
    }

    /// <summary>The same for many things at once: a line for each, all or none.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="change">Makes the changes in the context, and says what they are.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed one of the same; nothing is saved.</exception>
    public async Task SaveAll(Actor actor, Func<CancellationToken, Task<IReadOnlyList<Happening>>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        // SQLite: takes the right to write at once, so that nobody else adds a line meanwhile
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (context is PostgreSqlRegister)
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        await Add(actor, await change(cancellation), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Saves the context with lines of the trail, in a transaction that is under way and in which nobody else adds lines.</summary>
    internal async Task Add(Actor actor, IReadOnlyList<Happening> happenings, CancellationToken cancellation)
    {
        var last = await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellation);
        foreach (var happening in happenings)
            context.AuditEntries.Add(last = new AuditEntry(
                (last?.Number ?? 0) + 1, Now(), actor.Name, happening.Action, happening.Target, happening.Before, happening.After, actor.Origin,
                happening.Result, last?.Hash ?? "", "").Sealed());
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>Looks at every line, and whether none is missing between them.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What is wrong, in the order of the trail; nothing where it is whole.</returns>
    public IAsyncEnumerable<AuditFault> Verify(CancellationToken cancellation) => Verify([], cancellation);

    /// <summary>Looks at every line, whether none is missing between them, and whether lines that were noted elsewhere are still there. Hashes have
    /// no key: whoever can write into the database can make a whole trail anew, or take lines off the end of it. Only what was noted where that
    /// somebody cannot write shows it.</summary>
    /// <param name="anchors">Lines that were noted.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What is wrong; nothing where it is whole.</returns>
    public async IAsyncEnumerable<AuditFault> Verify(IReadOnlyCollection<AuditAnchor> anchors, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        var noted = anchors.ToLookup(anchor => anchor.Number);
        // Of a line that cannot be read nobody knows what follows on it
        var (number, previous) = (0L, (string?)"");
        await foreach (var (at, entry) in AuditLines.Read(context, cancellation))
        {
            if (at != number + 1)
                yield return new AuditFault(number + 1, AuditFaultKind.Missing);
            else if (entry is not null && previous is not null && entry.Previous != previous)
                yield return new AuditFault(at, AuditFaultKind.Unchained);
            if (entry is null || entry.Hash != entry.ComputedHash())
                yield return new AuditFault(at, AuditFaultKind.Changed);
            if (entry is not null && noted[at].Any(anchor => anchor.Hash != entry.Hash))
                yield return new AuditFault(at, AuditFaultKind.Unanchored);
            (number, previous) = (at, entry?.Hash);
        }

        foreach (var anchor in anchors.Where(anchor => anchor.Number > number).DistinctBy(anchor => anchor.Number))
            yield return new AuditFault(anchor.Number, AuditFaultKind.Missing);
    }

    // One of the databases keeps no more than microseconds, and the hash must come out the same when read again
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

/// <summary>What is to be written in the trail.</summary>
/// <param name="Action">What was done, for example "initiatief.wijzig".</param>
/// <param name="Target">What it was done to, for example "initiatief/2026-0042"; empty where there is no object.</param>
/// <param name="Before">What changed, as it was, in JSON.</param>
/// <param name="After">What changed, as it became, in JSON.</param>
/// <param name="Result">Whether it was done or refused.</param>
public sealed record Happening(string Action, string Target, string? Before = null, string? After = null, AuditResult Result = AuditResult.Done);

/// <summary>What is wrong with a line of the trail.</summary>
/// <param name="Number">Which line.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record AuditFault(long Number, AuditFaultKind Kind);

/// <summary>What can be wrong with a line of the trail.</summary>
public enum AuditFaultKind
{
    /// <summary>The line, and perhaps more after it, is not there.</summary>
    Missing,

    /// <summary>It does not follow on the line before it.</summary>
    Unchained,

    /// <summary>What it says is not what was written.</summary>
    Changed,

    /// <summary>It is not the line that was noted elsewhere.</summary>
    Unanchored,
}
