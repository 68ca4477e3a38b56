using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Koers.Web.Api;

/// <summary>Examples of what the main operations are sent, in the description of the API.</summary>
internal static class Examples
{
    private const string Json = "application/json";

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["postInitiatieven"] =
            """
            {"naam": "Fietsbrug Noord", "samenvatting": "Een brug voor fietsers over het kanaal.", "afdeling": "ruimte", "wettelijk": false,
             "labels": {"soort": "innovatie"}, "documenten": [{"titel": "Schetsontwerp", "adres": "https://documenten.example/fietsbrug"}],
             "varianten": [{"code": "basis", "omschrijving": "Houten dek", "looptijd": 4, "vroegsteStart": "2027-01-01", "kansVanSlagen": 0.9,
                "uitgaven": [{"budget": "investering", "kwartaal": 0, "bedrag": 1250000.10}]}]}
            """,
        ["putInitiatievenNummer"] = """{"naam": "Fietsbrug Noord", "samenvatting": "Een brug voor fietsers en voetgangers over het kanaal.", "afdeling": "ruimte"}""",
        ["postInitiatievenNummerStappen"] = """{"naar": "in-voorbereiding"}""",
        ["postInitiatievenNummerOpmerkingen"] = """{"tekst": "Wie beheert de brug als zij er ligt?"}""",
        ["putInitiatievenNummerScoresDoel"] = """{"punten": 7.5, "toelichting": "Korte route naar school voor veel kinderen."}""",
        ["postPlanningsruns"] = """{"soort": "plan", "opties": {"tijdslimiet": 60, "marge": 0.001}}""",
        ["postScenarios"] = """{"naam": "Meer groen"}""",
        ["postPortfolioafspraken"] = """{"run": 1, "naam": "Portfolioafspraak 2027"}""",
        ["postDoelen"] = """{"code": "wonen", "naam": "Betaalbaar wonen", "taakveld": "8.3", "sdg": 11}""",
        ["postBudgetten"] = """{"code": "incidenteel", "naam": "Incidenteel geld", "soort": "incidenteel", "jaren": [{"jaar": 2027, "bedrag": 1250000.10}]}""",
        ["postCapaciteitspools"] = """{"code": "leiders", "naam": "Projectleiders", "reserve": 0.1, "kwartalen": [{"jaar": 2027, "kwartaal": 1, "fte": 10.5}]}""",
        ["postKaders"] =
            """
            {"code": "innovatie", "naam": "Ruimte voor innovatie", "soort": "aandeel-besteding", "minimum": 0.04,
             "voorwaarden": [{"kenmerk": "soort", "waarden": ["innovatie"]}]}
            """,
        ["postKadersVaststellingen"] = """{"besluit": "Kadernota 2027"}""",
    };

    /// <summary>Adds the example of an operation, where there is one.</summary>
    public static void Add(OpenApiOperation operation)
    {
        if (Bodies.GetValueOrDefault(operation.OperationId!) is { } body && operation.RequestBody?.Content?.TryGetValue(Json, out var media) is true
            && media is OpenApiMediaType own)
            own.Example = JsonNode.Parse(body);
    }
}
