using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Koers.App.Storage;

/// <summary>The register in PostgreSQL.</summary>
public sealed class PostgreSqlRegister(DbContextOptions<PostgreSqlRegister> options) : RegisterContext(options);

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlRegister>
{
    public PostgreSqlRegister CreateDbContext(string[] args) =>
        (PostgreSqlRegister)RegisterContext.Open(DatabaseAddress.Parse("Host=localhost;Database=koers"));
}
