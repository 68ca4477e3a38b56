namespace Koers.Domain.Organisation;

/// <summary>A department (afdeling): carries out initiatives and has people.</summary>
public sealed class Department
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it.</summary>
    public required string Name { get; set; }
}
