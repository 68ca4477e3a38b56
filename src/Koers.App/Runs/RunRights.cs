using Koers.App.Accounts;
using Koers.Domain.Accounts;

namespace Koers.App.Runs;

/// <summary>Who may ask for runs, stop them and see them.</summary>
public static class RunRights
{
    /// <summary>Whether somebody may ask for a run: the portfolio manager, who plans, and the executive, who decides.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayAsk(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.PortfolioManager) || actor.Has(Role.Executive);
    }

    /// <summary>Whether somebody may take out what is planned, as a problem: who may ask for a run, and the controller, who reads everything.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayTakeOut(Actor actor) => MayAsk(actor) || actor.Has(Role.Controller);

    /// <summary>Whether somebody may stop a run.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayStop(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.PortfolioManager);
    }

    /// <summary>Whether somebody sees all runs; readers see those of which the plan was adopted.</summary>
    /// <param name="actor">Who.</param>
    public static bool SeesAll(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.Any(grant => grant.Role != Role.Reader);
    }

    /// <summary>Whether somebody sees runs of which the plan was adopted.</summary>
    /// <param name="actor">Who.</param>
    public static bool SeesAdopted(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.Count > 0;
    }
}
