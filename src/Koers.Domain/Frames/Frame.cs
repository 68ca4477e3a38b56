using System.Text.Json.Serialization;

namespace Koers.Domain.Frames;

/// <summary>What a frame limits. The kinds are those of the planning contract.</summary>
public enum FrameType
{
    /// <summary>A goal must be reached at least so far.</summary>
    [JsonStringEnumMemberName("doel-minimum")]
    GoalFloor,

    /// <summary>Money spent on some initiatives.</summary>
    [JsonStringEnumMemberName("besteding")]
    Spend,

    /// <summary>Share of all money spent that goes to some initiatives.</summary>
    [JsonStringEnumMemberName("aandeel-besteding")]
    SpendShare,

    /// <summary>Number of some initiatives.</summary>
    [JsonStringEnumMemberName("aantal")]
    Count,

    /// <summary>Number of some initiatives that run at once.</summary>
    [JsonStringEnumMemberName("gelijktijdig")]
    Concurrent,

    /// <summary>Number of some initiatives that start in one quarter.</summary>
    [JsonStringEnumMemberName("starts")]
    Starts,

    /// <summary>People of one pool on some initiatives in one quarter.</summary>
    [JsonStringEnumMemberName("inzet")]
    Effort,

    /// <summary>Money at risk: spent on some initiatives times their chance of failing.</summary>
    [JsonStringEnumMemberName("risico")]
    Risk,
}

/// <summary>A limit or lower bound that the executive sets (kader).</summary>
public sealed class Frame
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it, for example "Ruimte voor innovatie".</summary>
    public required string Name { get; set; }

    /// <summary>What it limits.</summary>
    public FrameType Type { get; set; }

    /// <summary>Which initiatives it is about: those that meet all conditions; all initiatives where there are none.</summary>
    public List<FrameCondition> Conditions { get; } = [];

    /// <summary>The goal; for <see cref="FrameType.GoalFloor"/>.</summary>
    public Guid? GoalId { get; set; }

    /// <summary>The pool; for <see cref="FrameType.Effort"/>.</summary>
    public Guid? PoolId { get; set; }

    /// <summary>The budgets whose money counts; all where there are none; for spend and share of spend.</summary>
    public List<Guid> BudgetIds { get; init; } = [];

    /// <summary>The calendar years that count; all where there are none; for spend and share of spend.</summary>
    public List<int> Years { get; init; } = [];

    /// <summary>At least: points, euros, a share from 0 to 1, or a number, by what it limits; null = no lower bound.</summary>
    public decimal? Min { get; set; }

    /// <summary>At most: euros, a share from 0 to 1, fte, or a number, by what it limits; null = no limit.</summary>
    public decimal? Max { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>A label that an initiative must have to count for a frame.</summary>
public sealed class FrameCondition
{
    /// <summary>Which label: afdeling, programma, gebied, fase, wettelijk, taakveld, or a free label of initiatives.</summary>
    public required string Label { get; init; }

    /// <summary>What it may say: any of these.</summary>
    public List<string> Values { get; init; } = [];
}
