namespace Koers.Domain.Frames;

/// <summary>What all frames have in common: over which time is planned, and how value is counted. One for the municipality.</summary>
public sealed class PlanningSettings
{
    /// <summary>The only key there is.</summary>
    public const int OnlyId = 1;

    /// <summary>Longest time over which can be planned, in quarters.</summary>
    public const int MostQuarters = 80;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>Name of the municipality.</summary>
    public required string Municipality { get; set; }

    /// <summary>First day of the first quarter that is planned, the first of a year.</summary>
    public DateOnly Start { get; set; }

    /// <summary>How many quarters are planned, a whole number of years.</summary>
    public int Quarters { get; set; } = 16;

    /// <summary>How much less an effect counts for each year that it comes later, 0 to 1.</summary>
    public double DiscountPerYear { get; set; }

    /// <summary>Quarters after the last one in which effects still count.</summary>
    public int TailQuarters { get; set; }

    /// <summary>Lowest score that an assessor can give.</summary>
    public double LowestScore { get; set; }

    /// <summary>Highest score that an assessor can give.</summary>
    public double HighestScore { get; set; } = 10;

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}
