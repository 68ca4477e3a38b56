using System.Collections;
using System.Data.Common;
using System.Globalization;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Xunit;

namespace Koers.App.Tests.Storage;

/// <summary>A register as an earlier version left it behind, with something in every table that version had. What it has of tables and columns says the
/// model that its last migration wrote down; rows go in and come out by plain SQL, and never by the model of now.</summary>
internal sealed class EarlierRegister : IDisposable
{
    private readonly string? _file;

    private EarlierRegister(DatabaseAddress address, string? file) => (Address, _file) = (address, file);

    public DatabaseAddress Address { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty register that was migrated up to a version.</summary>
    public static async Task<EarlierRegister> Make(DatabaseKind kind, string migration, PostgreSqlServer server)
    {
        var file = kind == DatabaseKind.Sqlite ? Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.db") : null;
        var register = new EarlierRegister(file is null ? server.NewDatabase() : DatabaseAddress.Parse(file), file);
        await using var context = register.Open();
        await context.GetService<IMigrator>().MigrateAsync(migration, Stop);
        return register;
    }

    public RegisterContext Open() => RegisterContext.Open(Address);

    /// <summary>The tables that a version has, those that others refer to first.</summary>
    public static IReadOnlyList<ITable> TablesOf(RegisterContext context, string migration)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var model = context.GetService<IModelRuntimeInitializer>().Initialize(
            assembly.CreateMigration(assembly.Migrations[migration], context.Database.ProviderName!).TargetModel);
        var (ordered, left) = (new List<ITable>(), model.GetRelationalModel().Tables.ToList());
        while (left.Count > 0)
        {
            var ready = left.Where(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable))).ToList();
            Assert.NotEmpty(ready);
            ordered.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }

        return ordered;
    }

    /// <summary>Puts rows into every table.</summary>
    public async Task Fill(string migration)
    {
        await using var context = Open();
        var values = new EarlierValues(context.Model);
        await context.Database.OpenConnectionAsync(Stop);
        foreach (var table in TablesOf(context, migration))
            for (var row = 0; row < EarlierValues.RowsIn(table); row++)
            {
                await using var insert = context.Database.GetDbConnection().CreateCommand();
                var columns = table.Columns.ToList();
                foreach (var (column, place) in columns.Select((column, place) => (column, place)))
                    insert.Parameters.Add(column.StoreTypeMapping.CreateParameter(insert, $"@p{place}", values.Of(table, column, row), column.IsNullable));
                insert.CommandText = $"""
                    INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
                    VALUES ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})
                    """;
                await insert.ExecuteNonQueryAsync(Stop);
            }
    }

    /// <summary>Everything that is in the database, read without any model: a column of a table in a list of its values, per table.</summary>
    public async Task<Dictionary<string, List<Dictionary<string, string?>>>> Read()
    {
        await using var context = Open();
        await context.Database.OpenConnectionAsync(Stop);
        var connection = context.Database.GetDbConnection();
        var names = await Rows(
            connection, context is PostgreSqlRegister
                ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
                : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        var tables = new Dictionary<string, List<Dictionary<string, string?>>>();
        foreach (var name in names.Select(row => row["name"]!).Where(name => !name.StartsWith("__EF", StringComparison.Ordinal)))
            tables[name] = await Rows(connection, $"SELECT * FROM \"{name}\"");
        return tables;
    }

    public void Dispose()
    {
        if (_file is null)
        {
            using var pool = new NpgsqlConnection(Address.ConnectionString);
            NpgsqlConnection.ClearPool(pool);
            return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var left in (string[])[_file, _file + "-wal", _file + "-shm"])
            File.Delete(left);
    }

    private static async Task<List<Dictionary<string, string?>>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<Dictionary<string, string?>>();
        while (await reader.ReadAsync(Stop))
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, place => Written(reader.GetValue(place))));
        return rows;
    }

    private static string? Written(object value) => value switch
    {
        DBNull => null,
        string text => text,
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable many => "[" + string.Join(", ", many.Cast<object>().Select(Written)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
