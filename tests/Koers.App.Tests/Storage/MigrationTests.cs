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
