using System.Globalization;
using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class RiskTests : IDisposable
{
    // Assumed: spend 90 / 100 / 144%, people 90 / 100 / 120%, duration 100 / 100 / 120%
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Drie werken",
          "horizon": { "start": "2027-01-01", "periods": 8, "periodsPerYear": 4 },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "budgets": [
            { "id": "geld", "name": "Krediet", "perYear": [100, 100] },
            { "id": "ruim", "name": "Ruim krediet", "perYear": [900, 900], "carryOver": true },
            { "id": "krap", "name": "Krap krediet", "perYear": [1, 1] } ],
          "capacities": [ { "id": "team", "name": "Het team", "perPeriod": [1, 1, 1, 1, 1, 1, 1, 1] } ],
          "initiatives": [
            { "id": "school", "name": "Nieuwe school", "labels": { "department": "Ruimte" }, "variants": [
              { "id": "basis", "duration": 2, "spend": { "geld": [30, 30] }, "effort": { "team": [0.9, 0.5] },
                "contribution": { "doel": 12 }, "success": 0.8 } ] },
            { "id": "haven", "name": "Haven in noord", "labels": { "department": "Ruimte" }, "variants": [
              { "id": "basis", "duration": 6, "spend": { "geld": [20, 20] }, "contribution": { "doel": 9 } } ] },
            { "id": "park", "name": "Park \u001b[31mrood", "variants": [
              { "id": "basis", "duration": 1, "spend": { "krap": [2] }, "contribution": { "doel": 6 } } ] }
          ],
          "relations": [ { "id": "eerst", "type": "before", "before": "haven", "after": "park" } ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_chances_buffers_drivers_value_and_who_is_late_within_80_columns()
    {
        var run = Run("school/basis/0 haven/basis/0");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"The chance that no budget and no capacity is ever exceeded is \d+\.\d% \(95% sure: \d", run.Flat);
        Assert.Contains("From 10,000 runs with seed 1.", run.Flat, StringComparison.Ordinal);
        // 100 of 100, 90 to 144% of it: exceeded in most runs; the other year has nothing
        Assert.Matches(@"2027 +█+ +\d\d\.\d% +\d\.\d% +0 +\d", run.Out);
        Assert.Matches(@"2028 +0% +0\.0% +100 +0 +0 +0", run.Out);
        Assert.Matches(@"Het team +[▁▂▃▄▅▆▇█]+ +2027 Q1", run.Out);
        Assert.Matches(@"Nieuwe school +█+ +\d+\.\d%", run.Out);
        // 6 periods become 7 where the factor passes 6.5 / 6: (1.2 - 1.0833)² / 0.2² = 34%
        Assert.Matches(@"Haven in noord +█+ +3\d\.\d% +2028 Q2 +2028 Q3", run.Out);
        Assert.Contains("Planned", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void One_run_tells_no_range_and_no_error()
    {
        var run = Run("school/basis/0", "--runs", "1");
        Assert.Contains("From 1 run with seed 1.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("How far the mean lies from that, one run does not tell.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("takes at least 20 runs", run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("school/basis/0", "--runs", "1", "--json").Out);
        Assert.Empty(new SchemaReading("koers-risk-1.schema.json").Faults(json.RootElement));
        var value = json.RootElement.GetProperty("value");
        Assert.All((string[])["standardError", "deviation"], name => Assert.Equal(JsonValueKind.Null, value.GetProperty(name).ValueKind));
        Assert.All(value.GetProperty("quantiles").EnumerateArray(), need => Assert.Equal(JsonValueKind.Null, need.GetProperty("high").ValueKind));
    }

    [Fact]
    public void Says_what_a_line_of_the_value_and_a_sum_of_budgets_stand_for()
    {
        var run = Run("school/basis/0 haven/basis/0", "--language", "nl");
        Assert.Contains("Een regel telt de simulaties vanaf zijn waarde", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Alle budgetten zijn opgeteld zoals het bestand ze telt", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_ranges_and_correlation_are_assumed()
    {
        var run = Run("school/basis/0");
        Assert.Contains("Assumed, because the problem does not say it:", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Spend 90%/100%/144%, people 90%/100%/120% and duration 100%/100%/120%", run.Flat, StringComparison.Ordinal);
        Assert.Contains("same department fare alike, with a correlation of 0.30", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run("school/basis/0 haven/basis/0", "--language", "nl");
        Assert.Contains("De kans dat geen enkel budget", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Uit 10.000 simulaties met seed 1.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Kans dat een budget wordt overschreden", run.Out, StringComparison.Ordinal);
        Assert.Contains("Later klaar (1 van 2 kunnen uitlopen)", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Shows_every_period_of_a_capacity_when_asked()
    {
        var run = Run("school/basis/0", "--all");
        Assert.Matches(@"2027 Q1 +█+ +\d+\.\d%", run.Out);
        Assert.Matches(@"2028 Q4 +0% +0\.0% +1\.00", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Json_is_as_its_schema_says()
    {
        // With late work, hiring-free drivers and a plan that breaks a rule, so that every list has something in it
        var run = Run("school/basis/0 haven/basis/0 park/basis/6", "--json", "--runs", "500", "--seed", "7");
        using var json = JsonDocument.Parse(run.Out);
        var faults = new SchemaReading("koers-risk-1.schema.json").Faults(json.RootElement);
        Assert.Empty(faults);
        Assert.Equal((500, 500, 7), (Number(json, "runs"), Number(json, "runsAsked"), Number(json, "seed")));
        Assert.False(json.RootElement.GetProperty("keepsRules").GetBoolean());
        Assert.True(json.RootElement.GetProperty("assumptions").GetProperty("correlation").GetProperty("assumed").GetBoolean());
        var haven = json.RootElement.GetProperty("initiatives")[1];
        Assert.Equal("haven", haven.GetProperty("initiative").GetString());
        Assert.InRange(haven.GetProperty("late").GetProperty("probability").GetDouble(), 0.2, 0.5);
        Assert.Equal(7, haven.GetProperty("finishWhenLate").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("initiatives")[0].GetProperty("finishWhenLate").ValueKind);
        Assert.NotEmpty(json.RootElement.GetProperty("moneyDrivers").EnumerateArray());
        Assert.NotEmpty(json.RootElement.GetProperty("peopleDrivers").EnumerateArray());
    }

    [Fact]
    public void The_schema_would_notice_what_is_missing_too_much_or_of_another_kind()
    {
        var schema = new SchemaReading("koers-risk-1.schema.json");
        var text = Run("school/basis/0", "--json", "--runs", "50").Out;
        int FaultsWhen(string was, string becomes)
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(text.Replace(was, becomes, StringComparison.Ordinal));
            return schema.Faults(json.RootElement).Count;
        }

        Assert.Equal(0, FaultsWhen("\"seed\"", "\"seed\""));
        Assert.NotEqual(0, FaultsWhen("\"seed\"", "\"zaad\""));
        Assert.NotEqual(0, FaultsWhen("\"runs\": 50", "\"runs\": \"50\""));
        Assert.NotEqual(0, FaultsWhen("\"startsLate\"", "\"startsLater\""));
    }

    [Fact]
    public void The_same_seed_says_the_same_on_one_thread_and_on_two()
    {
        string[] two = ["--json", "--runs", "2000", "--threads", "2"];
        var plan = "school/basis/0 haven/basis/0";
        Assert.Equal(Run(plan, [.. two[..^1], "1"]).Out, Run(plan, two).Out);
        Assert.NotEqual(Run(plan, two).Out, Run(plan, [.. two, "--seed", "2"]).Out);
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_is_simulated_and_said_to_break_it()
    {
        var run = Run("park/basis/0");
        Assert.Equal(0, run.Status);
        Assert.Contains("breaks rules", run.Out, StringComparison.Ordinal);
        Assert.Contains("ever exceeded is 0%", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_plan_never_exceeds_anything()
    {
        var run = Run("");
        Assert.Equal(0, run.Status);
        Assert.Contains("ever exceeded is 100%", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Nothing finishes late.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_with_plain_signs_where_the_terminal_knows_no_others()
    {
        var run = KoersProcess.Run(
            new Dictionary<string, string> { ["LC_ALL"] = "C" }, "", "risk", _folder.With("problem.json", Problem),
            Plan("school/basis/0 haven/basis/0"), "--language", "en");
        Assert.Equal(0, run.Status);
        Assert.All(run.Out, sign => Assert.True(sign < 128, run.Out));
        Assert.Contains("+/-", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Names_from_files_cannot_steer_the_terminal() =>
        Assert.DoesNotContain('\u001b', Run("park/basis/0 haven/basis/1").Out);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1000001")]
    [InlineData("veel")]
    public void A_number_of_runs_out_of_range_is_refused_in_one_line(string runs)
    {
        var run = Run("school/basis/0", "--runs", runs);
        Assert.Equal(2, run.Status);
        Assert.Contains("1000000", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("--runs", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Theory]
    [InlineData("kade/basis/0", "kade")]
    [InlineData("school/basis/9", "period 9")]
    [InlineData("school/basis/0 school/basis/1", "school")]
    public void A_plan_of_another_problem_is_refused(string choices, string named)
    {
        var run = Run(choices);
        Assert.Equal(2, run.Status);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Contains("plan.json", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_plan_without_choices_because_there_is_none_is_refused()
    {
        var none = _folder.With("none.json", """
            { "format": "koers-plan/1", "status": "infeasible", "selected": [], "value": null, "bound": null, "certificate": null,
              "conflict": ["budget/geld"], "seconds": 1, "engine": "koers" }
            """);
        var run = KoersProcess.Run("risk", _folder.With("problem.json", Problem), none);
        Assert.Equal(2, run.Status);
        Assert.Contains("infeasible", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_missing_or_both_on_standard_input_are_named()
    {
        var missing = KoersProcess.Run("risk", _folder["nergens.json"], Plan("school/basis/0"));
        Assert.Equal(2, missing.Status);
        Assert.Contains("nergens.json", missing.Error, StringComparison.Ordinal);
        Assert.Contains("standard input", KoersProcess.Run("risk", "-", "-").Error, StringComparison.Ordinal);
        Assert.Contains("PLAN", KoersProcess.Run("risk", _folder.With("problem.json", Problem)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_c_shows_what_the_runs_so_far_say()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = KoersProcess.Start(
            new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8" },
            "risk", _folder.With("problem.json", LargeEnough()), Plan(string.Join(' ', Enumerable.Range(0, 400).Select(n => $"w{n}/basis/0"))),
            "--runs", "1000000", "--threads", "1");
        // The first line of progress: it listens, and has done some runs
        Assert.Matches(@": [\d,]+ of 1,000,000", process.StandardError.ReadLine());
        KoersProcess.Signal(process, "INT");
        var run = KoersProcess.Finish(process);
        Assert.Equal(0, run.Status);
        Assert.Matches(@"Stopped early: from [\d,]+ of 1,000,000 runs", run.Flat);
    }

    public void Dispose() => _folder.Dispose();

    // A run of this takes long enough that a million of them cannot be done before the signal
    private static string LargeEnough() => $$"""
        { "format": "koers-problem/1", "horizon": { "start": "2027-01-01", "periods": 40, "periodsPerYear": 4 }, "name": "Groot",
          "goals": [ { "id": "doel", "weight": 1 } ], "budgets": [ { "id": "geld", "perYear": [1,1,1,1,1,1,1,1,1,1] } ],
          "initiatives": [ {{string.Join(',', Enumerable.Range(0, 400).Select(n => $$"""
            { "id": "w{{n}}", "variants": [ { "id": "basis", "duration": 30, "spend": { "geld": [1, 2, 3] } } ] }
            """))}} ] }
        """;

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    private Outcome Run(string choices, params string[] more) =>
        KoersProcess.Run(["risk", _folder.With("problem.json", Problem), Plan(choices), .. more]);

    private string Plan(string choices)
    {
        var selected = choices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(choice => choice.Split('/'))
            .Select(c => string.Create(
                CultureInfo.InvariantCulture, $$"""{ "initiative": "{{c[0]}}", "variant": "{{c[1]}}", "start": {{c[2]}} }"""));
        return _folder.With("plan.json", $$"""
            { "format": "koers-plan/1", "status": "feasible", "selected": [ {{string.Join(", ", selected)}} ], "value": 1,
              "bound": null, "certificate": null, "conflict": [], "seconds": 1, "engine": "koers" }
            """);
    }
}
