using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Koers.App.Memory;

/// <summary>How far the audit trail is. Every change of what is remembered is saved together with a line of the trail, so the same mark means
/// the same content; each hash goes back over all lines before it, so a register that was put back has another mark.</summary>
/// <param name="Number">Number of the last line.</param>
/// <param name="Hash">Its hash.</param>
public sealed record TrailMark(long Number, string Hash)
{
    /// <summary>Reads the mark; null as long as there is no line.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<TrailMark?> Read(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            // By hand: it is asked at every request, and what translates questions costs more than this answer
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = "SELECT number, hash FROM audit_entries ORDER BY number DESC LIMIT 1";
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? new TrailMark(reader.GetInt64(0), reader.GetString(1)) : null;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
