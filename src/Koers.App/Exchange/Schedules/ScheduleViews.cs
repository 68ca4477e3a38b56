using System.Text.Json.Serialization;

namespace Koers.App.Exchange.Schedules;

/// <summary>What differs between a schedule from elsewhere and the agreement in force. Nothing of it is stored.</summary>
public sealed record SchedulePreview
{
    /// <summary>Number of the agreement.</summary>
    [JsonPropertyName("portfolioafspraak")]
    public required int Agreement { get; init; }

    /// <summary>How many initiatives start and finish on the day that was agreed.</summary>
    [JsonPropertyName("ongewijzigd")]
    public required int Unchanged { get; init; }

    /// <summary>Initiatives that start or finish on another day, in order of number.</summary>
    [JsonPropertyName("verschillen")]
    public required IReadOnlyList<ScheduleDifference> Differences { get; init; }

    /// <summary>Numbers of initiatives in the agreement that are not in the file, or are inactive there.</summary>
    [JsonPropertyName("ontbreekt")]
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Tasks in the file that are no initiative of the agreement.</summary>
    [JsonPropertyName("onbekend")]
    public required IReadOnlyList<UnknownTask> Unknown { get; init; }
}

/// <summary>One initiative that starts or finishes on another day.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">How people call it.</param>
/// <param name="StartAgreed">First day, as agreed.</param>
/// <param name="StartInFile">First day in the file; null where the file says none.</param>
/// <param name="FinishAgreed">Last day, as agreed.</param>
/// <param name="FinishInFile">Last day in the file; null where the file says none.</param>
/// <param name="QuartersLater">Quarters that the start moves, negative where it is earlier; 0 where it stays in its quarter; null where the file says
/// no start.</param>
public sealed record ScheduleDifference(
    [property: JsonPropertyName("initiatief")] string Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("startOud")] DateOnly StartAgreed,
    [property: JsonPropertyName("startNieuw")] DateOnly? StartInFile,
    [property: JsonPropertyName("eindeOud")] DateOnly FinishAgreed,
    [property: JsonPropertyName("eindeNieuw")] DateOnly? FinishInFile,
    [property: JsonPropertyName("kwartalenLater")] int? QuartersLater);

/// <summary>A task that is no initiative of the agreement.</summary>
/// <param name="Line">Line of the file where it begins.</param>
/// <param name="Name">What it is called there.</param>
public sealed record UnknownTask([property: JsonPropertyName("regel")] int Line, [property: JsonPropertyName("naam")] string Name);
