using System.Text.Json.Serialization;
using Koers.Domain.Frames;

namespace Koers.App.Frames;

/// <summary>Over which time is planned, and how value is counted, as people enter it.</summary>
public sealed record SettingsInput
{
    /// <summary>Name of the municipality.</summary>
    [JsonPropertyName("gemeente")]
    public required string Municipality { get; init; }

    /// <summary>First day of the first quarter that is planned, a first of January.</summary>
    [JsonPropertyName("begin")]
    public required DateOnly Start { get; init; }

    /// <summary>How many quarters are planned, a whole number of years.</summary>
    [JsonPropertyName("kwartalen")]
    public int Quarters { get; init; } = 16;

    /// <summary>How much less an effect counts for each year that it comes later, 0 to 1.</summary>
    [JsonPropertyName("discontovoetPerJaar")]
    public double DiscountPerYear { get; init; }

    /// <summary>Quarters after the last one in which effects still count.</summary>
    [JsonPropertyName("naloopKwartalen")]
    public int TailQuarters { get; init; }

    /// <summary>Lowest score that an assessor can give.</summary>
    [JsonPropertyName("laagsteScore")]
    public double LowestScore { get; init; }

    /// <summary>Highest score that an assessor can give.</summary>
    [JsonPropertyName("hoogsteScore")]
    public double HighestScore { get; init; } = 10;

    internal static SettingsInput Of(PlanningSettings settings) => new()
    {
        Municipality = settings.Municipality,
        Start = settings.Start,
        Quarters = settings.Quarters,
        DiscountPerYear = settings.DiscountPerYear,
        TailQuarters = settings.TailQuarters,
        LowestScore = settings.LowestScore,
        HighestScore = settings.HighestScore,
    };

    internal void Write(PlanningSettings settings)
    {
        (settings.Municipality, settings.Start, settings.Quarters) = (Municipality.Trim(), Start, Quarters);
        (settings.DiscountPerYear, settings.TailQuarters) = (DiscountPerYear, TailQuarters);
        (settings.LowestScore, settings.HighestScore) = (LowestScore, HighestScore);
    }
}
