using Koers.App.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage.Mapping;

/// <summary>Weights and scores.</summary>
internal static class WeighingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<GoalWeighing>(weighing =>
        {
            weighing.HasIndex(w => new { w.ParentId, w.SetAt });
            weighing.HasOne<Goal>().WithMany().HasForeignKey(w => w.ParentId).OnDelete(DeleteBehavior.Cascade);
            weighing.HasOne<Account>().WithMany().HasForeignKey(w => w.SetById).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Score>(score =>
        {
            score.HasIndex(s => new { s.InitiativeId, s.GoalId, s.AssessorId }).IsUnique();
            score.Property(s => s.Version).IsConcurrencyToken();
            score.HasOne<Initiative>().WithMany().HasForeignKey(s => s.InitiativeId).OnDelete(DeleteBehavior.Cascade);
            score.HasOne<Goal>().WithMany().HasForeignKey(s => s.GoalId).OnDelete(DeleteBehavior.Restrict);
            score.HasOne<Account>().WithMany().HasForeignKey(s => s.AssessorId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
