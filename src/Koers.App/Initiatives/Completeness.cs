using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>What an initiative must have before it can come to stand somewhere. To be handed in: enough to weigh it; to be weighed: a score on
/// every goal. Everything that is missing is said at once.</summary>
internal static class Completeness
{
    /// <summary>What is missing for a step.</summary>
    /// <param name="context">The register.</param>
    /// <param name="initiative">With its variants.</param>
    /// <param name="to">Where it should come to stand.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlyList<InputFault>> Missing(
        RegisterContext context, Initiative initiative, InitiativeState to, CancellationToken cancellation) => to switch
        {
            // What is opened again was complete when it was handed in
            InitiativeState.Submitted when initiative.State is InitiativeState.Idea or InitiativeState.InPreparation => ForSubmitting(initiative, await context.Goals.AnyAsync(cancellation)),
            // From chosen back to weighed nothing is missing: it was weighed, and new goals do not change that
            InitiativeState.Weighed when initiative.State is InitiativeState.Submitted or InitiativeState.Parked =>
                ForWeighing(await ScoreTable.Read(context, context.Initiatives.Where(i => i.Id == initiative.Id), cancellation), initiative),
            _ => [],
        };

    /// <summary>What would help those who weigh it, without being needed.</summary>
    /// <param name="initiative">With its variants.</param>
    public static IReadOnlyList<InputFault> Advice(Initiative initiative)
    {
        var check = new InputCheck();
        check.That(initiative.PoliticalSponsor is not null, "/inhoud/bestuurlijkOpdrachtgever",
            "Noem de bestuurlijk opdrachtgever.", "Name the political sponsor.");
        check.That(initiative.LeadId is not null, "/inhoud/opdrachtnemer", "Noem de opdrachtnemer.", "Name the lead.");
        check.That(initiative.PolicyField is not null, "/inhoud/taakveld", "Kies het taakveld.", "Choose the policy field.");
        check.That(initiative.Variants.Count != 1, "/inhoud/varianten",
            "Geef naast deze variant een sobere of ruimere: dan is er iets te kiezen.",
            "Beside this variant give a sober or a wider one: then there is something to choose.");
        return check.Faults;
    }

    private static IReadOnlyList<InputFault> ForSubmitting(Initiative initiative, bool hasGoals)
    {
        var check = new InputCheck();
        check.That(!string.IsNullOrWhiteSpace(initiative.Summary), "/inhoud/samenvatting",
            "Vat in een paar regels samen wat het is en waarvoor.", "Sum up in a few lines what it is and what it is for.");
        check.That(initiative.ExecutiveSponsor is not null, "/inhoud/ambtelijkOpdrachtgever",
            "Noem de ambtelijk opdrachtgever.", "Name the executive sponsor.");
        check.That(initiative.Variants.Any(v => v.Spends.Count + v.Efforts.Count > 0), "/inhoud/varianten",
            "Minstens één variant vraagt geld of mensen; zonder middelen is er niets af te wegen.",
            "At least one variant asks money or people; without means there is nothing to weigh.");
        // What must be done anyway is weighed by its variant and its moment, not by what it brings
        check.That(
            !hasGoals || initiative.IsStatutory || initiative.Variants.Any(v => v.Effects.Any(e => e.Points != 0)), "/inhoud/varianten",
            "Schat in minstens één variant het effect op minstens één doel.", "In at least one variant, estimate the effect on at least one goal.");
        return check.Faults;
    }

    private static IReadOnlyList<InputFault> ForWeighing(ScoreTable table, Initiative initiative)
    {
        var check = new InputCheck();
        check.That(table.Leaves.Count > 0, "/scores", "Er zijn nog geen doelen om op te wegen.", "There are no goals yet to weigh by.");
        foreach (var goal in table.ScoredByFewerThan(1, initiative.Id))
            check.That(false, $"/scores/{goal.Code}", $"Niemand scoorde op “{goal.Name}”.", $"Nobody scored on “{goal.Name}”.");
        return check.Faults;
    }
}

/// <summary>A step that an actor may let an initiative take now.</summary>
/// <param name="To">Where it would come to stand.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="Missing">What is missing for it; empty where it can be taken.</param>
public sealed record PossibleStep(InitiativeState To, bool NeedsReason, IReadOnlyList<InputFault> Missing);

/// <summary>How complete an initiative is.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Next">Where it would come to stand next on its way to the agreement; null where there is no next.</param>
/// <param name="Missing">What is missing for that.</param>
/// <param name="Advice">What would help without being needed.</param>
public sealed record CompletenessReport(
    InitiativeState State, InitiativeState? Next, IReadOnlyList<InputFault> Missing, IReadOnlyList<InputFault> Advice);
