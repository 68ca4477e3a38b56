using Koers.Domain.Agreements;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;

namespace Koers.App.Planning;

/// <summary>Everything of the register that a problem is made of.</summary>
public sealed record PlanningSource
{
    /// <summary>What the executive set: goals, means, frames and the time over which is planned.</summary>
    public required FrameContent Frames { get; init; }

    /// <summary>Initiatives in all states, with their variants.</summary>
    public required IReadOnlyList<Initiative> Initiatives { get; init; }

    /// <summary>How they hang together.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>What assessors made of them.</summary>
    public IReadOnlyList<Score> Scores { get; init; } = [];

    /// <summary>What a scenario decides beforehand.</summary>
    public IReadOnlyList<ScenarioChoice> Choices { get; init; } = [];

    /// <summary>The agreement in force; null where there is none.</summary>
    public PortfolioAgreement? Agreement { get; init; }

    /// <summary>Codes of departments, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> Departments { get; init; }

    /// <summary>Codes of programmes, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Programmes { get; init; } = new Dictionary<Guid, string>();
}
