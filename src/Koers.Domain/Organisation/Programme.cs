namespace Koers.Domain.Organisation;

/// <summary>Organised effort towards an effect (programma); not a programme of the budget.</summary>
public sealed class Programme
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it.</summary>
    public required string Name { get; set; }
}
