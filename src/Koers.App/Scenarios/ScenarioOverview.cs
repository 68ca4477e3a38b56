using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.Domain.Scenarios;

namespace Koers.App.Scenarios;

/// <summary>One way to set the frames, with what its last plan brings.</summary>
/// <param name="Scenario">The scenario; null = the frames of the municipality itself.</param>
/// <param name="Plan">Its last plan; null where nothing was planned yet.</param>
public sealed record ScenarioColumn(ScenarioLine? Scenario, PlanPicture? Plan);

/// <summary>Scenarios side by side, by what their last plans bring.</summary>
/// <param name="scenarios">The scenarios.</param>
/// <param name="family">Which run is the last of which.</param>
/// <param name="pictures">The plans.</param>
public sealed class ScenarioOverview(ScenarioRegister scenarios, RunFamily family, PlanPictures pictures)
{
    /// <summary>Most scenarios that are set side by side; more fit on no screen.</summary>
    public const int Most = 8;

    /// <summary>The municipality's own frames, and then the open scenarios, the last made first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see scenarios.</exception>
    public async Task<IReadOnlyList<ScenarioColumn>> Read(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var open = await scenarios.List(actor, ScenarioState.Open, new PageRequest(1, Most), cancellation);
        var columns = new List<ScenarioColumn> { new(null, await PlanOf(actor, null, cancellation)) };
        foreach (var scenario in open.Items)
            columns.Add(new ScenarioColumn(scenario, await PlanOf(actor, scenario.Id, cancellation)));
        return columns;
    }

    private async Task<PlanPicture?> PlanOf(Actor actor, Guid? scenario, CancellationToken cancellation) =>
        await family.LastOf(actor, scenario, cancellation) is { } run ? await pictures.Of(actor, run, cancellation) : null;
}
