namespace Koers.Planning.Analyses;

/// <summary>What a repair is asked.</summary>
public sealed record RepairSettings
{
    /// <summary>Most conflicts to find; default 10, at least 1.</summary>
    public int MostConflicts { get; init; } = 10;

    /// <summary>Whether statutory tasks and relations may be given up wherever that is cheapest; default false: only where nothing else
    /// works, and then as few of them as possible by price.</summary>
    public bool MayGiveUp { get; init; }

    /// <summary>Price in points of giving up a statutory task or a relation that has no price of its own: as much as doubling a limit.</summary>
    public const double GiveUpPrice = 100.0;

    /// <summary>Price in points of changing a limit by its own size, for rules without a price of their own: one point per 1%.</summary>
    public const double PricePerSize = 100.0;
}
