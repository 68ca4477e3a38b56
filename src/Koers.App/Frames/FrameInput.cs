using System.Text.Json.Serialization;
using Koers.Domain.Frames;

namespace Koers.App.Frames;

/// <summary>A frame as people enter it.</summary>
public sealed record FrameInput
{
    /// <summary>A short name, unique; never changes, because files refer to it.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>How people call it.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What it limits.</summary>
    [JsonPropertyName("soort")]
    public required FrameType Type { get; init; }

    /// <summary>Which initiatives it is about: those that meet all of these; all initiatives where there are none.</summary>
    [JsonPropertyName("voorwaarden")]
    public IReadOnlyList<ConditionInput> Conditions { get; init; } = [];

    /// <summary>Code of the goal; for doel-minimum.</summary>
    [JsonPropertyName("doel")]
    public string? Goal { get; init; }

    /// <summary>Code of the pool; for inzet.</summary>
    [JsonPropertyName("pool")]
    public string? Pool { get; init; }

    /// <summary>Codes of the budgets whose money counts; all where there are none; for besteding and aandeel-besteding.</summary>
    [JsonPropertyName("budgetten")]
    public IReadOnlyList<string> Budgets { get; init; } = [];

    /// <summary>The calendar years that count; all where there are none; for besteding and aandeel-besteding.</summary>
    [JsonPropertyName("jaren")]
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>At least: points, euros, a share from 0 to 1, or a number, by what it limits.</summary>
    [JsonPropertyName("minimum")]
    public decimal? Min { get; init; }

    /// <summary>At most: euros, a share from 0 to 1, fte, or a number, by what it limits.</summary>
    [JsonPropertyName("maximum")]
    public decimal? Max { get; init; }

    internal static FrameInput Of(Frame frame, FrameReferences codes) => new()
    {
        Code = frame.Code,
        Name = frame.Name,
        Type = frame.Type,
        Conditions = [.. frame.Conditions.Select(c => new ConditionInput(c.Label, [.. c.Values]))],
        Goal = codes.Goals.Code(frame.GoalId),
        Pool = codes.CapacityPools.Code(frame.PoolId),
        Budgets = [.. frame.BudgetIds.Select(codes.Budgets.Code).Order(StringComparer.Ordinal)],
        Years = [.. frame.Years.Order()],
        Min = frame.Min,
        Max = frame.Max,
    };

    /// <summary>Writes what was entered, once it was checked.</summary>
    internal void Write(Frame frame, FrameReferences codes)
    {
        (frame.Name, frame.Type, frame.Min, frame.Max) = (Name.Trim(), Type, Min, Max);
        (frame.GoalId, frame.PoolId) = (codes.Goals.Id(Goal), codes.CapacityPools.Id(Pool));
        frame.Conditions.Clear();
        frame.Conditions.AddRange(Conditions.Select(c => new FrameCondition { Label = c.Label, Values = [.. c.Values] }));
        frame.BudgetIds.Clear();
        frame.BudgetIds.AddRange(Budgets.Order(StringComparer.Ordinal).Select(code => codes.Budgets.Id(code)!.Value));
        frame.Years.Clear();
        frame.Years.AddRange(Years.Order());
    }
}

/// <summary>A label that an initiative must have to count.</summary>
/// <param name="Label">Which label: afdeling, programma, gebied, fase, wettelijk (ja or nee), taakveld, or a free label.</param>
/// <param name="Values">What it may say: any of these.</param>
public sealed record ConditionInput(
    [property: JsonPropertyName("kenmerk")] string Label, [property: JsonPropertyName("waarden")] IReadOnlyList<string> Values);
