using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>Who may see, propose and change initiatives. Who may let one take a step is in <see cref="InitiativeSteps"/>.</summary>
public static class InitiativeRights
{
    private static readonly InitiativeState[] Adopted =
        [InitiativeState.Chosen, InitiativeState.Running, InitiativeState.Stopped, InitiativeState.Completed];

    /// <summary>The states that a reader sees: what was adopted.</summary>
    public static IReadOnlyList<InitiativeState> SeenByReaders => Adopted;

    /// <summary>Whether somebody sees initiatives in all states; readers see what was adopted.</summary>
    /// <param name="actor">Who.</param>
    public static bool SeesAll(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.Any(grant => grant.Role != Role.Reader);
    }

    /// <summary>Whether somebody sees an initiative.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    public static bool MaySee(Actor actor, Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return MaySee(actor, initiative.State);
    }

    /// <summary>Whether somebody sees an initiative that stands somewhere.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="state">Where it stands.</param>
    public static bool MaySee(Actor actor, InitiativeState state) =>
        SeesAll(actor) || (actor.HasSomewhere(Role.Reader) && Adopted.Contains(state));

    /// <summary>Whether somebody may propose one. Every employee is a proposer.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayPropose(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.HasSomewhere(Role.Proposer) || actor.HasSomewhere(Role.PortfolioManager) || actor.HasSomewhere(Role.DepartmentHead);
    }

    /// <summary>Refuses who may not propose one.</summary>
    /// <param name="actor">Who.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    public static void DemandPropose(Actor actor)
    {
        if (!MayPropose(actor))
            throw new NotAllowedException(new Text("Een initiatief indienen kan wie indiener is.", "Proposers may propose an initiative."));
    }

    /// <summary>Whether somebody may change what an initiative says: its proposer and lead and the head of its department until it is handed
    /// in, the portfolio manager always.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    public static bool MayChange(Actor actor, Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(initiative);
        if (actor.Has(Role.PortfolioManager))
            return true;
        var isBeingWritten = initiative.State is InitiativeState.Idea or InitiativeState.InPreparation;
        return isBeingWritten && (IsOwner(actor, initiative) || actor.RolesFor(initiative.DepartmentId).Contains(Role.DepartmentHead));
    }

    /// <summary>Whether somebody reads and joins the discussion: employees, not readers from outside.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayDiscuss(Actor actor) => SeesAll(actor);

    /// <summary>Whether somebody may let an initiative take a step.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    /// <param name="step">A step from where it stands.</param>
    public static bool MayTake(Actor actor, Initiative initiative, InitiativeStep step)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(step);
        return step.IsFor(actor.RolesFor(initiative.DepartmentId), IsOwner(actor, initiative));
    }

    /// <summary>Whether there is any step, wherever it stands, that somebody may let an initiative take.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    public static bool MayTakeSome(Actor actor, Initiative initiative) => InitiativeSteps.All.Any(step => MayTake(actor, initiative, step));

    /// <summary>Whether somebody is the proposer or lead of an initiative.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="initiative">The initiative.</param>
    public static bool IsOwner(Actor actor, Initiative initiative)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(initiative);
        return actor.Id is { } id && (initiative.ProposerId == id || initiative.LeadId == id);
    }
}
