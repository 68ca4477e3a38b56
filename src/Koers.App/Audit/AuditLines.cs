using System.Runtime.CompilerServices;
using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Audit;

/// <summary>Reads the trail line by line, also where somebody wrote into the database what no line can say.</summary>
internal static class AuditLines
{
    private const int Batch = 500;

    /// <summary>All lines, oldest first; null where a line cannot be read.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<(long Number, AuditEntry? Entry)> Read(RegisterContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var last = long.MinValue; ;)
        {
            var lines = await After(context, last, cancellation);
            foreach (var line in lines)
                yield return line;
            if (lines.Count < Batch)
                yield break;
            last = lines[^1].Number;
        }
    }

    private static async Task<IReadOnlyList<(long Number, AuditEntry? Entry)>> After(RegisterContext context, long last, CancellationToken cancellation)
    {
        var batch = context.AuditEntries.AsNoTracking().Where(e => e.Number > last).OrderBy(e => e.Number).Take(Batch);
        try
        {
            return [.. (await batch.ToListAsync(cancellation)).Select(entry => (entry.Number, (AuditEntry?)entry))];
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            // One of them cannot be read, and hides the others
            var lines = new List<(long, AuditEntry?)>();
            foreach (var number in await batch.Select(e => e.Number).ToListAsync(cancellation))
                lines.Add((number, await One(context, number, cancellation)));
            return lines;
        }
    }

    private static async Task<AuditEntry?> One(RegisterContext context, long number, CancellationToken cancellation)
    {
        try
        {
            return await context.AuditEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Number == number, cancellation);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return null;
        }
    }

    /// <summary>Whether a line could not be read for what stands in it: a day that is none, a result that is none, nothing where something must be.</summary>
    /// <param name="e">What reading it ended in.</param>
    public static bool IsUnreadable(Exception e) =>
        e is FormatException or InvalidOperationException or InvalidCastException or OverflowException or ArgumentException && e is not ObjectDisposedException;
}
