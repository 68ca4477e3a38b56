namespace Koers.Planning.Analyses;

/// <summary>What to ask about prices.</summary>
public sealed record PriceSettings
{
    /// <summary>How much more is tried, as a share of the limit; default 0.05, more than 0 and at most 1. Where initiatives are counted it
    /// is one at least, and where the limit is 0 the share is taken of the mean request.</summary>
    public double Relief { get; init; } = 0.05;

    /// <summary>How many are confirmed by planning again with more: the highest first, then those with price 0 that stand closest to their limit.
    /// Default 10, at least 0.</summary>
    public int Confirm { get; init; } = 10;
}
