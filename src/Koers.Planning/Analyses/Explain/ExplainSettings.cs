namespace Koers.Planning.Analyses;

/// <summary>What an explanation is asked.</summary>
public sealed record ExplainSettings
{
    /// <summary>How far changes are tried: a figure up to so many times what it is, means up to so many times what the initiative asks
    /// more; default 5, more than 1 and at most 1,000.</summary>
    public double MostTimes { get; init; } = 5;

    /// <summary>Width of an interval that is narrow enough, as a share of the figure; default 0.01, from 0.0001 to 0.5.</summary>
    public double Precision { get; init; } = 0.01;

    /// <summary>Of how many budgets and of how many capacities is asked what more of it would do, the most priced first; default 3, ≥ 0.</summary>
    public int MostMeans { get; init; } = 3;

    internal void ThrowIfUnusable(string name)
    {
        if (!(MostTimes is > 1 and <= 1000))
            throw new ArgumentOutOfRangeException(name, MostTimes, "Changes are tried up to more than 1 and at most 1,000 times.");
        if (!(Precision is >= 0.0001 and <= 0.5))
            throw new ArgumentOutOfRangeException(name, Precision, "The precision must be from 0.0001 to 0.5.");
        if (MostMeans < 0)
            throw new ArgumentOutOfRangeException(name, MostMeans, "The number of means must be zero or more.");
    }
}
