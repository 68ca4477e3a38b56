using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Koers.App.Storage;

/// <summary>The register in one SQLite file.</summary>
public sealed class SqliteRegister(DbContextOptions<SqliteRegister> options) : RegisterContext(options)
{
    /// <summary>Settings to open it with.</summary>
    /// <param name="address">A SQLite file.</param>
    public static DbContextOptions<SqliteRegister> Options(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new DbContextOptionsBuilder<SqliteRegister>().UseSqlite(address.ConnectionString).UseSnakeCaseNamingConvention().Options;
    }
}

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRegister>
{
    public SqliteRegister CreateDbContext(string[] args) => (SqliteRegister)RegisterContext.Open(DatabaseAddress.Parse("koers.db"));
}
