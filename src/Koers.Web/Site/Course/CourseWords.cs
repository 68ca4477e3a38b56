using Koers.App.Requests;

namespace Koers.Web.Site.Course;

/// <summary>What fields of goals, frames and means are called.</summary>
internal static class CourseWords
{
    /// <summary>By their name in the API.</summary>
    public static IReadOnlyDictionary<string, Text> FieldNames { get; } = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["code"] = new("Code", "Short code"),
        ["naam"] = new("Naam", "Name"),
        ["omschrijving"] = new("Omschrijving", "Description"),
        ["boven"] = new("Onderdeel van", "Part of"),
        ["volgorde"] = new("Volgorde", "Order"),
        ["gewicht"] = new("Gewicht", "Weight"),
        ["plafond"] = new("Plafond", "Cap"),
        ["indicator"] = new("Indicator", "Measure"),
        ["streefwaarde"] = new("Streefwaarde", "Target"),
        ["opgave"] = new("Opgave", "Societal challenge"),
        ["begrotingsprogramma"] = new("Begrotingsprogramma", "Budget programme"),
        ["taakveld"] = new("Taakveld", "Policy field"),
        ["sdg"] = new("SDG", "Sustainable development goal"),
        ["punten"] = new("Anker: punten", "Anchor: points"),
        ["betekenis"] = new("Anker: betekenis", "Anchor: meaning"),
        ["doel"] = new("Doel", "Goal"),
        ["pool"] = new("Capaciteitspool", "Capacity pool"),
        ["budgetten"] = new("Budget", "From budget"),
        ["jaren"] = new("Jaar", "Year"),
        ["kenmerk"] = new("Kenmerk", "Label"),
        ["waarden"] = new("Waarde", "Value"),
        ["minimum"] = new("Minimum", "Lower bound"),
        ["maximum"] = new("Maximum", "Upper bound"),
        ["gemeente"] = new("Gemeente", "Municipality"),
        ["begin"] = new("Begin", "First day"),
        ["kwartalen"] = new("Aantal kwartalen", "Number of quarters"),
        ["discontovoetPerJaar"] = new("Discontovoet", "Discount"),
        ["naloopKwartalen"] = new("Naloop", "Tail"),
        ["laagsteScore"] = new("Laagste score", "Lowest score"),
        ["hoogsteScore"] = new("Hoogste score", "Highest score"),
    };
}
