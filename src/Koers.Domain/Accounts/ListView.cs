namespace Koers.Domain.Accounts;

/// <summary>A way of looking at the list of initiatives that somebody kept (weergave): what is searched, filtered, sorted and shown.</summary>
public sealed class ListView
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>How that person calls it.</summary>
    public required string Name { get; set; }

    /// <summary>What is asked of the list, as the address of the page has it behind the question mark.</summary>
    public required string Query { get; set; }
}
