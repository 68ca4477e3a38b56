using Koers.App.Requests;

namespace Koers.App.Initiatives;

/// <summary>What the audit trail calls what happened to an initiative, in words for people.</summary>
internal static class HistoryTexts
{
    private static readonly Text Other = new("Bijgewerkt", "Updated");

    private static readonly Dictionary<string, Text> Actions = new(StringComparer.Ordinal)
    {
        ["initiatief.indienen"] = new("Opgeschreven als idee", "Written down as an idea"),
        ["initiatief.wijzigen"] = new("Gewijzigd", "Changed"),
        ["initiatief.stap"] = new("Stap gezet", "Took a step"),
        ["initiatief.afspreken"] = new("Gekozen in een portfolioafspraak", "Chosen in a portfolio agreement"),
        ["initiatief.afvallen"] = new("Niet gekozen in een nieuwe portfolioafspraak", "Not chosen in a new portfolio agreement"),
        ["initiatief.beoordelen"] = new("Beoordeeld", "Assessed"),
        ["score.geven"] = new("Gescoord", "Scored"),
        ["score.wissen"] = new("Score teruggenomen", "Score taken back"),
        ["opmerking.plaatsen"] = new("Opmerking geplaatst", "Remark made"),
        ["opmerking.terugnemen"] = new("Opmerking teruggenomen", "Remark taken back"),
    };

    /// <summary>What was done. People never read the name that the trail gives it.</summary>
    /// <param name="action">As the trail writes it.</param>
    public static Text Of(string action) => Actions.GetValueOrDefault(action, Other);
}
