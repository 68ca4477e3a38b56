using Koers.App.Frames;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Scenarios;
using Koers.Domain.Scenarios;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Scenarios;

/// <summary>One scenario.</summary>
public sealed record ScenarioModel
{
    /// <summary>The scenario.</summary>
    public required ScenarioView Scenario { get; init; }

    /// <summary>What stands in its form.</summary>
    public required FormData Form { get; init; }

    /// <summary>What differs from what it was copied from.</summary>
    public required IReadOnlyList<FrameChange> Changes { get; init; }

    /// <summary>Its last plan; null where there is none.</summary>
    public PlanPicture? Plan { get; init; }

    /// <summary>Names of initiatives about which something is decided, by number.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Numbers of those that are parked.</summary>
    public required IReadOnlySet<string> Parked { get; init; }

    /// <summary>Whether who looks may change it.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether who looks may make it the draft.</summary>
    public bool MayPromote { get; init; }

    /// <summary>Whether who looks may plan it.</summary>
    public bool MayAsk { get; init; }

    /// <summary>The address of the scenario.</summary>
    public string Address => $"/samenstellen/scenarios/{Scenario.Id}";
}

/// <summary>A scenario that is to be made.</summary>
/// <param name="Form">What was filled in.</param>
/// <param name="Adopted">Numbers and names of adopted frames, the last first.</param>
public sealed record NewScenarioModel(FormData Form, IReadOnlyList<Choice> Adopted);

/// <summary>A scenario that is about to be concluded: it does not change afterwards.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="To">What it becomes.</param>
/// <param name="Form">What was refused.</param>
/// <param name="Changes">What differs from the draft.</param>
public sealed record ConcludeModel(ScenarioView Scenario, ScenarioState To, FormData Form, IReadOnlyList<FrameChange> Changes);
