using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class ExplainTests : IDisposable
{
    // The example of docs/method-explain.md, with a statutory task that fits anywhere, a hand on the park, a harbour that cannot be paid, and
    // names that could steer a terminal
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Waarom", "value": { "normalise": false, "tailPeriods": 1 },
          "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "budgets": [ { "id": "geld", "name": "Krediet", "perYear": [12] } ],
          "capacities": [ { "id": "team", "name": "Het team", "perPeriod": [9] } ],
          "initiatives": [
            { "id": "school", "name": "Nieuwe school", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [6] }, "effort": { "team": [1] }, "contribution": { "doel": 12 } } ] },
            { "id": "brug", "name": "Brug over de vaart", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [4] }, "effort": { "team": [1] }, "contribution": { "doel": 6 } } ] },
            { "id": "park", "name": "Park in oost", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [5] }, "contribution": { "doel": 7 } } ] },
            { "id": "wet", "name": "Wettelijke taak", "mandatory": true, "variants": [ { "id": "basis", "duration": 1 } ] },
            { "id": "haven", "name": "Haven \u001b[31mrood", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [40] }, "contribution": { "doel": 1 } } ] }
          ],
          "relations": [ { "id": "een", "type": "excludes", "initiatives": ["haven", "park"] } ]
        }
        """;

    private const string Best = "school/basis/0 park/basis/0 wet/basis/0";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_why_it_is_out_what_it_pushes_out_and_what_would_bring_it_in()
    {
        var run = Run(Best, "brug");
        Assert.Equal(0, run.Status);
        Assert.StartsWith("Brug over de vaart", run.Out, StringComparison.Ordinal);
        Assert.Contains("It is not in the plan.", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"It is worth 18[\d.]*: 1[\d.]* points less than the best plan found without it, 19", run.Flat);
        Assert.Contains("That is exact", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"It pushes out: .*Park in oost", run.Flat);
        // 1/6 more effect is 16.7%; it came in at 22/128, which is 17.2% rounded up, and was out at 21/128 = 16.4% rounded down
        Assert.Contains("The smallest change that brings it in: more effect, by 17.2%", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"more effect +17\.2% +16\.4%\*", run.Out);
        Assert.Matches(@"cheaper +75\.0% +74\.2%\*", run.Out);
        Assert.Matches(@"in +Brug over de vaart +2027", run.Out);
        Assert.Matches(@"out +Park in oost +2027", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_plan_of_another_problem_is_one_line()
    {
        var run = Run("a/basis/0 b/basis/0 school/basis/0", "brug");
        Assert.Equal(2, run.Status);
        Assert.EndsWith(
            "is a plan of another problem: 2 of its 3 initiatives are not in this one, for example a.", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_without_initiatives_has_none_to_explain()
    {
        var file = _folder["leeg.json"];
        File.WriteAllText(file, """
            { "format": "koers-problem/1", "name": "Leeg", "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
              "goals": [ { "id": "doel", "weight": 1 } ], "initiatives": [] }
            """);
        var plan = _folder["leeg.plan.json"];
        File.WriteAllText(plan, """{ "format": "koers-plan/1", "status": "optimal", "selected": [], "value": 0 }""");
        var run = KoersProcess.Run("explain", file, plan, "-i", "a");
        Assert.Equal(2, run.Status);
        Assert.EndsWith("--initiative \"a\": the problem has no initiatives at all.", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_what_it_adds_and_how_much_dearer_or_weaker_it_may_become()
    {
        var run = Run(Best, "school");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"It is in the plan, from 2027", run.Flat);
        Assert.Matches(@"It adds 6[\d.]* points: the best plan found with it is worth 19[\d.]*, the best found without it 13", run.Flat);
        Assert.Matches(@"In its place would come: .*Brug over de vaart", run.Flat);
        Assert.Matches(@"dearer +32\.8% +33\.6%\*", run.Out);
        Assert.Matches(@"less effect +50\.0% +50\.8%\*", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run(Best, "brug", "--language", "nl");
        Assert.Equal(0, run.Status);
        Assert.Contains("Het zit niet in het plan.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("De kleinste verandering die het erin brengt: meer effect, met 17,2%", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Wat het erin brengt, elk op zichzelf", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Het verdringt:", run.Flat, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
        var school = Run(Best, "school", "--language", "nl");
        Assert.Contains("Het voegt 6", school.Flat, StringComparison.Ordinal);
        Assert.Contains("Wat het kan hebben en erin blijven", school.Flat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brug", false, "18", "contribution")]
    [InlineData("school", true, "19", "cost")]
    [InlineData("wet", true, "19", "contribution")]
    [InlineData("haven", false, null, "cost")]
    public void Json_is_as_its_schema_says(string initiative, bool belongs, string? with, string first)
    {
        using var json = JsonDocument.Parse(Run(Best, initiative, "--json").Out);
        Assert.Empty(new SchemaReading("koers-explain-1.schema.json").Faults(json.RootElement));
        var root = json.RootElement;
        Assert.Equal(initiative, root.GetProperty("initiative").GetString());
        Assert.Equal(initiative == "wet", root.GetProperty("statutory").GetBoolean());
        Assert.Equal(belongs, root.GetProperty("belongs").GetBoolean());
        Assert.Equal(with ?? "null", root.GetProperty("with").GetProperty("value").GetRawText());
        Assert.Equal(with is null, root.GetProperty("differenceRange").ValueKind == JsonValueKind.Null);
        Assert.True(root.GetProperty("complete").GetBoolean());
        Assert.Contains(first, root.GetProperty("turningPoints").EnumerateArray().Select(p => p.GetProperty("change").GetString()));
    }

    [Fact]
    public void The_schema_would_notice_what_is_missing_too_much_or_of_another_kind()
    {
        var schema = new SchemaReading("koers-explain-1.schema.json");
        var text = Run(Best, "brug", "--json").Out;
        int FaultsWhen(string was, string becomes)
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(text.Replace(was, becomes, StringComparison.Ordinal));
            return schema.Faults(json.RootElement).Count;
        }

        Assert.Equal(0, FaultsWhen("\"belongs\"", "\"belongs\""));
        foreach (var name in (string[])["belongs", "conflict", "before", "brings", "price", "direction", "valueWith"])
            Assert.NotEqual(0, FaultsWhen($"\"{name}\"", "\"anders\""));
        Assert.NotEqual(0, FaultsWhen("\"contribution\"", "\"effect\""));
        Assert.NotEqual(0, FaultsWhen("\"statutory\": false", "\"statutory\": \"nee\""));
    }

    [Fact]
    public void What_no_plan_can_hold_says_which_rules_stand_in_the_way()
    {
        var run = Run(Best, "haven");
        Assert.Equal(0, run.Status);
        Assert.Contains("No plan can contain it; that is proven.", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"- ""Haven .*"" is taken in", run.Flat);
        Assert.Contains("Krediet", run.Flat, StringComparison.Ordinal);
        Assert.Contains("not in the plan", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public void A_statutory_task_is_told_to_be_one()
    {
        var run = Run(Best, "wet");
        Assert.Contains("It is a statutory task", run.Flat, StringComparison.Ordinal);
        Assert.Contains("It adds nothing", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_can_be_better_is_told_so()
    {
        // Bridge and park are worth 13, school and park 19
        Assert.Matches(
            @"The plan given can be improved by taking it in: by 6[\d.]* points", Run("brug/basis/0 park/basis/0 wet/basis/0", "school").Flat);
    }

    [Theory]
    [InlineData("BRUG")]
    [InlineData("vaart")]
    [InlineData("brug OVER de vaart")]
    public void An_initiative_may_be_named_by_a_part_of_its_name(string asked) =>
        Assert.StartsWith("Brug over de vaart", Run(Best, asked).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("scholl", "Did you mean school (Nieuwe school)?")]
    [InlineData("zwembad met glijbaan", "no initiative with this id or name.")]
    [InlineData("r", "is in the names of 3 initiatives; give the id of one of them: brug (Brug over de vaart)")]
    [InlineData("", "no initiative with this id or name.")]
    public void An_unknown_or_ambiguous_initiative_is_one_clear_line(string asked, string said)
    {
        var run = Run(Best, asked);
        Assert.Equal(2, run.Status);
        Assert.Contains("--initiative", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Theory]
    [InlineData("gracht/basis/0", "gracht")]
    [InlineData("school/basis/4", "period 4")]
    [InlineData("school/basis/0 brug/basis/0 park/basis/0 wet/basis/0", "breaks a rule (budget \"Krediet\", in 2027)")]
    [InlineData("school/basis/0", "breaks a rule")]
    public void A_plan_of_another_problem_or_that_breaks_rules_is_refused(string choices, string said)
    {
        var run = Run(choices, "school");
        Assert.Equal(2, run.Status);
        Assert.Contains("plan.json", run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_file_without_a_plan_has_nothing_to_explain()
    {
        var none = _folder.With("none.json", """
            { "format": "koers-plan/1", "status": "infeasible", "selected": [], "value": null, "bound": null, "certificate": null,
              "conflict": ["budget/geld"], "seconds": 1, "engine": "koers" }
            """);
        var run = KoersProcess.Run("explain", _folder.With("problem.json", Problem), none, "--initiative", "school");
        Assert.Equal(2, run.Status);
        Assert.Contains("infeasible", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_on_the_command_line_is_named()
    {
        var file = _folder.With("problem.json", Problem);
        var run = KoersProcess.Run("explain", file, Plan(Best));
        Assert.Equal(2, run.Status);
        Assert.Contains("--initiative", run.Error, StringComparison.Ordinal);
        Assert.Contains("PLAN", KoersProcess.Run("explain", file, "--initiative", "school").Error, StringComparison.Ordinal);
        Assert.Equal(2, KoersProcess.Run("explain", file, Plan(Best), "--initiative", "school", "--time-limit", "0").Status);
    }

    [Fact]
    public void Standard_input_can_be_one_of_the_two_files_and_not_both()
    {
        var english = new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8" };
        var run = KoersProcess.Run(english, Problem, "explain", "-", "-", "--initiative", "school");
        Assert.Equal(2, run.Status);
        Assert.Contains("Only one file can be read from standard input", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, KoersProcess.Run(english, Problem, "explain", "-", Plan(Best), "--initiative", "school", "--quiet").Status);
    }

    public void Dispose() => _folder.Dispose();

    private Outcome Run(string choices, string initiative, params string[] more) => KoersProcess.Run(
        ["explain", _folder.With("problem.json", Problem), Plan(choices), "--initiative", initiative, "--quiet", "--threads", "1", "--time-limit", "30", .. more]);

    private string Plan(string choices)
    {
        var selected = choices.Split(' ').Select(choice => choice.Split('/'))
            .Select(c => $$"""{ "initiative": "{{c[0]}}", "variant": "{{c[1]}}", "start": {{c[2]}} }""");
        return _folder.With("plan.json", $$"""
            { "format": "koers-plan/1", "status": "feasible", "selected": [ {{string.Join(", ", selected)}} ], "value": 19,
              "bound": 20.8, "certificate": { "bound": 20.8, "prices": { "budget/geld/0": 1.4 } }, "conflict": [], "seconds": 1, "engine": "koers" }
            """);
    }
}
