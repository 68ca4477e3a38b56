using Koers.App.Accounts;
using Koers.Domain.Accounts;

namespace Koers.App.Agreements;

/// <summary>Who may adopt a portfolio agreement. Everybody with a role sees agreements: they are what was adopted.</summary>
public static class AgreementRights
{
    /// <summary>Whether somebody may adopt a plan: the executive, for the whole organisation.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayAdopt(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.Executive);
    }

    /// <summary>Whether somebody sees agreements.</summary>
    /// <param name="actor">Who.</param>
    public static bool MaySee(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.Count > 0;
    }
}
