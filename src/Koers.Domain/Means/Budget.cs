using System.Text.Json.Serialization;

namespace Koers.Domain.Means;

/// <summary>What kind of money a budget is.</summary>
public enum BudgetKind
{
    /// <summary>Incidenteel: for a time.</summary>
    [JsonStringEnumMemberName("incidenteel")]
    Incidental,

    /// <summary>Structureel: every year again.</summary>
    [JsonStringEnumMemberName("structureel")]
    Structural,

    /// <summary>Investeringskrediet: for several years, authorised by the council.</summary>
    [JsonStringEnumMemberName("investering")]
    Investment,

    /// <summary>Geoormerkt: meant for one purpose, for example a grant.</summary>
    [JsonStringEnumMemberName("geoormerkt")]
    Earmarked,
}

/// <summary>Money that may be spent (budget), per year.</summary>
public sealed class Budget
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>A short name for files, unique.</summary>
    public required string Code { get; set; }

    /// <summary>How people call it.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of money it is.</summary>
    public BudgetKind Kind { get; set; }

    /// <summary>Whether what is left at the end of a year goes to the next.</summary>
    public bool CarriesOver { get; set; }

    /// <summary>What there is, a line per year.</summary>
    public List<BudgetYear> Years { get; } = [];

    /// <summary>Grows with every change, so that two people who change the same notice.</summary>
    public int Version { get; set; }
}

/// <summary>What a budget holds in one year.</summary>
public sealed class BudgetYear
{
    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The money.</summary>
    public Euro Amount { get; set; }
}
