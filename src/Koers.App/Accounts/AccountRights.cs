using Koers.App.Requests;
using Koers.Domain.Accounts;

namespace Koers.App.Accounts;

/// <summary>What can be done with accounts of others.</summary>
public enum AccountAction
{
    /// <summary>Find people: name and department, to appoint a lead.</summary>
    Browse,

    /// <summary>See an account with its roles.</summary>
    See,

    /// <summary>Take out all rights, for the yearly review.</summary>
    ExportRights,

    /// <summary>Make and change accounts, give roles, reset passwords, close.</summary>
    Manage,

    /// <summary>Give and withdraw tokens of other systems.</summary>
    ManageClients,
}

/// <summary>Who may do what with accounts of others. What somebody may do with the own account needs no role. An administrator may give any
/// role, also to itself: it is in the audit trail, and the yearly review shows it.</summary>
public static class AccountRights
{
    private static readonly Dictionary<AccountAction, Role[]> Table = new()
    {
        [AccountAction.Browse] =
        [
            Role.Administrator, Role.Controller, Role.PortfolioManager, Role.Executive, Role.DepartmentHead, Role.Lead, Role.Proposer, Role.Assessor,
        ],
        [AccountAction.See] = [Role.Administrator, Role.Controller],
        [AccountAction.ExportRights] = [Role.Administrator, Role.Controller],
        [AccountAction.Manage] = [Role.Administrator],
        [AccountAction.ManageClients] = [Role.Administrator],
    };

    /// <summary>Roles that mean something for one department; the others hold for the whole organisation only.</summary>
    public static IReadOnlyList<Role> PerDepartment { get; } =
        [Role.PortfolioManager, Role.Proposer, Role.Assessor, Role.DepartmentHead, Role.Lead];

    /// <summary>What is wrong with giving a role for one department; null where it can be. Whoever gives roles asks here: administrators, and
    /// the settings of single sign-on.</summary>
    /// <param name="role">The role.</param>
    /// <param name="department">Code of the department; null = the whole organisation, for which every role can be given.</param>
    public static Text? ObstacleFor(Role role, string? department) => department is null || PerDepartment.Contains(role)
        ? null
        : new Text(
            $"De rol {Words.Dutch(role)} geldt voor het geheel, niet voor een afdeling.",
            $"The role {Words.English(role)} holds for the whole, not for a department.");

    /// <summary>Whether somebody may do something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    public static bool May(Actor actor, AccountAction action)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Table[action].Any(actor.HasSomewhere);
    }

    /// <summary>Refuses who may not do something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <exception cref="NotAllowedException">It may not.</exception>
    public static void Demand(Actor actor, AccountAction action)
    {
        if (May(actor, action))
            return;
        var (dutch, english) = (Table[action].Select(Words.Dutch), Table[action].Select(Words.English));
        throw new NotAllowedException(new Text(
            $"Dit kan alleen wie een van deze rollen heeft: {string.Join(", ", dutch)}.",
            $"Only who has one of these roles may do this: {string.Join(", ", english)}."));
    }
}
