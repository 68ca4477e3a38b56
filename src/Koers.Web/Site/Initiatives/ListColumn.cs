using Koers.App.Requests;

namespace Koers.Web.Site.Initiatives;

/// <summary>A column of the list that people can choose; number and name are always there.</summary>
/// <param name="Code">How addresses name it; where the list can be sorted by it, the name of that order.</param>
/// <param name="Text">What it is called.</param>
/// <param name="IsSorted">Whether the list can be sorted by it.</param>
public sealed record ListColumn(string Code, Text Text, bool IsSorted = false)
{
    /// <summary>All, in the order in which they stand.</summary>
    public static IReadOnlyList<ListColumn> All { get; } =
    [
        new("toestand", new("Toestand", "State"), true),
        new("afdeling", new("Afdeling", "Department"), true),
        new("programma", new("Programma", "Programme")),
        new("gebied", new("Gebied", "Area")),
        new("fase", new("Fase", "Phase")),
        new("wettelijk", new("Wettelijk", "Statutory")),
        new("start", new("Start", "Agreed start")),
        new("gewijzigdOp", new("Gewijzigd", "Changed"), true),
    ];

    /// <summary>Those of who chose none.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["toestand", "afdeling", "programma", "start", "gewijzigdOp"];
}
