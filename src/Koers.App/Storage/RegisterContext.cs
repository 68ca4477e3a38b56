using System.Linq.Expressions;
using Koers.Domain.Audit;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Koers.App.Storage;

/// <summary>The register as it is stored. Each database has a context of its own, because each has migrations of its own.</summary>
public abstract class RegisterContext(DbContextOptions options) : DbContext(options)
{
    private const int LongestCode = 64;
    private const int LongestName = 200;

    /// <summary>Departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Programmes.</summary>
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <summary>The tree of goals.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>Money.</summary>
    public DbSet<Budget> Budgets => Set<Budget>();

    /// <summary>People.</summary>
    public DbSet<CapacityPool> CapacityPools => Set<CapacityPool>();

    /// <summary>Initiatives in all states.</summary>
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Opens the register at an address. The database need not be there yet.</summary>
    /// <param name="address">Where it is kept.</param>
    public static RegisterContext Open(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Kind == DatabaseKind.Sqlite
            ? new SqliteRegister(new DbContextOptionsBuilder<SqliteRegister>()
                .UseSqlite(address.ConnectionString).UseSnakeCaseNamingConvention().Options)
            : new PostgreSqlRegister(new DbContextOptionsBuilder<PostgreSqlRegister>()
                .UseNpgsql(address.ConnectionString).UseSnakeCaseNamingConvention().Options);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Euro>().HaveConversion<EuroInCents>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
        configurationBuilder.Properties<InitiativeState>().HaveConversion<string>().HaveMaxLength(LongestCode);
        configurationBuilder.Properties<BudgetKind>().HaveConversion<string>().HaveMaxLength(LongestCode);
        configurationBuilder.Properties<AuditResult>().HaveConversion<string>().HaveMaxLength(LongestCode);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Named<Department>(modelBuilder, d => d.Code, d => d.Name);
        Named<Programme>(modelBuilder, p => p.Code, p => p.Name);
        MapGoals(modelBuilder);
        MapMeans(modelBuilder);
        MapInitiatives(modelBuilder);
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.HasIndex(e => new { e.Target, e.Number });
        });
    }

    private static void Named<T>(ModelBuilder model, Expression<Func<T, object?>> code, Expression<Func<T, string>> name) where T : class
    {
        model.Entity<T>().HasIndex(code).IsUnique();
        model.Entity<T>().Property(name).HasMaxLength(LongestName);
    }

    private static void MapGoals(ModelBuilder model)
    {
        Named<Goal>(model, g => g.Code, g => g.Name);
        model.Entity<Goal>(goal =>
        {
            goal.HasOne<Goal>().WithMany().HasForeignKey(g => g.ParentId).OnDelete(DeleteBehavior.Restrict);
            goal.Property(g => g.Version).IsConcurrencyToken();
        });
    }

    private static void MapMeans(ModelBuilder model)
    {
        Named<Budget>(model, b => b.Code, b => b.Name);
        model.Entity<Budget>(budget =>
        {
            budget.Property(b => b.Version).IsConcurrencyToken();
            budget.OwnsMany(b => b.Years, years =>
            {
                years.WithOwner().HasForeignKey("BudgetId");
                years.HasKey("BudgetId", nameof(BudgetYear.Year));
                years.Property(y => y.Year).ValueGeneratedNever();
            });
        });
        Named<CapacityPool>(model, c => c.Code, c => c.Name);
        model.Entity<CapacityPool>(pool =>
        {
            pool.Property(p => p.Version).IsConcurrencyToken();
            pool.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            pool.HasOne<Budget>().WithMany().HasForeignKey(p => p.HireBudgetId).OnDelete(DeleteBehavior.Restrict);
            pool.OwnsMany(p => p.Quarters, quarters =>
            {
                quarters.WithOwner().HasForeignKey("CapacityPoolId");
                quarters.HasKey("CapacityPoolId", nameof(CapacityQuarter.Year), nameof(CapacityQuarter.Quarter));
                quarters.Property(q => q.Year).ValueGeneratedNever();
                quarters.Property(q => q.Quarter).ValueGeneratedNever();
            });
        });
    }

    private static void MapInitiatives(ModelBuilder model)
    {
        Named<Initiative>(model, i => i.Number, i => i.Name);
        model.Entity<Initiative>(initiative =>
        {
            initiative.HasIndex(i => new { i.State, i.Number });
            initiative.Property(i => i.Version).IsConcurrencyToken();
            initiative.HasOne<Department>().WithMany().HasForeignKey(i => i.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            initiative.HasOne<Programme>().WithMany().HasForeignKey(i => i.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            initiative.HasMany(i => i.Variants).WithOne().HasForeignKey("InitiativeId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Variant>(variant =>
        {
            variant.HasIndex("InitiativeId", nameof(Variant.Code)).IsUnique();
            variant.OwnsMany(v => v.Spends, spends =>
            {
                Numbered(spends);
                spends.HasOne<Budget>().WithMany().HasForeignKey(s => s.BudgetId).OnDelete(DeleteBehavior.Restrict);
            });
            variant.OwnsMany(v => v.Efforts, efforts =>
            {
                Numbered(efforts);
                efforts.HasOne<CapacityPool>().WithMany().HasForeignKey(e => e.PoolId).OnDelete(DeleteBehavior.Restrict);
            });
            variant.OwnsMany(v => v.Effects, effects =>
            {
                Numbered(effects);
                effects.HasOne<Goal>().WithMany().HasForeignKey(e => e.GoalId).OnDelete(DeleteBehavior.Restrict);
            });
        });
    }

    /// <summary>A number of its own as key: one of the databases gives out no numbers within another key.</summary>
    private static void Numbered<T>(OwnedNavigationBuilder<Variant, T> lines) where T : class
    {
        lines.WithOwner().HasForeignKey("VariantId");
        lines.Property<long>("Id");
        lines.HasKey("Id");
    }
}
