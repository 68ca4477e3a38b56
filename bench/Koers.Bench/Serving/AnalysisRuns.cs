using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Koers.Bench.Serving;

/// <summary>Every question that the engine answers, asked of the register, so that each page with an answer can be looked at.</summary>
internal static class AnalysisRuns
{
    private const string Runs = "/api/v1/planningsruns";

    // Answered with what is found in that time; here it is the page with the answer that is measured, not the search
    private const int Seconds = 8;

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    /// <summary>Asks, waits until all are answered, and gives the pages of the answers.</summary>
    /// <param name="address">Where the server is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidOperationException">A question has no answer.</exception>
    public static async Task<IReadOnlyList<string>> Ask(string address, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LargeRegister.Token(0));
        var plan = await Answer(client, "plan", null, [], cancellation);
        var again = await Answer(client, "plan", null, new() { ["zaad"] = 2 }, cancellation);
        var chosen = await client.GetFromJsonAsync<JsonObject>($"{Runs}/{plan}/resultaat", cancellation);
        var initiative = (string)chosen!["selected"]![0]!["initiative"]!;
        var pages = new List<string>();
        foreach (var view in (string[])["", "/routekaart", "/keuzes", "/middelen"])
            pages.Add(Page(plan) + view);
        foreach (var (kind, of, options) in (((string, int?, JsonObject)[])[
            ("verklaring", plan, new() { ["initiatief"] = initiative }), ("prijzen", plan, new() { ["bevestigen"] = 0 }),
            ("verkokering", null, new() { ["label"] = "afdeling" }), ("grenslijn", null, new() { ["punten"] = 5, ["budgetten"] = new JsonArray("incidenteel") }), ("robuustheid", plan, new() { ["vectoren"] = 20 }),
            ("risico", plan, []), ("herplanning", null, []), ("vergelijking", plan, new() { ["andereRuns"] = new JsonArray(again) }), ("herstel", null, [])]))
            pages.Add(Page(await Answer(client, kind, of, options, cancellation)));
        return pages;
    }

    private static string Page(int run) => $"/samenstellen/runs/{run}";

    private static async Task<int> Answer(HttpClient client, string kind, int? of, JsonObject options, CancellationToken cancellation)
    {
        // Setting plans side by side takes no time that could be limited
        if (kind != "vergelijking")
            options["tijdslimiet"] = Seconds;
        using var asked = await client.PostAsJsonAsync(Runs, new JsonObject { ["soort"] = kind, ["run"] = of, ["opties"] = options }, cancellation);
        if (!asked.IsSuccessStatusCode)
            throw new InvalidOperationException($"{kind}: {await asked.Content.ReadAsStringAsync(cancellation)}");
        var run = (int)(await asked.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["nummer"]!;
        var begin = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(begin) < Wait)
        {
            var view = (await client.GetFromJsonAsync<JsonObject>($"{Runs}/{run}", cancellation))!;
            switch ((string?)view["toestand"])
            {
                case "klaar":
                    return run;
                case "wachtend" or "bezig":
                    await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                    break;
                default:
                    throw new InvalidOperationException($"{kind}: {view.ToJsonString()}");
            }
        }

        throw new InvalidOperationException($"{kind} had no answer within {Wait}.");
    }
}
