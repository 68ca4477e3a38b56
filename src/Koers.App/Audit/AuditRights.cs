using Koers.App.Accounts;
using Koers.Domain.Accounts;

namespace Koers.App.Audit;

/// <summary>Who reads the audit trail.</summary>
public static class AuditRights
{
    private static readonly Role[] Readers = [Role.Controller, Role.Administrator, Role.PortfolioManager];

    /// <summary>Whether somebody reads the whole trail: controller, administrator and portfolio manager, each for the whole organisation.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayRead(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Readers.Any(actor.Has);
    }
}
