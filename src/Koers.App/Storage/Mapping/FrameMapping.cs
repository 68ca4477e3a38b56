using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage.Mapping;

/// <summary>Goals, means and frames.</summary>
internal static class FrameMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PlanningSettings>(settings =>
        {
            settings.Property(s => s.Id).ValueGeneratedNever();
            settings.Property(s => s.Version).IsConcurrencyToken();
        });
        Named.Map<Department>(model, d => d.Code, d => d.Name);
        Named.Map<Programme>(model, p => p.Code, p => p.Name);
        MapGoals(model);
        MapBudgets(model);
        MapPools(model);
        Named.Map<Frame>(model, f => f.Code, f => f.Name);
        model.Entity<Frame>(frame =>
        {
            frame.Property(f => f.Version).IsConcurrencyToken();
            frame.OwnsMany(f => f.Conditions, conditions => conditions.ToJson());
            frame.HasOne<Goal>().WithMany().HasForeignKey(f => f.GoalId).OnDelete(DeleteBehavior.Restrict);
            frame.HasOne<CapacityPool>().WithMany().HasForeignKey(f => f.PoolId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AdoptedFrames>(adopted => adopted.HasIndex(a => a.Number).IsUnique());
    }

    private static void MapGoals(ModelBuilder model)
    {
        Named.Map<Goal>(model, g => g.Code, g => g.Name);
        model.Entity<Goal>(goal =>
        {
            goal.HasOne<Goal>().WithMany().HasForeignKey(g => g.ParentId).OnDelete(DeleteBehavior.Restrict);
            goal.Property(g => g.Version).IsConcurrencyToken();
            goal.OwnsMany(g => g.Anchors, anchors => anchors.ToJson());
        });
    }

    private static void MapBudgets(ModelBuilder model)
    {
        Named.Map<Budget>(model, b => b.Code, b => b.Name);
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
    }

    private static void MapPools(ModelBuilder model)
    {
        Named.Map<CapacityPool>(model, c => c.Code, c => c.Name);
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
}
