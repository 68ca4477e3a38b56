using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Koers.App.Storage;

/// <summary>The register in SQLite.</summary>
public sealed class SqliteRegister(DbContextOptions<SqliteRegister> options) : RegisterContext(options);

/// <summary>The register in PostgreSQL.</summary>
public sealed class PostgreSqlRegister(DbContextOptions<PostgreSqlRegister> options) : RegisterContext(options);

/// <summary>Money as whole cents: exact, and the database can add and sort it.</summary>
internal sealed class EuroInCents() : ValueConverter<Euro, long>(euro => euro.Cents, cents => new Euro(cents));

/// <summary>A moment in universal time: both databases sort it, and one of them takes nothing else.</summary>
internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime, utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRegister>
{
    public SqliteRegister CreateDbContext(string[] args) => (SqliteRegister)RegisterContext.Open(DatabaseAddress.Parse("koers.db"));
}

/// <summary>Makes a context without a database, to write migrations with.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlRegister>
{
    public PostgreSqlRegister CreateDbContext(string[] args) =>
        (PostgreSqlRegister)RegisterContext.Open(DatabaseAddress.Parse("Host=localhost;Database=koers"));
}
