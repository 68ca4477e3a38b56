using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class ReplanTests : IDisposable
{
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Opnieuw",
          "horizon": { "start": "2027-01-01", "periods": 4, "periodsPerYear": 1 }, "value": { "normalise": false },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "budgets": [ { "id": "geld", "name": "Krediet", "perYear": [60, 60, 60, 60] } ],
          "initiatives": [
            { "id": "school", "name": "Nieuwe school", "variants": [
              { "id": "basis", "duration": 1, "earliestStart": 1, "spend": { "geld": [60] }, "contribution": { "doel": 4 } } ] },
            { "id": "brug", "name": "Brug over de vaart", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [50] }, "contribution": { "doel": 3 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_what_moves_and_why_and_writes_files_that_check()
    {
        var (plan, problem) = (_folder["new.json"], _folder["with.json"]);
        var run = Run("school/basis/0 brug/basis/1", "--out", plan, "--out-problem", problem);
        Assert.Equal(0, run.Status);
        Assert.Contains("Moved (2)", run.Out, StringComparison.Ordinal);
        Assert.Contains("this is nearest to it", run.Flat, StringComparison.Ordinal);
        Assert.Contains("As it was it breaks budget \"Krediet\", in 2028", run.Flat, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
        Assert.Equal(0, KoersProcess.Run("check", problem, plan).Status);
    }

    [Fact]
    public void Speaks_Dutch() =>
        Assert.Contains("Verschoven (2)", Run("school/basis/0 brug/basis/1", "--language", "nl").Out, StringComparison.Ordinal);

    [Fact]
    public void Json_has_the_fields_of_its_schema()
    {
        using var json = JsonDocument.Parse(Run("school/basis/0 brug/basis/1", "--json").Out);
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema()));
        Assert.Equal(Names(schema.RootElement.GetProperty("properties")), Names(json.RootElement));
        foreach (var (part, name) in ((string, string)[])[("changes", "change"), ("curve", "point")])
            Assert.Equal(
                Names(schema.RootElement.GetProperty("$defs").GetProperty(name).GetProperty("properties")),
                Names(json.RootElement.GetProperty(part)[0]));
        Assert.Equal(
            Names(schema.RootElement.GetProperty("properties").GetProperty("plan").GetProperty("properties")),
            Names(json.RootElement.GetProperty("plan")));
    }

    [Theory]
    [InlineData("haven/basis/0", "another problem", "--freeze", "0")]
    [InlineData("brug/basis/1", "from 0 to 4", "--freeze", "9")]
    [InlineData("brug/basis/1", "penalty", "--drop-penalty", "veel")]
    public void Unusable_input_is_one_clear_line(string reference, string said, string option, string value)
    {
        var run = Run(reference, option, value);
        Assert.Equal(2, run.Status);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void Penalties_beside_a_plan_that_holds_nothing_come_from_all_initiatives()
    {
        var plan = _folder.With("leeg.json", """
            { "format": "koers-plan/1", "status": "feasible", "selected": [], "value": 0, "bound": null, "certificate": null,
              "conflict": [], "seconds": 1, "engine": "koers" }
            """);
        var run = KoersProcess.Run("replan", _folder.With("problem.json", Problem), "--reference", plan, "--quiet");
        Assert.Contains("in its best option, because that plan holds none", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"per (year|quarter|month|period) moved", run.Flat);
    }

    [Fact]
    public void What_cannot_be_frozen_ends_with_status_3_and_a_way_out()
    {
        // Frozen in year 0: the school at its nearest, year 1, and beside it the bridge, also in year 1
        var run = Run("school/basis/0 brug/basis/1", "--freeze", "2");
        Assert.Equal(3, run.Status);
        Assert.Contains("With --freeze 1 there is a plan.", run.Flat, StringComparison.Ordinal);
        // What is frozen is no duty, and what would help is said once
        Assert.Contains("\"Brug over de vaart\" stays as it is (2028), because it is frozen", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("must be done", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("the rest can", run.Flat, StringComparison.Ordinal);
        Assert.Contains("There is a plan if one of these, any one, may change and the rest stays:", run.Flat, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static string Schema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Koers.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "schemas/koers-replan-1.schema.json");
    }

    private Outcome Run(string reference, params string[] more)
    {
        var selected = reference.Split(' ').Select(choice => choice.Split('/'))
            .Select(c => $$"""{ "initiative": "{{c[0]}}", "variant": "{{c[1]}}", "start": {{c[2]}} }""");
        var plan = _folder.With("old.json", $$"""
            { "format": "koers-plan/1", "status": "feasible", "selected": [ {{string.Join(", ", selected)}} ], "value": 1,
              "bound": null, "certificate": null, "conflict": [], "seconds": 1, "engine": "koers" }
            """);
        return KoersProcess.Run(["replan", _folder.With("problem.json", Problem), "--reference", plan, "--quiet", .. more]);
    }
}
