namespace Koers.Domain.Accounts;

/// <summary>A role that an account has (rol), for the whole organisation or for one department.</summary>
public sealed class RoleGrant
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The department for which it holds; null = the whole organisation.</summary>
    public Guid? DepartmentId { get; init; }
}
