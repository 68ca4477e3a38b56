using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Koers.App.Storage;

/// <summary>The register in PostgreSQL.</summary>
public sealed class PostgreSqlRegister(DbContextOptions<PostgreSqlRegister> options) : RegisterContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Found by range (AuditTargets), which an order by the rules of a language would not allow
        builder.Entity<AuditEntry>().Property(e => e.Target).UseCollation("C");
    }

    /// <summary>Settings to open it with.</summary>
    /// <param name="address">A PostgreSQL database.</param>
    public static DbContextOptions<PostgreSqlRegister> Options(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new DbContextOptionsBuilder<PostgreSqlRegister>().UseNpgsql(address.ConnectionString).UseSnakeCaseNamingConvention().Options;
    }
}

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlRegister>
{
    public PostgreSqlRegister CreateDbContext(string[] args) =>
        (PostgreSqlRegister)RegisterContext.Open(DatabaseAddress.Parse("Host=localhost;Database=koers"));
}
