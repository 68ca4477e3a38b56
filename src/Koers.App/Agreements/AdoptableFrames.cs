using Koers.App.Planning;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Agreements;

/// <summary>A plan is adopted within the frames in force: who adopts a plan adopts no frames along with it. What a scenario tries with other frames
/// becomes a plan to adopt by taking the scenario over and adopting its frames; what it decides beforehand about initiatives is part of
/// the decision, and in the trail.</summary>
internal sealed class AdoptableFrames(RegisterContext context)
{
    /// <summary>Looks whether a run was planned within the frames in force.</summary>
    /// <returns>The scenario that it planned; null where it planned none.</returns>
    /// <exception cref="AgainstRuleException">It was not, or its scenario was changed since.</exception>
    public async Task<Scenario?> Of(Run run, CancellationToken cancellation)
    {
        var (scenario, obstacle) = await Look(run, cancellation);
        return obstacle is null ? scenario : throw new AgainstRuleException(obstacle);
    }

    /// <summary>The scenario that a run planned, and why its frames keep its plan from being adopted; null where they do not.</summary>
    /// <exception cref="AgainstRuleException">No problem can be made of the frames in force.</exception>
    public async Task<(Scenario? Scenario, Text? Obstacle)> Look(Run run, CancellationToken cancellation)
    {
        var scenario = run.ScenarioId is { } id ? await context.Scenarios.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation) : null;
        var inForce = ProblemBuilder.OfFrames(await new PlanningSources(context).InForce(cancellation));
        if (!Bare(RunPlans.ProblemOf(run.Problem)).AsSpan().SequenceEqual(Bare(inForce)))
            return (scenario, scenario is null
                ? new Text(
                    $"Run {run.Number} is gepland met andere kaders dan nu gelden. Laat die eerst vaststellen, of plan opnieuw met de geldende kaders.",
                    $"Run {run.Number} was planned within other frames than those in force. Have those adopted first, or plan again within the frames in force.")
                : new Text(
                    $"Run {run.Number} plande scenario “{scenario.Name}”, met andere kaders dan nu gelden. Neem het scenario over en laat de kaders vaststellen, of plan opnieuw met de geldende kaders.",
                    $"Run {run.Number} planned scenario “{scenario.Name}”, within other frames than those in force. Promote the scenario and adopt its frames, or plan again within the frames in force."));
        if (scenario is { State: ScenarioState.Open } && scenario.ChangedAt > run.AskedAt)
            return (scenario, new Text(
                $"Scenario “{scenario.Name}” is gewijzigd sinds run {run.Number}; plan opnieuw.", $"Scenario “{scenario.Name}” was changed since run {run.Number}; plan again."));
        return (scenario, null);
    }

    /// <summary>What frames became in a problem, to the byte: without what is proposed, and how the municipality is called.</summary>
    private static byte[] Bare(Problem problem) => ProblemWriter.ToBytes(problem with
    {
        Name = "",
        Initiatives = [],
        Relations = [],
        Reference = null,
        Analysis = AnalysisInput.None,
    });
}
