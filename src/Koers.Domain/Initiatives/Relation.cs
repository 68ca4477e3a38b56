using System.Text.Json.Serialization;

namespace Koers.Domain.Initiatives;

/// <summary>How initiatives hang together. The kinds are those of the planning contract.</summary>
public enum RelationType
{
    /// <summary>The second needs the first, finished a number of quarters before it starts.</summary>
    [JsonStringEnumMemberName("hangt-af-van")]
    DependsOn,

    /// <summary>The order, only where both are chosen.</summary>
    [JsonStringEnumMemberName("eerst")]
    Before,

    /// <summary>The first needs the second, in whatever order.</summary>
    [JsonStringEnumMemberName("vereist")]
    Requires,

    /// <summary>At most one of them.</summary>
    [JsonStringEnumMemberName("sluit-uit")]
    Excludes,

    /// <summary>All of them or none.</summary>
    [JsonStringEnumMemberName("samen")]
    Together,

    /// <summary>At least and at most so many of them.</summary>
    [JsonStringEnumMemberName("groep")]
    Group,

    /// <summary>Worth more, or less, when all of them are chosen.</summary>
    [JsonStringEnumMemberName("synergie")]
    Synergy,
}

/// <summary>A relation between initiatives (samenhang).</summary>
public sealed class Relation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>Its kind.</summary>
    public RelationType Type { get; set; }

    /// <summary>Why it is there.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The initiatives, in order: before and after, or who needs what; otherwise the order means nothing.</summary>
    public List<RelationMember> Members { get; } = [];

    /// <summary>Quarters between the finish of the first and the start of the second, negative where they may overlap; for
    /// <see cref="RelationType.DependsOn"/> and <see cref="RelationType.Before"/>.</summary>
    public int Lag { get; set; }

    /// <summary>Fewest of them; for <see cref="RelationType.Group"/>; null = none needed.</summary>
    public int? Min { get; set; }

    /// <summary>Most of them; for <see cref="RelationType.Group"/>; null = all of them.</summary>
    public int? Max { get; set; }

    /// <summary>Points that they are worth more together, negative where they overlap; for <see cref="RelationType.Synergy"/>.</summary>
    public double? Value { get; set; }

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>One initiative in a relation.</summary>
public sealed class RelationMember
{
    /// <summary>Its place, 0 ….</summary>
    public required int Place { get; init; }

    /// <summary>The initiative.</summary>
    public required Guid InitiativeId { get; init; }
}
