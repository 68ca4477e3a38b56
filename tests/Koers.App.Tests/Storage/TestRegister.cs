using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Koers.App.Tests.Storage;

/// <summary>A migrated, empty register in a real database, gone afterwards.</summary>
public sealed class TestRegister : IDisposable
{
    private readonly string? _file;

    private TestRegister(DatabaseAddress address, string? file) => (Address, _file) = (address, file);

    public static Actor Manager { get; } = new(Guid.NewGuid(), "account/portfoliomanager", [new Grant(Role.PortfolioManager)], "127.0.0.1");

    public DatabaseAddress Address { get; }

    public static async Task<TestRegister> Make(DatabaseKind kind, PostgreSqlServer server)
    {
        var file = kind == DatabaseKind.Sqlite ? Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.db") : null;
        if (file is null)
            return new TestRegister(await server.NewMigrated(), null);
        await MigratedRegister.CopyTo(file);
        return new TestRegister(DatabaseAddress.Parse(file), file);
    }

    public RegisterContext Open() => RegisterContext.Open(Address);

    /// <summary>One department, one budget and one initiative, saved.</summary>
    public async Task<Initiative> SaveSquare()
    {
        var department = new Department { Id = Guid.CreateVersion7(), Code = "ruimte", Name = "Ruimte en Wonen" };
        var budget = new Budget
        {
            Id = Guid.CreateVersion7(),
            Code = "investering",
            Name = "Investeringen",
            Kind = BudgetKind.Investment,
            Years = { new BudgetYear { Year = 2027, Amount = Euro.Of(12_000_000.05m) }, new BudgetYear { Year = 2028, Amount = Euro.Of(9_000_000m) } },
        };
        var square = Square(department.Id, budget.Id);
        await using var context = Open();
        context.AddRange(department, budget, square);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return square;
    }

    public static Initiative Square(Guid department, Guid budget)
    {
        var square = new Initiative
        {
            Id = Guid.CreateVersion7(),
            Number = "2026-0042",
            Name = "Stationsplein vergroenen",
            DepartmentId = department,
            CreatedAt = new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(1)),
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        var basis = new Variant { Id = Guid.CreateVersion7(), Code = "basis", Duration = 3, EarliestStart = new DateOnly(2027, 1, 1), Success = 0.9 };
        basis.Spends.Add(new VariantSpend { BudgetId = budget, Quarter = 0, Amount = Euro.Of(125_000.10m), FundingSource = "reserve groen" });
        basis.Spends.Add(new VariantSpend { BudgetId = budget, Quarter = null, Amount = Euro.Of(2_500m) });
        square.Variants.Add(basis);
        return square;
    }

    public void Dispose()
    {
        if (_file is null)
        {
            // A database of its own is a pool of its own, and together they would be more than the server has room for
            using var pool = new NpgsqlConnection(Address.ConnectionString);
            NpgsqlConnection.ClearPool(pool);
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var left in (string[])[_file, _file + "-wal", _file + "-shm"])
            File.Delete(left);
    }
}
