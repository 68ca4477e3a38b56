using System.Reflection;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Koers.App.Tests.Storage;

public class MigrationTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_register_of_the_first_version_comes_along_with_all_that_is_in_it(DatabaseKind kind)
    {
        var file = Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.db");
        var address = kind == DatabaseKind.Sqlite ? DatabaseAddress.Parse(file) : server.NewDatabase();
        try
        {
            await using (var old = RegisterContext.Open(address))
            {
                await old.GetService<IMigrator>().MigrateAsync(old.Database.GetMigrations().First(), Stop);
                await FillAsTheFirstVersionDid(old);
            }

            await using (var context = RegisterContext.Open(address))
                await context.Database.MigrateAsync(Stop);
            await using var read = RegisterContext.Open(address);
            var initiative = await read.Initiatives.Include(i => i.Variants).SingleAsync(Stop);
            Assert.Equal(("2025-0001", "Stationsplein", InitiativeState.Weighed), (initiative.Number, initiative.Name, initiative.State));
            // A variant of before there was a share brought all of its effect
            Assert.Equal(1.0, Assert.Single(initiative.Variants).EffectShare);
            Assert.Empty(initiative.Documents);
            Assert.Empty(initiative.Labels);
            var goal = await read.Goals.SingleAsync(Stop);
            Assert.Equal(("wonen", 0), (goal.Code, goal.Anchors.Count));
            Assert.False(read.Database.HasPendingModelChanges());
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var left in (string[])[file, file + "-wal", file + "-shm"])
                File.Delete(left);
        }
    }

    /// <summary>Every version before the newest, on each database.</summary>
    public static TheoryData<DatabaseKind, string> EarlierVersions
    {
        get
        {
            var versions = new TheoryData<DatabaseKind, string>();
            foreach (var (kind, address) in ((DatabaseKind, string)[])[(DatabaseKind.Sqlite, "koers.db"), (DatabaseKind.PostgreSql, "Host=nowhere;Database=koers")])
            {
                // The database is not asked: what migrations there are stands in the program
                using var context = RegisterContext.Open(DatabaseAddress.Parse(address));
                foreach (var migration in context.Database.GetMigrations().SkipLast(1))
                    versions.Add(kind, migration);
            }

            return versions;
        }
    }

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_register_of_any_earlier_version_with_something_in_every_table_loses_nothing_and_is_read(DatabaseKind kind, string migration)
    {
        using var register = await EarlierRegister.Make(kind, migration, server);
        await register.Fill(migration);
        var before = await register.Read();
        await using (var old = register.Open())
            Assert.Equal(
                EarlierRegister.TablesOf(old, migration).Select(table => $"{table.Name}: {string.Join(", ", table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
                before.Select(table => $"{table.Key}: {string.Join(", ", table.Value[0].Keys.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

        await using (var context = register.Open())
            await context.Database.MigrateAsync(Stop);
        var after = await register.Read();
        foreach (var (table, rows) in before)
        {
            Assert.True(after.ContainsKey(table), $"{table} is gone.");
            Assert.Equal(rows.Count, after[table].Count);
            var kept = rows[0].Keys.Where(after[table][0].ContainsKey).ToList();
            Assert.NotEmpty(kept);
            Assert.Equal(Pictures(rows, kept), Pictures(after[table], kept));
        }

        await using var read = register.Open();
        foreach (var type in read.Model.GetEntityTypes().Where(type => !type.IsOwned()))
            Assert.Equal(after[type.GetTableName()!].Count, await CountRead(read, type.ClrType));
        Assert.Empty(await new AuditTrail(read, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        Assert.False(read.Database.HasPendingModelChanges());
    }

    private static IEnumerable<string> Pictures(List<Dictionary<string, string?>> rows, List<string> columns) =>
        rows.Select(row => string.Join(" | ", columns.Select(column => $"{column} = {row[column] ?? "nothing"}"))).Order(StringComparer.Ordinal);

    /// <summary>How many there are, each read as a whole.</summary>
    private static Task<int> CountRead(RegisterContext context, Type type) =>
        (Task<int>)typeof(MigrationTests).GetMethod(nameof(CountAll), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [context])!;

    private static async Task<int> CountAll<T>(RegisterContext context) where T : class => (await context.Set<T>().ToListAsync(Stop)).Count;

    private static async Task FillAsTheFirstVersionDid(RegisterContext old)
    {
        var (department, initiative, variant, goal) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var at = new DateTime(2025, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        await old.Database.ExecuteSqlAsync($"INSERT INTO departments (id, code, name) VALUES ({department}, 'ruimte', 'Ruimte')", Stop);
        await old.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO initiatives (id, number, name, summary, state, department_id, is_statutory, created_at, changed_at, version)
            VALUES ({initiative}, '2025-0001', 'Stationsplein', '', 'Weighed', {department}, {false}, {at}, {at}, 3)
            """, Stop);
        await old.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO variant (id, initiative_id, code, description, duration, success)
            VALUES ({variant}, {initiative}, 'basis', '', 4, 0.9)
            """, Stop);
        await old.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO goals (id, code, name, description, weight, "order", version) VALUES ({goal}, 'wonen', 'Wonen', '', 1.0, 0, 1)
            """, Stop);
    }
}
