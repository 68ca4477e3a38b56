using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage;

/// <summary>The file of a SQLite register, which only its owner reads: accounts and keys are in it. What an administrator set for a file that
/// is there already stays.</summary>
public static class RegisterFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Brings a register up to date; where it is a file that is not there yet, it is made for its owner only.</summary>
    /// <param name="context">The register.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task Migrate(RegisterContext context, DatabaseAddress address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(address);
        if (address.Kind == DatabaseKind.Sqlite && MakePrivate(address.Shown))
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            // As the migrations do it where they make the file: readers and a writer at the same time
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await context.Database.MigrateAsync(cancellation);
    }

    /// <summary>Settings to make a file with that only its owner reads.</summary>
    /// <param name="mode">How it is opened.</param>
    /// <param name="options">What else.</param>
    public static FileStreamOptions Private(FileMode mode, FileOptions options = FileOptions.None)
    {
        var settings = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Options = options };
        if (!OperatingSystem.IsWindows())
            settings.UnixCreateMode = OwnerOnly;
        return settings;
    }

    /// <summary>Makes an empty file for its owner only. Where that cannot be, SQLite says so in a moment, as of every file that it cannot open.</summary>
    /// <returns>Whether it was made.</returns>
    internal static bool MakePrivate(string file)
    {
        if (File.Exists(file))
            return false;
        try
        {
            using var made = new FileStream(file, Private(FileMode.CreateNew));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Leaves a file that is there, and what lies beside it, to its owner only.</summary>
    internal static void Close(string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var part in (string[])[file, file + "-wal", file + "-shm"])
            if (File.Exists(part))
                File.SetUnixFileMode(part, OwnerOnly);
    }
}
