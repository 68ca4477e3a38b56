using System.Globalization;
using System.Text.Json;
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
        ["varianten"] = new("Variant", "Variant"),
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

    /// <summary>What stood in a field, on one line, as people read it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">As the trail has it; null where there was nothing.</param>
    /// <param name="here">Who reads it, and in which language.</param>
    /// <param name="called">How people are called, by id.</param>
    public static string Shown(string field, JsonNode? value, PageContext here, IReadOnlyDictionary<Guid, string> called) => value switch
    {
        null => "–",
        JsonValue plain => Plain(field[(field.LastIndexOf('/') + 1)..], plain, here, called),
        JsonArray items => string.Join(" · ", items.Select(item => Shown(field, item, here, called))),
        _ => string.Join(", ", value.AsObject().Select(member => Shown($"{field}/{member.Key}", member.Value, here, called)).Where(text => text is not ("–" or ""))),
    };

    private static string Plain(string name, JsonValue value, PageContext here, IReadOnlyDictionary<Guid, string> called) => value.GetValueKind() switch
    {
        JsonValueKind.True => here.Say("ja", "yes"),
        JsonValueKind.False => here.Say("nee", "no"),
        JsonValueKind.Number when (double)value is var number => name switch
        {
            "bedrag" => here.Figures.Money((decimal)number),
            "kansVanSlagen" or "aandeelEffect" => here.Figures.Compact(number * 100) + "%",
            // Files count quarters from nought, people from one
            "kwartaal" => here.Say($"kwartaal {(int)number + 1}", $"quarter {(int)number + 1}"),
            _ => here.Figures.Compact(number),
        },
        _ when value.ToString() is { Length: > 0 } text => Guid.TryParse(text, out var id) && called.TryGetValue(id, out var person) ? person : text,
        _ => "–",
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
