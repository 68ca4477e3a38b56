using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Koers.App.Storage;

/// <summary>Several questions about one moment: what others change meanwhile is in all of the answers or in none.</summary>
internal sealed class RegisterMoment : IAsyncDisposable
{
    private readonly RegisterContext _context;
    private readonly SqliteTransaction? _sqlite;
    private readonly IDbContextTransaction? _transaction;

    private RegisterMoment(RegisterContext context, SqliteTransaction? sqlite, IDbContextTransaction? transaction) =>
        (_context, _sqlite, _transaction) = (context, sqlite, transaction);

    /// <summary>Begins the moment; nobody waits for it. Within a transaction that is of one moment already, it is that one.</summary>
    public static async Task<RegisterMoment> Begin(RegisterContext context, CancellationToken cancellation)
    {
        if (context.Database.CurrentTransaction is not null)
            return new RegisterMoment(context, null, null);
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
            return new RegisterMoment(context, null, await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
        await context.Database.OpenConnectionAsync(cancellation);
        // Deferred: the other kind takes the right to write
        var sqlite = connection.BeginTransaction(deferred: true);
        return new RegisterMoment(context, sqlite, await context.Database.UseTransactionAsync(sqlite, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        if (_sqlite is null)
            return;
        await _sqlite.DisposeAsync();
        await _context.Database.CloseConnectionAsync();
    }
}
