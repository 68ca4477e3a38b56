using Koers.Domain.Goals;
using Koers.Domain.Means;

namespace Koers.Domain.Frames;

/// <summary>Everything that the executive sets, as one whole: goals with their weights, money, people, frames, and over which time. Draft frames
/// are the tables of the register; adopted frames and scenarios are copies of this kind.</summary>
public sealed class FrameContent
{
    /// <summary>Over which time, and how value is counted.</summary>
    public required PlanningSettings Settings { get; init; }

    /// <summary>The tree of goals.</summary>
    public List<Goal> Goals { get; init; } = [];

    /// <summary>Money.</summary>
    public List<Budget> Budgets { get; init; } = [];

    /// <summary>People.</summary>
    public List<CapacityPool> CapacityPools { get; init; } = [];

    /// <summary>Limits and lower bounds.</summary>
    public List<Frame> Frames { get; init; } = [];
}

/// <summary>Frames as they were adopted (vastgestelde kaders). Never changed: new frames are a new version.</summary>
public sealed class AdoptedFrames
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which version, 1 …; the highest is in force.</summary>
    public required int Number { get; init; }

    /// <summary>What the decision is called, for example "Kadernota 2027".</summary>
    public required string Decision { get; init; }

    /// <summary>A <see cref="FrameContent"/> in JSON.</summary>
    public required string Content { get; init; }

    /// <summary>When they were adopted.</summary>
    public required DateTimeOffset AdoptedAt { get; init; }

    /// <summary>Who adopted them; null where that account is gone.</summary>
    public Guid? AdoptedById { get; set; }
}
