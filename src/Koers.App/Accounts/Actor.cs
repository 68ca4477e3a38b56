using Koers.Domain.Accounts;

namespace Koers.App.Accounts;

/// <summary>Who asks for something, and from where.</summary>
/// <param name="Id">Account; null for the program itself.</param>
/// <param name="Name">How the audit trail writes who it was: an id, never the name of a person.</param>
/// <param name="Grants">Roles, each for the whole or for one department.</param>
/// <param name="Origin">From where: an address, or "opdrachtregel"; null where not known.</param>
public sealed record Actor(Guid? Id, string Name, IReadOnlyList<Grant> Grants, string? Origin)
{
    /// <summary>The roles that hold for what belongs to a department.</summary>
    /// <param name="department">The department.</param>
    public IEnumerable<Role> RolesFor(Guid department) =>
        Grants.Where(grant => grant.DepartmentId is null || grant.DepartmentId == department).Select(grant => grant.Role);

    /// <summary>Whether it has a role, for the whole organisation or for a department.</summary>
    /// <param name="role">The role.</param>
    public bool HasSomewhere(Role role) => Grants.Any(grant => grant.Role == role);

    /// <summary>Whether a role holds for the whole organisation.</summary>
    /// <param name="role">The role.</param>
    public bool Has(Role role) => Grants.Any(grant => grant.Role == role && grant.DepartmentId is null);
}

/// <summary>A role given to an account.</summary>
/// <param name="Role">The role.</param>
/// <param name="DepartmentId">The department for which it holds; null = the whole organisation.</param>
public sealed record Grant(Role Role, Guid? DepartmentId = null);
