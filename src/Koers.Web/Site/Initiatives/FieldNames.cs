using System.Globalization;
using System.Text.Json.Nodes;
using Koers.App.Requests;
using Koers.Web.Site.Course;

namespace Koers.Web.Site.Initiatives;

/// <summary>How people call the fields of an initiative, which the audit trail names as the API does.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, Text> Names = new(StringComparer.Ordinal)
    {
        ["zoek"] = new("Zoeken", "Search"),
        ["sorteer"] = new("Volgorde", "Order"),
        ["pagina"] = new("Bladzijde", "Page number"),
        ["toestand"] = new("Toestand", "State"),
        ["reden"] = new("Reden", "Reason"),
        ["naam"] = new("Naam", "Name"),
        ["samenvatting"] = new("Waar het om gaat", "What it is about"),
        ["afdeling"] = new("Afdeling", "Department"),
        ["programma"] = new("Programma", "Programme"),
        ["gebied"] = new("Gebied", "Area"),
        ["fase"] = new("Fase", "Phase"),
        ["taakveld"] = new("Taakveld", "Policy field"),
        ["wettelijk"] = new("Wettelijke taak", "Statutory task"),
        ["bestuurlijkOpdrachtgever"] = new("Bestuurlijk opdrachtgever", "Political sponsor"),
        ["ambtelijkOpdrachtgever"] = new("Ambtelijk opdrachtgever", "Executive sponsor"),
        ["opdrachtnemer"] = new("Opdrachtnemer", "Lead"),
        ["labels"] = new("Label", "Label"),
        ["partners"] = new("Partner", "Partner organisation"),
        ["bijdrage"] = new("Bijdrage", "Contribution"),
        ["documenten"] = new("Document", "Linked document"),
        ["titel"] = new("Titel", "Title"),
        ["adres"] = new("Adres", "Address"),
        ["varianten"] = new("Variant", "Option"),
        ["code"] = new("Korte naam", "Short name"),
        ["omschrijving"] = new("Omschrijving", "Description"),
        ["looptijd"] = new("Looptijd", "Duration"),
        ["vroegsteStart"] = new("Vroegste start", "Earliest start"),
        ["laatsteStart"] = new("Laatste start", "Latest start"),
        ["kansVanSlagen"] = new("Kans van slagen", "Chance of success"),
        ["aandeelEffect"] = new("Aandeel van het effect", "Share of the effect"),
        ["uitgaven"] = new("Uitgave", "Spending"),
        ["budget"] = new("Potje", "Budget"),
        ["kwartaal"] = new("Kwartaal", "Quarter"),
        ["bedrag"] = new("Bedrag", "Amount"),
        ["dekking"] = new("Dekking", "Funding source"),
        ["inzet"] = new("Inzet van mensen", "People asked"),
        ["effecten"] = new("Effect", "Effects"),
        ["doel"] = new("Doel", "Goal"),
        ["punten"] = new("Punten", "Points"),
        ["afgesprokenVariant"] = new("Afgesproken variant", "Agreed variant"),
        ["afgesprokenStart"] = new("Afgesproken start", "Agreed start"),
    };

    /// <summary>The name of a field: "Variant 1 › Looptijd".</summary>
    /// <param name="pointer">Its place as the API has it, for example "/inhoud/varianten/0/looptijd".</param>
    public static Text Of(string pointer)
    {
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part == "inhoud").ToArray();
        return new Text(Joined(parts, text => text.Dutch), Joined(parts, text => text.English));
    }

    /// <summary>What stood in a field, on one line.</summary>
    /// <param name="value">As the trail has it; null where there was nothing.</param>
    public static string Shown(JsonNode? value) => value switch
    {
        null => "–",
        JsonValue plain => plain.ToString() is { Length: > 0 } text ? text : "–",
        JsonArray items => string.Join(" · ", items.Select(Shown)),
        _ => string.Join(", ", value.AsObject().Select(member => Shown(member.Value)).Where(text => text is not ("–" or ""))),
    };

    private static string Joined(string[] parts, Func<Text, string> language)
    {
        var said = "";
        foreach (var part in parts)
            said += int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? string.Create(CultureInfo.InvariantCulture, $" {place + 1}")
                : (said.Length == 0 ? "" : " › ") + (Names.TryGetValue(part, out var name) || CourseWords.FieldNames.TryGetValue(part, out name) ? language(name) : part);
        return said;
    }
}
