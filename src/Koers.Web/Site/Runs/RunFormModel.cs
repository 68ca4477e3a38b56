using Koers.App.Runs;
using Koers.App.Scenarios;
using Koers.Domain.Runs;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Runs;

/// <summary>A run that is asked for.</summary>
public sealed record RunFormModel
{
    /// <summary>What it should find out.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What was filled in.</summary>
    public required FormData Form { get; init; }

    /// <summary>Open scenarios.</summary>
    public required IReadOnlyList<ScenarioLine> Scenarios { get; init; }

    /// <summary>Runs with a plan, the last first.</summary>
    public required IReadOnlyList<RunWithPlan> Plans { get; init; }

    /// <summary>Goals, budgets and pools by code.</summary>
    public required Koers.App.Organisation.CodeBook Codes { get; init; }
}
