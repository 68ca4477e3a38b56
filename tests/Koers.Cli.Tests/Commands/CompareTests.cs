using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class CompareTests : IDisposable
{
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Drie plannen",
          "horizon": { "start": "2027-01-01", "periods": 4, "periodsPerYear": 4 },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "budgets": [ { "id": "geld", "name": "Krediet", "perYear": [100] } ],
          "initiatives": [
            { "id": "school", "name": "Nieuwe school", "variants": [
              { "id": "basis", "duration": 2, "spend": { "geld": [30, 30] }, "contribution": { "doel": 12 } } ] },
            { "id": "brug", "name": "Brug over de vaart", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [50] }, "contribution": { "doel": 9 } } ] },
            { "id": "park", "name": "Park in oost", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [40] }, "contribution": { "doel": 6 } },
              { "id": "sober", "duration": 1, "spend": { "geld": [20] }, "contribution": { "doel": 4 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_what_is_in_out_later_and_what_it_costs()
    {
        // A: school from the first quarter and park: 60 + 40. B: brug, park a quarter later and sober: 50 + 20 = 70
        var run = Run(Plan("a", "school/basis/0 park/basis/0"), Plan("b", "brug/basis/0 park/sober/1"));
        Assert.Equal(0, run.Status);
        Assert.Matches(@"Krediet +100 +70", run.Out);
        Assert.Matches(@"Initiatives +2 +2", run.Out);
        Assert.Matches(@"in +Brug over de vaart +2027 Q1", run.Out);
        Assert.Matches(@"out +Nieuwe school +2027 Q1", run.Out);
        Assert.Matches(@"1 q later +Park in oost +2027 Q1, basis +2027 Q2, sober", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run(Plan("a", "school/basis/0"), Plan("b", "school/basis/0"), "--language", "nl");
        Assert.Contains("Naast elkaar", run.Out, StringComparison.Ordinal);
        Assert.Contains("Niets: dezelfde initiatieven", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_every_figure_and_the_fields_of_its_schema()
    {
        var run = Run(Plan("a", "school/basis/0"), Plan("b", "brug/basis/2"), "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("koers-comparison/1", json.RootElement.GetProperty("format").GetString());
        var plans = json.RootElement.GetProperty("plans");
        var schema = Schema();
        Assert.Equal(Names(schema.GetProperty("properties")), Names(json.RootElement));
        Assert.Equal(Names(schema.GetProperty("$defs").GetProperty("plan").GetProperty("properties")), Names(plans[0]));
        Assert.Equal(
            Names(schema.GetProperty("$defs").GetProperty("change").GetProperty("properties")), Names(plans[1].GetProperty("changes")[0]));
        Assert.Equal(60, plans[0].GetProperty("budgets").GetProperty("geld").GetProperty("spent")[0].GetDouble());
        Assert.Empty(plans[0].GetProperty("changes").EnumerateArray());
        Assert.Equal(
            ["school", "brug"], plans[1].GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("initiative").GetString()));
        Assert.Equal(JsonValueKind.Null, plans[1].GetProperty("changes")[0].GetProperty("after").ValueKind);
    }

    [Fact]
    public void More_plans_than_fit_the_page_come_in_blocks_with_every_number_whole()
    {
        // school, brug and park cost 60, 50 and 40
        var (a, b) = (Plan("a", "school/basis/0 park/basis/0"), Plan("b", "brug/basis/0"));
        var run = Run(a, b, a, b, a, b, a, b, a);
        Assert.Contains("I", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("…", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
        // Four columns fit: A B C D, then A E F G, then A H I
        Assert.Equal(["Krediet 100 50 100 50", "Krediet 100 100 50 100", "Krediet 100 50 100"], run.Lines.Where(line => line.Contains("Krediet"))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(2, KoersProcess.Run("compare", a, b, a, b, a, b, a, b, a, b, "--problem", a).Status);
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_is_compared_and_said_to_break_it()
    {
        // 60 + 50 > 100
        var run = Run(Plan("a", "school/basis/0"), Plan("b", "school/basis/0 brug/basis/0"));
        Assert.Equal(0, run.Status);
        Assert.Matches(@"B +.*b\.json \(breaks rules", string.Join(' ', run.Lines));
    }

    [Theory]
    [InlineData("haven/basis/0", "haven")]
    [InlineData("school/basis/9", "period 9")]
    public void A_plan_of_another_problem_is_refused(string choices, string named)
    {
        var run = Run(Plan("a", "school/basis/0"), Plan("b", choices));
        Assert.Equal(2, run.Status);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Contains("b.json", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_plan_that_chooses_nothing_because_there_is_none_is_refused()
    {
        var none = _folder.With("none.json", """
            { "format": "koers-plan/1", "status": "infeasible", "selected": [], "value": null, "bound": null, "certificate": null,
              "conflict": ["budget/geld"], "seconds": 1, "engine": "koers" }
            """);
        var run = Run(Plan("a", "school/basis/0"), none);
        Assert.Equal(2, run.Status);
        Assert.Contains("infeasible", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_on_the_command_line_is_named()
    {
        var a = Plan("a", "school/basis/0");
        Assert.Contains("--problem", KoersProcess.Run("compare", a, a).Error, StringComparison.Ordinal);
        var one = KoersProcess.Run("compare", a, "--problem", a);
        Assert.Equal(2, one.Status);
        Assert.Contains("PLAN", one.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static JsonElement Schema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Koers.slnx")))
            folder = folder.Parent;
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "schemas/koers-comparison-1.schema.json"))).RootElement;
    }

    private Outcome Run(string a, string b, params string[] more) =>
        KoersProcess.Run(["compare", a, b, "--problem", _folder.With("problem.json", Problem), .. more]);

    private string Plan(string name, string choices)
    {
        var selected = choices.Split(' ').Select(choice => choice.Split('/'))
            .Select(c => $$"""{ "initiative": "{{c[0]}}", "variant": "{{c[1]}}", "start": {{c[2]}} }""");
        return _folder.With(name + ".json", $$"""
            { "format": "koers-plan/1", "status": "feasible", "selected": [ {{string.Join(", ", selected)}} ], "value": 1,
              "bound": null, "certificate": null, "conflict": [], "seconds": 1, "engine": "koers" }
            """);
    }
}
