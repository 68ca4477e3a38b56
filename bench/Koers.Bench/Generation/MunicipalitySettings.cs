namespace Koers.Bench.Generation;

/// <summary>What kind of synthetic municipality to make.</summary>
internal sealed record MunicipalitySettings
{
    public const int PeriodsPerYear = 4;

    /// <summary>Number of initiatives, at least 10.</summary>
    public int Initiatives { get; init; } = 300;

    /// <summary>Number of quarters, at least 8.</summary>
    public int Periods { get; init; } = 16;

    public int Seed { get; init; } = 1;

    /// <summary>Money and people there are, as a share of what all initiatives ask; 0.4 as in the samples.</summary>
    public double Supply { get; init; } = 0.4;

    /// <summary>Share of initiatives with a leaner second variant; a third as many get a richer one.</summary>
    public double LeanShare { get; init; } = 0.45;

    /// <summary>What makes the problem impossible; null = nothing.</summary>
    public Contradiction? Contradiction { get; init; }

    public int Years => ((Periods - 1) / PeriodsPerYear) + 1;
}

/// <summary>Why no plan exists.</summary>
internal enum Contradiction
{
    /// <summary>Every goal must score what each alone could, and money and people do not allow all of them.</summary>
    Goals,

    /// <summary>Three mandatory initiatives need more of one capacity, at one moment, than there is; any two of them fit.</summary>
    Capacity,

    /// <summary>A ceiling on spending lies just under what two mandatory initiatives cost.</summary>
    Money,

    /// <summary>Two mandatory initiatives require two others that exclude each other.</summary>
    Relations,
}
