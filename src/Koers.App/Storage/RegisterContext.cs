using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage.Mapping;
using Koers.Domain.Accounts;
using Koers.Domain.Agreements;
using Koers.Domain.Appearance;
using Koers.Domain.Audit;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Koers.App.Storage;

/// <summary>The register as it is stored. Each database has a context of its own, because each has migrations of its own.</summary>
public abstract class RegisterContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What holds for all that is planned; one row, or none before the municipality is set up.</summary>
    public DbSet<PlanningSettings> Settings => Set<PlanningSettings>();

    /// <summary>The municipality's own look: one line, or none.</summary>
    public DbSet<HouseStyle> HouseStyles => Set<HouseStyle>();

    /// <summary>Departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Programmes.</summary>
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <summary>The tree of goals.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>How the weights of goals were found.</summary>
    public DbSet<GoalWeighing> GoalWeighings => Set<GoalWeighing>();

    /// <summary>Money.</summary>
    public DbSet<Budget> Budgets => Set<Budget>();

    /// <summary>People.</summary>
    public DbSet<CapacityPool> CapacityPools => Set<CapacityPool>();

    /// <summary>Draft frames.</summary>
    public DbSet<Frame> Frames => Set<Frame>();

    /// <summary>Frames as they were adopted.</summary>
    public DbSet<AdoptedFrames> AdoptedFrames => Set<AdoptedFrames>();

    /// <summary>Initiatives in all states.</summary>
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    /// <summary>How initiatives hang together.</summary>
    public DbSet<Relation> Relations => Set<Relation>();

    /// <summary>What people say about initiatives.</summary>
    public DbSet<Remark> Remarks => Set<Remark>();

    /// <summary>Scores by assessors.</summary>
    public DbSet<Score> Scores => Set<Score>();

    /// <summary>Copies of frames to try something with.</summary>
    public DbSet<Scenario> Scenarios => Set<Scenario>();

    /// <summary>Planning runs and analyses.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Plans that were adopted.</summary>
    public DbSet<PortfolioAgreement> Agreements => Set<PortfolioAgreement>();

    /// <summary>Roles of accounts.</summary>
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    /// <summary>Views of the list of initiatives that people kept.</summary>
    public DbSet<ListView> ListViews => Set<ListView>();

    /// <summary>Other systems.</summary>
    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    /// <summary>Requests that were answered.</summary>
    public DbSet<AnsweredRequest> AnsweredRequests => Set<AnsweredRequest>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Keys with which cookies are sealed; shared by all machines.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Opens the register at an address. The database need not be there yet.</summary>
    /// <param name="address">Where it is kept.</param>
    public static RegisterContext Open(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Kind == DatabaseKind.Sqlite
            ? new SqliteRegister(SqliteRegister.Options(address))
            : new PostgreSqlRegister(PostgreSqlRegister.Options(address));
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        Conversions.Configure(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        FrameMapping.Map(builder);
        InitiativeMapping.Map(builder);
        WeighingMapping.Map(builder);
        PlanningMapping.Map(builder);
        AccountMapping.Map(builder);
        builder.Entity<HouseStyle>().Property(style => style.Id).ValueGeneratedNever();
        builder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.HasIndex(e => new { e.Target, e.Number });
        });
        // Ids are given here, not by the database: what is added below something that is there is new all the same
        foreach (var id in builder.Model.GetEntityTypes().Select(type => type.FindProperty("Id")).OfType<IMutableProperty>())
            if (id.ClrType == typeof(Guid))
                id.ValueGenerated = ValueGenerated.Never;
    }
}
