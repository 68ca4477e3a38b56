using Koers.Domain.Accounts;

namespace Koers.Domain.Initiatives;

/// <summary>One step that an initiative can take, and who may let it.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it comes to stand.</param>
/// <param name="By">Roles that may take the step for any initiative (of their department, where a role holds for one).</param>
/// <param name="ByOwner">Whether its own proposer or lead may take it too.</param>
/// <param name="NeedsReason">Whether a reason must be given: what people lose should be explained to them.</param>
public sealed record InitiativeStep(
    InitiativeState From, InitiativeState To, IReadOnlyList<Role> By, bool ByOwner = false, bool NeedsReason = false)
{
    /// <summary>Whether somebody may take it.</summary>
    /// <param name="roles">Roles that hold for this initiative.</param>
    /// <param name="isOwner">Whether this is the proposer or lead of it.</param>
    public bool IsFor(IEnumerable<Role> roles, bool isOwner) => (isOwner && ByOwner) || roles.Any(By.Contains);
}

/// <summary>All steps there are. What is not in this table nobody may do.</summary>
public static class InitiativeSteps
{
    private static readonly Role[] Manager = [Role.PortfolioManager];
    private static readonly Role[] Deciding = [Role.PortfolioManager, Role.Executive];
    private static readonly Role[] Head = [Role.PortfolioManager, Role.DepartmentHead];

    /// <summary>The table.</summary>
    public static IReadOnlyList<InitiativeStep> All { get; } =
    [
        new(InitiativeState.Idea, InitiativeState.InPreparation, Head, ByOwner: true),
        new(InitiativeState.Idea, InitiativeState.Parked, Manager, ByOwner: true, NeedsReason: true),
        new(InitiativeState.Idea, InitiativeState.Rejected, Manager, NeedsReason: true),
        new(InitiativeState.InPreparation, InitiativeState.Idea, Manager, ByOwner: true),
        new(InitiativeState.InPreparation, InitiativeState.Submitted, Head, ByOwner: true),
        new(InitiativeState.InPreparation, InitiativeState.Parked, Manager, ByOwner: true, NeedsReason: true),
        new(InitiativeState.InPreparation, InitiativeState.Rejected, Manager, NeedsReason: true),
        new(InitiativeState.Submitted, InitiativeState.InPreparation, Manager, ByOwner: true, NeedsReason: true),
        new(InitiativeState.Submitted, InitiativeState.Weighed, Manager),
        new(InitiativeState.Submitted, InitiativeState.Parked, Manager, NeedsReason: true),
        new(InitiativeState.Submitted, InitiativeState.Rejected, Deciding, NeedsReason: true),
        new(InitiativeState.Weighed, InitiativeState.Submitted, Manager, NeedsReason: true),
        new(InitiativeState.Weighed, InitiativeState.Chosen, Deciding),
        new(InitiativeState.Weighed, InitiativeState.Parked, Deciding, NeedsReason: true),
        new(InitiativeState.Weighed, InitiativeState.Rejected, Deciding, NeedsReason: true),
        new(InitiativeState.Parked, InitiativeState.InPreparation, Manager, ByOwner: true),
        new(InitiativeState.Parked, InitiativeState.Weighed, Manager),
        new(InitiativeState.Parked, InitiativeState.Rejected, Deciding, NeedsReason: true),
        new(InitiativeState.Rejected, InitiativeState.Idea, Manager, NeedsReason: true),
        new(InitiativeState.Chosen, InitiativeState.Running, Head, ByOwner: true),
        new(InitiativeState.Chosen, InitiativeState.Weighed, Deciding, NeedsReason: true),
        new(InitiativeState.Chosen, InitiativeState.Parked, Deciding, NeedsReason: true),
        new(InitiativeState.Running, InitiativeState.Completed, Head, ByOwner: true),
        new(InitiativeState.Running, InitiativeState.Stopped, Deciding, NeedsReason: true),
        new(InitiativeState.Stopped, InitiativeState.InPreparation, Manager, NeedsReason: true),
    ];

    /// <summary>The step between two states; null where there is none.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="to">Where it should come to stand.</param>
    public static InitiativeStep? Find(InitiativeState from, InitiativeState to) => All.FirstOrDefault(step => step.From == from && step.To == to);
}
