using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.Data.Sqlite;

namespace Koers.App.Exchange.Backup;

/// <summary>Copies a SQLite register while it is in use, page by page, by SQLite's own means (sqlite.org/backup.html).</summary>
internal static class SqliteBackup
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int MostTrials = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How a file of SQLite begins.</summary>
    public static ReadOnlySpan<byte> Signature => "SQLite format 3\0"u8;

    /// <summary>Copies a register into a file that is not there yet: one file that needs no others beside it.</summary>
    public static async Task ToFile(DatabaseAddress register, string file, CancellationToken cancellation)
    {
        await using var source = await Open(register.ConnectionString, SqliteOpenMode.ReadWrite, cancellation);
        await using var target = await Open(Address(file), SqliteOpenMode.ReadWriteCreate, cancellation);
        await Copy(source, target, cancellation);
        // What was copied is set to keep a journal in a file beside it
        await Scalar(target, "PRAGMA journal_mode = DELETE", cancellation);
        await Check(target, cancellation);
    }

    /// <summary>Puts a copy in the place of a register, which may be in use: who reads it sees the old one or the new one, and a crash
    /// half-way leaves the old one.</summary>
    public static async Task FromFile(string file, DatabaseAddress register, CancellationToken cancellation)
    {
        await using var source = await Open(Address(file), SqliteOpenMode.ReadOnly, cancellation);
        await using var target = await Open(register.ConnectionString, SqliteOpenMode.ReadWriteCreate, cancellation);
        await Copy(source, target, cancellation);
        await Check(target, cancellation);
    }

    /// <summary>Looks whether a file is a whole register.</summary>
    /// <exception cref="InvalidInputException">It is damaged, or something else.</exception>
    public static async Task Check(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Open(Address(file), SqliteOpenMode.ReadOnly, cancellation);
            await Check(connection, cancellation);
        }
        catch (SqliteException e)
        {
            throw FileFault.Of("", $"Dit bestand is beschadigd of is geen register ({e.Message}).", $"This file is damaged or is no register ({e.Message}).");
        }
    }

    /// <summary>Where a file is, for the storage of the register.</summary>
    public static string Address(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;

    private static async Task Copy(SqliteConnection source, SqliteConnection target, CancellationToken cancellation)
    {
        for (var trial = 1; ; trial++)
        {
            try
            {
                source.BackupDatabase(target);
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked && trial < MostTrials)
            {
                // Somebody is writing: in a moment that is over
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task Check(SqliteConnection connection, CancellationToken cancellation)
    {
        if (await Scalar(connection, "PRAGMA integrity_check(1)", cancellation) is not "ok" || await Scalar(connection, "PRAGMA foreign_key_check", cancellation) is not null)
            throw FileFault.Of("", "Dit bestand is beschadigd: de controle van SQLite vindt fouten.", "This file is damaged: the check of SQLite finds faults.");
    }

    private static async Task<SqliteConnection> Open(string address, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(address) { Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<object?> Scalar(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }
}
