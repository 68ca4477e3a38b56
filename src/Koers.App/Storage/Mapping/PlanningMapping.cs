using Koers.App.Requests;
using Koers.Domain.Agreements;
using Koers.Domain.Initiatives;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Storage.Mapping;

/// <summary>Scenarios, runs and agreements.</summary>
internal static class PlanningMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Scenario>(scenario =>
        {
            scenario.Property(s => s.Version).IsConcurrencyToken();
            scenario.OwnsMany(s => s.Choices, choices =>
            {
                choices.WithOwner().HasForeignKey("ScenarioId");
                choices.HasKey("ScenarioId", nameof(ScenarioChoice.InitiativeId), nameof(ScenarioChoice.Kind));
                choices.Property(c => c.InitiativeId).ValueGeneratedNever();
                choices.Property(c => c.Kind).ValueGeneratedNever();
                choices.HasOne<Initiative>().WithMany().HasForeignKey(c => c.InitiativeId).OnDelete(DeleteBehavior.Cascade);
            });
        });
        model.Entity<Run>(run =>
        {
            run.HasIndex(r => r.Number).IsUnique();
            run.HasIndex(r => r.State);
            run.HasOne<Scenario>().WithMany().HasForeignKey(r => r.ScenarioId).OnDelete(DeleteBehavior.Restrict);
            run.HasOne<Run>().WithMany().HasForeignKey(r => r.PlanRunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PortfolioAgreement>(agreement =>
        {
            agreement.HasIndex(a => a.Number).IsUnique();
            agreement.HasOne<Run>().WithMany().HasForeignKey(a => a.RunId).OnDelete(DeleteBehavior.Restrict);
            agreement.OwnsMany(a => a.Initiatives, lines =>
            {
                lines.WithOwner().HasForeignKey("AgreementId");
                lines.HasKey("AgreementId", nameof(AgreedInitiative.InitiativeId));
                lines.Property(l => l.InitiativeId).ValueGeneratedNever();
                lines.HasOne<Initiative>().WithMany().HasForeignKey(l => l.InitiativeId).OnDelete(DeleteBehavior.Restrict);
            });
        });
        model.Entity<AnsweredRequest>(request =>
        {
            request.HasKey(r => new { r.Actor, r.Key });
            request.HasIndex(r => r.At);
        });
    }
}
