using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class SilosTests : IDisposable
{
    /// <summary>The example of docs/method-silos.md.</summary>
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Een specialist",
          "horizon": { "start": "2027-01-01", "periods": 2, "periodsPerYear": 1 }, "value": { "normalise": false },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "capacities": [ { "id": "specialist", "name": "Constructeur", "perPeriod": [1, 1] } ],
          "initiatives": [
            { "id": "brug", "name": "Brug over de vaart", "labels": { "afdeling": "Ruimte" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [1] }, "contribution": { "doel": 10 },
                "effect": { "profile": [1], "after": 0 } } ] },
            { "id": "pad", "name": "Pad langs de vaart", "labels": { "afdeling": "Ruimte" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [0.5] }, "contribution": { "doel": 3 },
                "effect": { "profile": [1], "after": 0 } } ] },
            { "id": "school", "name": "Nieuwe school", "labels": { "afdeling": "Jeugd" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [1] }, "contribution": { "doel": 10 },
                "effect": { "profile": [1], "after": 0 } } ] },
            { "id": "plein", "name": "Groen plein", "labels": { "afdeling": "Jeugd" }, "variants": [
              { "id": "basis", "duration": 1, "effort": { "specialist": [0.5] }, "contribution": { "doel": 2 },
                "effect": { "profile": [1], "after": 0 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_what_is_lost_per_goal_and_part_and_what_only_the_whole_can_do()
    {
        var run = Run();
        Assert.Equal(0, run.Status);
        Assert.Contains("Between the plans found, dividing loses 15.00 of the 20.00 points of the whole: 75.0%.", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"Wonen +The whole +\S+ +20", run.Out);
        Assert.Matches(@"The parts +\S+ +5 +15", run.Out);
        Assert.Matches(@"Ruimte +1 +1 +2 +10 +3 +7", run.Out);
        Assert.Contains("2 cannot be done within their part: only the whole can", run.Flat, StringComparison.Ordinal);
        Assert.Matches("Brug over de vaart +Ruimte +too large for the share in capacity", run.Out);
        Assert.Matches(@"Constructeur +2\.00 +2\.00 +1\.00 +1\.00 +Jeugd +0\.50", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run("--language", "nl");
        Assert.Contains("Tussen de gevonden plannen kost verdelen 15,00 van de 20,00 punten van het geheel: 75,0%.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("te groot voor het aandeel", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_what_its_schema_says()
    {
        var run = Run("--json");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Empty(new SchemaReading("koers-silos-1.schema.json").Faults(root));
        Assert.Equal(15, root.GetProperty("outcome").GetProperty("loss").GetProperty("value").GetDouble());
        Assert.Equal("tooLarge", root.GetProperty("initiatives")[0].GetProperty("obstacle").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("initiatives")[0].GetProperty("planned").ValueKind);
    }

    [Fact]
    public void Historic_shares_come_from_a_file_of_their_own()
    {
        // Ruimte has always had the specialist: brug and pad = 13
        var shares = Shares(("Ruimte", 1), ("Jeugd", 0));
        using var json = JsonDocument.Parse(File.ReadAllText(shares));
        Assert.Empty(new SchemaReading("koers-shares-1.schema.json").Faults(json.RootElement));
        var run = Run("--shares-file", shares);
        Assert.Contains("dividing loses 7.00 of the 20.00 points", run.Flat, StringComparison.Ordinal);
        Assert.Contains("until now", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_cannot_be_used_are_refused_with_what_is_wrong()
    {
        Refused("are not known", "--shares", "historic");
        Refused("\"Jeugd\" has no share of capacity \"Constructeur\"", "--shares-file", Shares(("Ruimte", 1)));
        Refused("#/shares/1/capacities/specialist", "--shares-file", Shares(("Ruimte", 0.75), ("Jeugd", 0.5)));
        Refused("koers-shares/1", "--shares-file", _folder.With("wrong.json", """{ "format": "koers-plan/1", "shares": [] }"""));
        Refused("missing.json", "--shares-file", _folder["missing.json"]);
        Refused("--shares historic", "--shares", "equal", "--shares-file", Shares(("Ruimte", 1)));
        Refused("asked, historic or equal", "--shares", "most");
    }

    [Fact]
    public void A_label_that_nobody_has_is_refused_with_the_labels_there_are()
    {
        var run = KoersProcess.Run("silos", _folder.With("problem.json", Problem), "--by", "wijk");
        Assert.Equal(2, run.Status);
        Assert.Contains("\"wijk\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("afdeling", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
        Assert.Contains("--by", KoersProcess.Run("silos", _folder.With("problem.json", Problem)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_part_is_said_to_lose_nothing()
    {
        var one = Problem.Replace("\"Jeugd\"", "\"Ruimte\"", StringComparison.Ordinal);
        var run = KoersProcess.Run("silos", _folder.With("one.json", one), "--by", "afdeling", "--quiet");
        Assert.Contains("nothing is divided and nothing is lost", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_without_a_plan_ends_with_its_conflict()
    {
        // Both must be done with a specialist at the same time
        var mandatory = Problem.Replace("\"name\": \"Nieuwe school\",", "\"name\": \"Nieuwe school\", \"mandatory\": true,", StringComparison.Ordinal)
            .Replace("\"perPeriod\": [1, 1]", "\"perPeriod\": [0, 0]", StringComparison.Ordinal);
        var run = KoersProcess.Run("silos", _folder.With("none.json", mandatory), "--by", "afdeling", "--quiet");
        Assert.Equal(3, run.Status);
        Assert.Contains("Nieuwe school", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Outcome Run(params string[] more) => KoersProcess.Run(
        ["silos", _folder.With("problem.json", Problem), "--by", "afdeling", "--quiet", "--time-limit", "5s", .. more]);

    private void Refused(string reason, params string[] more)
    {
        var run = Run(more);
        Assert.Equal(2, run.Status);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    private string Shares(params (string Part, double Share)[] shares) => _folder.With("shares.json", $$"""
        { "format": "koers-shares/1", "shares": [ {{string.Join(", ", shares.Select(s => $$"""
            { "label": "afdeling", "value": "{{s.Part}}",
              "capacities": { "specialist": {{s.Share.ToString(System.Globalization.CultureInfo.InvariantCulture)}} } }
            """))}} ] }
        """);
}
