using Koers.App.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Koers.App.Storage.Mapping;

/// <summary>Initiatives and what belongs to them.</summary>
internal static class InitiativeMapping
{
    public static void Map(ModelBuilder model)
    {
        Named.Map<Initiative>(model, i => i.Number, i => i.Name);
        model.Entity<Initiative>(initiative =>
        {
            initiative.HasIndex(i => new { i.State, i.Number });
            initiative.HasIndex(i => i.ProposerId);
            initiative.HasIndex(i => i.LeadId);
            initiative.Property(i => i.Version).IsConcurrencyToken();
            initiative.HasOne<Department>().WithMany().HasForeignKey(i => i.DepartmentId).OnDelete(DeleteBehavior.Restrict);
            initiative.HasOne<Programme>().WithMany().HasForeignKey(i => i.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            initiative.HasMany(i => i.Variants).WithOne().HasForeignKey("InitiativeId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            initiative.OwnsMany(i => i.Documents, documents => documents.ToJson());
            MapLines(initiative);
        });
        model.Entity<Variant>(MapVariant);
        model.Entity<Relation>(MapRelation);
        model.Entity<Remark>(remark =>
        {
            remark.HasIndex(r => new { r.InitiativeId, r.At });
            remark.HasOne<Initiative>().WithMany().HasForeignKey(r => r.InitiativeId).OnDelete(DeleteBehavior.Cascade);
            remark.HasOne<Account>().WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.SetNull);
        });
    }

    private static void MapLines(EntityTypeBuilder<Initiative> initiative)
    {
        initiative.OwnsMany(i => i.Labels, labels =>
        {
            labels.WithOwner().HasForeignKey("InitiativeId");
            labels.HasKey("InitiativeId", nameof(InitiativeLabel.Key));
            labels.Property(l => l.Key).ValueGeneratedNever();
        });
        initiative.OwnsMany(i => i.Partners, partners =>
        {
            partners.WithOwner().HasForeignKey("InitiativeId");
            partners.HasKey("InitiativeId", nameof(InitiativePartner.DepartmentId));
            partners.Property(p => p.DepartmentId).ValueGeneratedNever();
            partners.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapVariant(EntityTypeBuilder<Variant> variant)
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
    }

    private static void MapRelation(EntityTypeBuilder<Relation> relation)
    {
        relation.HasIndex(r => r.Code).IsUnique();
        relation.Property(r => r.Version).IsConcurrencyToken();
        relation.OwnsMany(r => r.Members, members =>
        {
            members.WithOwner().HasForeignKey("RelationId");
            members.HasKey("RelationId", nameof(RelationMember.Place));
            members.Property(m => m.Place).ValueGeneratedNever();
            members.HasOne<Initiative>().WithMany().HasForeignKey(m => m.InitiativeId).OnDelete(DeleteBehavior.Restrict);
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
