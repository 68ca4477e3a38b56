using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Koers.App.Storage;

/// <summary>The register in SQLite.</summary>
public sealed class SqliteRegister(DbContextOptions<SqliteRegister> options) : RegisterContext(options);

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRegister>
{
    public SqliteRegister CreateDbContext(string[] args) => (SqliteRegister)RegisterContext.Open(DatabaseAddress.Parse("koers.db"));
}
