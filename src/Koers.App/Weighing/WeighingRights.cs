using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;

namespace Koers.App.Weighing;

/// <summary>Who may score, and who sees scores when. Scoring is blind: until the weighing of an initiative is over, everybody sees the own
/// scores only, and the portfolio manager how many there are.</summary>
public static class WeighingRights
{
    private static readonly InitiativeState[] Past =
        [InitiativeState.Weighed, InitiativeState.Chosen, InitiativeState.Running, InitiativeState.Stopped, InitiativeState.Completed];

    /// <summary>Whether somebody may score an initiative: an assessor with an account, for the whole organisation or for its department. Being
    /// proposer or lead of it is another matter: that is a rule, not a right.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    public static bool MayScore(Actor actor, Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(initiative);
        return actor.Id is not null && actor.RolesFor(initiative.DepartmentId).Contains(Role.Assessor);
    }

    /// <summary>Whether the weighing of an initiative is over, so that its scores are open. What was parked or rejected was weighed where every
    /// goal had been scored by then.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isFullyScored">Whether every goal was scored by at least one assessor.</param>
    public static bool IsOver(InitiativeState state, bool isFullyScored) =>
        Past.Contains(state) || (isFullyScored && state is (InitiativeState.Parked or InitiativeState.Rejected));

    /// <summary>Whether somebody sees how many have scored before the weighing is over.</summary>
    /// <param name="actor">Who.</param>
    public static bool MaySeeCounts(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.PortfolioManager);
    }

    /// <summary>Refuses who may not see the weighing of all initiatives beside each other: it is work of employees, and what readers see of an
    /// initiative stands with that initiative.</summary>
    /// <param name="actor">Who.</param>
    /// <exception cref="NotAllowedException">This actor is a reader only.</exception>
    public static void DemandOverview(Actor actor)
    {
        if (!InitiativeRights.SeesAll(actor))
            throw new NotAllowedException(new Text("De afweging is voor medewerkers.", "The weighing is for employees."));
    }

    /// <summary>Whether somebody sees who gave which score, once the weighing is over; readers see means and spread only.</summary>
    /// <param name="actor">Who.</param>
    public static bool MaySeeWho(Actor actor) => InitiativeRights.SeesAll(actor);
}
