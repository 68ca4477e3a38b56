using System.Diagnostics;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Koers.App.Tests.Storage;

/// <summary>A real PostgreSQL of Debian's packages, in a folder of its own, reached by a socket in it; gone when the tests are over. PostgreSQL
/// does not run as root: there the account that Debian made for it runs it.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    // The name of a socket may be about a hundred characters long
    private readonly string _folder = Path.Combine("/tmp", "koers-pg-" + Guid.NewGuid().ToString("N")[..8]);
    private string _programs = "";
    private readonly SemaphoreSlim _copying = new(1);
    private Task<string>? _template;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        _programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).MaxBy(bin => bin, StringComparer.Ordinal) ?? ""
            : "";
        Assert.True(_programs.Length > 0, "PostgreSQL is not installed; the README's test command does that.");
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
            await Run("chown", "postgres", _folder);
        await AsServer("initdb", "-D", Data, "-U", "koers", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        // Only by the socket; tests need no safety against loss of power
        await AsServer("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-k {_folder} -h '' -F -c max_connections=500", "start");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_programs.Length > 0)
            await AsServer("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A new database, which is not there yet.</summary>
    public DatabaseAddress NewDatabase() =>
        new(DatabaseKind.PostgreSql, $"Host={_folder};Username=koers;Database=koers_{Interlocked.Increment(ref _databases)}");

    /// <summary>A new database that is migrated and empty: a copy of one that the migrations made.</summary>
    public async Task<DatabaseAddress> NewMigrated()
    {
        var template = await LazyInitializer.EnsureInitialized(ref _template, MakeTemplate);
        var copy = NewDatabase();
        await using var connection = new NpgsqlConnection($"Host={_folder};Username=koers;Database=postgres");
        await connection.OpenAsync();
        // One copy at a time: the database that is copied may have no other visitor
        await _copying.WaitAsync();
        try
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE {NameOf(copy)} TEMPLATE {template}", connection);
            await create.ExecuteNonQueryAsync();
        }
        finally
        {
            _copying.Release();
        }

        return copy;
    }

    private async Task<string> MakeTemplate()
    {
        var address = NewDatabase();
        await using var context = RegisterContext.Open(address);
        await context.Database.MigrateAsync();
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
        return NameOf(address);
    }

    private static string NameOf(DatabaseAddress address) => new NpgsqlConnectionStringBuilder(address.ConnectionString).Database!;

    private string Data => Path.Combine(_folder, "data");

    private Task AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private async Task Run(string program, params string[] arguments)
    {
        // Into a file: a server that is started keeps the outputs open, and nobody waits for their end
        var output = Path.Combine(_folder, "output");
        string[] all = ["-c", $"\"$0\" \"$@\" >> {output} 2>&1", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", all) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        Assert.True(
            process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await File.ReadAllTextAsync(output)}");
    }
}
