using Koers.App.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Tests.Storage;

/// <summary>A migrated, empty register in a SQLite file, made by the migrations once and copied for each test.</summary>
public static class MigratedRegister
{
    private static readonly Lazy<Task<byte[]>> Made = new(Make);

    public static async Task CopyTo(string file) => await File.WriteAllBytesAsync(file, await Made.Value);

    private static async Task<byte[]> Make()
    {
        var file = Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.db");
        await using (var context = RegisterContext.Open(DatabaseAddress.Parse(file)))
        {
            await context.Database.MigrateAsync();
            // All of it into the one file
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        var made = await File.ReadAllBytesAsync(file);
        foreach (var left in (string[])[file, file + "-wal", file + "-shm"])
            File.Delete(left);
        return made;
    }
}
