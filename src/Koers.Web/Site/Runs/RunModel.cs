using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Scenarios;
using Koers.Domain.Runs;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Runs;

/// <summary>Which part of a plan is looked at.</summary>
public enum PlanView
{
    /// <summary>What it comes to.</summary>
    Overview,

    /// <summary>What is done when.</summary>
    Roadmap,

    /// <summary>What is chosen and what is not.</summary>
    Choices,

    /// <summary>Money and people.</summary>
    Means,
}

/// <summary>One run: how far it is, or what it found.</summary>
public sealed record RunModel
{
    /// <summary>The run.</summary>
    public required RunView Run { get; init; }

    /// <summary>How value and bound moved.</summary>
    public IReadOnlyList<TracePoint> Trace { get; init; } = [];

    /// <summary>How long it runs, in seconds; null while it waits.</summary>
    public double? Seconds { get; init; }

    /// <summary>How many runs it waits for: asked before, and not over.</summary>
    public int Ahead { get; init; }

    /// <summary>Name of its scenario; null where it has none.</summary>
    public string? ScenarioName { get; init; }

    /// <summary>Whether who looks sees all runs and scenarios; readers see what was adopted.</summary>
    public bool SeesAll { get; init; }

    /// <summary>Whether who looks may stop it.</summary>
    public bool MayStop { get; init; }

    /// <summary>Whether who looks may ask for other runs.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Whether who looks may decide things beforehand in scenarios.</summary>
    public bool MayAdjust { get; init; }

    /// <summary>Whether who looks may adopt a plan.</summary>
    public bool MayAdopt { get; init; }

    /// <summary>What stands in the way of adopting its plan; null where nothing does, or who looks has nothing to do with it.</summary>
    public Text? Obstacle { get; init; }

    /// <summary>Numbers of initiatives that are parked; empty where who looks decides nothing.</summary>
    public IReadOnlySet<string> Parked { get; init; } = new HashSet<string>();

    /// <summary>Names by number of what the scenario decides beforehand: not all of it takes part in this plan.</summary>
    public IReadOnlyDictionary<string, string> NamesInHand { get; init; } = new Dictionary<string, string>();

    /// <summary>Its plan; null where it has none.</summary>
    public PlanPicture? Plan { get; init; }

    /// <summary>Which part of the plan is looked at.</summary>
    public PlanView View { get; init; }

    /// <summary>What is different from another plan; null where there is none to compare with.</summary>
    public PlanDifference? Difference { get; init; }

    /// <summary>Other runs with a plan, the last first.</summary>
    public IReadOnlyList<int> Others { get; init; } = [];

    /// <summary>What was found out about the plan.</summary>
    public IReadOnlyList<RunRelative> About { get; init; } = [];

    /// <summary>The scenario in which things are decided beforehand; null where there is none yet.</summary>
    public ScenarioView? Scenario { get; init; }

    /// <summary>The scenario that is being put together beside this run, as a part of an address; empty where it is that of the run. It stays in hand
    /// from part to part.</summary>
    public string InHand => Scenario is { } scenario && scenario.Id != Run.Scenario ? $"scenario={scenario.Id}" : "";

    /// <summary>What is being decided about an initiative.</summary>
    public FormData? Adjustment { get; init; }

    /// <summary>Whether the roadmap goes by programme; else by department.</summary>
    public bool IsByProgramme { get; init; }

    /// <summary>What is looked for among what is chosen and what is not; empty for everything.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whether long lists are shown whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Names of departments and programmes.</summary>
    public CodeBook? Codes { get; init; }

    /// <summary>The answer of an analysis; null where there is none.</summary>
    public AnswerModel? Answer { get; init; }

    /// <summary>The address of the run.</summary>
    public string Address => $"/samenstellen/runs/{Run.Number}";

    /// <summary>Whether it makes a plan.</summary>
    public bool IsPlan => Run.Kind is RunKind.Plan or RunKind.Replan;
}

/// <summary>The answer of an analysis, with what is needed to say it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Answer">The record of its kind.</param>
/// <param name="Words">Says rules and names.</param>
/// <param name="Calendar">Days and quarters.</param>
/// <param name="Codes">Names of departments and programmes.</param>
public sealed record AnswerModel(RunView Run, object Answer, RuleWords Words, Koers.App.Planning.Calendar Calendar, CodeBook Codes);
