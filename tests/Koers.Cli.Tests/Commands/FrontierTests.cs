using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class FrontierTests : IDisposable
{
    // From 50% to 150% in five points: kade 12, brug 21, brug and park 26, brug and kade 32, all three 37; the note is always in
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Vijf wensen",
          "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 }, "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "doel", "name": "Wonen", "weight": 1 } ],
          "budgets": [
            { "id": "geld", "name": "Krediet", "perYear": [100] },
            { "id": "leeg", "name": "Leeg krediet", "perYear": [0] } ],
          "capacities": [ { "id": "team", "name": "Het team", "perPeriod": [8] } ],
          "initiatives": [
            { "id": "kade", "name": "Kade in noord", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [50] }, "contribution": { "doel": 11 } } ] },
            { "id": "brug", "name": "Brug \u001b[31mrood", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [75] }, "effort": { "team": [5] }, "contribution": { "doel": 20 } } ] },
            { "id": "park", "name": "Park in zuid", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [25] }, "effort": { "team": [3] }, "contribution": { "doel": 5 } } ] },
            { "id": "nota", "name": "Nota groen", "variants": [
              { "id": "basis", "duration": 1, "contribution": { "doel": 1 } } ] },
            { "id": "stadion", "name": "Stadion", "variants": [
              { "id": "basis", "duration": 1, "spend": { "geld": [400] }, "contribution": { "doel": 50 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_value_steps_knee_envelope_and_what_comes_and_goes_within_80_columns()
    {
        var run = Run("--budget", "geld", "--points", "5");
        Assert.Equal(0, run.Status);
        Assert.Contains("What more or less brings: Krediet", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"50% +50 +█+░? +12\.0+ +0", run.Out);
        Assert.Matches(@"75% +75 +█+░? +21\.0+ .*\+1 -1 +knee", run.Out);
        Assert.Matches(@"100% +100 +█+░? +26\.0+ .*\+1 -0 +now", run.Out);
        Assert.Matches(@"150% +150 +█+░? +37\.0+", run.Out);
        Assert.Contains("The knee is at 75%: until there means bring 3.60 points per 10, beyond it 2.13.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("The gaps leave no other point for it.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("On the concave envelope: 50%, 75%, 125%, 150%.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("1 at every point, 1 at none.", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"Kade in noord +█░░██ +comes and goes", run.Out);
        Assert.Matches(@"Brug .*rood +░████ +in from 75%", run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Theory]
    [InlineData("--all-budgets already names every one; leave out --budget.", "--all-budgets", "--budget", "geld")]
    [InlineData("--all-capacities already names every one; leave out --capacity.", "--capacity", "team", "--all-capacities")]
    [InlineData("--budget: \"geld\" is given more than once.", "--budget", "geld", "--budget", "geld")]
    public void Means_named_twice_are_refused(string said, params string[] options)
    {
        var run = Run(options);
        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run("--budget", "geld", "--points", "5", "--language", "nl");
        Assert.Contains("Wat meer of minder oplevert: Krediet", run.Out, StringComparison.Ordinal);
        Assert.Contains("De knik ligt bij 75%: tot daar leveren middelen 3,60 punten op per 10, daarna 2,13.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Op de omhullende: 50%, 75%, 125%, 150%.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("komt en gaat", run.Out, StringComparison.Ordinal);
        Assert.Contains("erbij vanaf 75%", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Json_is_as_its_schema_says()
    {
        var run = Run("--budget", "geld", "--points", "5", "--json");
        Assert.Equal(0, run.Status);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Empty(new SchemaReading("koers-frontier-1.schema.json").Faults(json.RootElement));
        var root = json.RootElement;
        Assert.Equal("money", root.GetProperty("measure").GetString());
        Assert.True(root.GetProperty("finished").GetBoolean());
        Assert.Equal([12.0, 21, 26, 32, 37], root.GetProperty("points").EnumerateArray().Select(p => Math.Round(Number(p, "value"), 6)));
        Assert.Equal([9.0, 5, 6, 5], root.GetProperty("steps").EnumerateArray().Select(s => Math.Round(Number(s, "gain"), 6)));
        Assert.Equal([0, 1, 3, 4], root.GetProperty("hull").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal(1, Number(root.GetProperty("knee"), "point"));
        Assert.Equal(
            ["comesAndGoes", "comesIn", "comesAndGoes", "always", "never"],
            root.GetProperty("initiatives").EnumerateArray().Select(i => i.GetProperty("course").GetString()));
    }

    [Fact]
    public void Json_of_points_without_a_plan_is_as_its_schema_says()
    {
        var run = RunOn(MustBuild, "--all-budgets", "--from", "0", "--to", "100%", "--points", "3", "--json");
        Assert.Equal(0, run.Status);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Empty(new SchemaReading("koers-frontier-1.schema.json").Faults(json.RootElement));
        var least = json.RootElement.GetProperty("points")[0];
        Assert.Equal("infeasible", least.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, least.GetProperty("value").ValueKind);
        Assert.NotEmpty(least.GetProperty("conflict").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("knee").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("steps")[0].GetProperty("gain").ValueKind);
    }

    [Fact]
    public void The_schema_would_notice_what_is_missing_too_much_or_of_another_kind()
    {
        var schema = new SchemaReading("koers-frontier-1.schema.json");
        var text = Run("--budget", "geld", "--points", "5", "--json").Out;
        int FaultsWhen(string was, string becomes)
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(text.Replace(was, becomes, StringComparison.Ordinal));
            return schema.Faults(json.RootElement).Count;
        }

        Assert.Equal(0, FaultsWhen("\"hull\"", "\"hull\""));
        Assert.NotEqual(0, FaultsWhen("\"hull\"", "\"romp\""));
        Assert.NotEqual(0, FaultsWhen("\"leastGain\"", "\"least\""));
        Assert.NotEqual(0, FaultsWhen("\"comesIn\"", "\"comes\""));
        Assert.NotEqual(0, FaultsWhen("\"planned\": true", "\"planned\": 1"));
    }

    [Fact]
    public void Points_without_a_plan_are_said_with_what_cannot_hold_together()
    {
        var run = RunOn(MustBuild, "--budget", "geld", "--from", "0%", "--to", "1", "--points", "3");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"50% .* no plan", run.Out);
        Assert.Contains("With 50% or less no plan keeps all rules.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Nieuw riool", run.Out, StringComparison.Ordinal);
        Assert.Contains("There is no knee in the values found", run.Flat, StringComparison.Ordinal);
        Assert.Contains("geen plan", RunOn(MustBuild, "--budget", "geld", "--from", "0", "--points", "3", "--language", "nl").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_point_has_a_plan_the_exit_status_says_so()
    {
        var run = RunOn(MustBuild, "--budget", "geld", "--from", "0", "--to", "50%", "--points", "3");
        Assert.Equal(3, run.Status);
        Assert.Contains("no plan", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_and_people_change_together_by_a_common_factor()
    {
        var run = Run("--budget", "geld", "--capacity", "team", "--points", "3");
        Assert.Equal(0, run.Status);
        Assert.Contains("What more or less brings: Krediet and Het team", run.Out, StringComparison.Ordinal);
        Assert.Contains("Per 1%", run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("--all-budgets", "--all-capacities", "--points", "3", "--json").Out);
        Assert.Equal("factor", json.RootElement.GetProperty("measure").GetString());
        Assert.Equal(["geld", "leeg"], json.RootElement.GetProperty("budgets").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["team"], json.RootElement.GetProperty("capacities").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(0.5, Number(json.RootElement.GetProperty("points")[0], "amount"));
    }

    [Fact]
    public void People_alone_are_counted_in_people()
    {
        var run = Run("--capacity", "team", "--points", "3");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"Means +People", run.Out);
        // 4 people carry the quay and the park, 8 the bridge and the park
        Assert.Matches(@"50% +4 +█+░* +17\.0+", run.Out);
        Assert.Matches(@"100% +8 +█+░* +26\.0+", run.Out);
    }

    [Fact]
    public void Names_from_files_cannot_steer_the_terminal() =>
        Assert.DoesNotContain('\u001b', Run("--budget", "geld", "--points", "3").Out);

    [Theory]
    [InlineData("--budget", "gled", "there is no budget \"gled\" in the file; expected one of geld, leeg")]
    [InlineData("--capacity", "ploeg", "there is no capacity \"ploeg\" in the file; expected one of team")]
    public void An_unknown_id_is_refused_and_the_known_ones_are_named(string option, string id, string says)
    {
        var run = Run(option, id);
        Assert.Equal(2, run.Status);
        Assert.Contains(says, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void Naming_nothing_says_what_can_be_named()
    {
        var run = Run();
        Assert.Equal(2, run.Status);
        Assert.Contains("--budget ID", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("Budgets: geld, leeg. Capacities: team.", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--budget", "geld")]
    [InlineData("--all-budgets")]
    public void A_problem_without_budgets_says_that_there_are_none(params string[] named)
    {
        var problem = """
            { "format": "koers-problem/1", "name": "Geen geld", "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
              "goals": [ { "id": "doel", "weight": 1 } ],
              "initiatives": [ { "id": "nota", "variants": [ { "id": "basis", "duration": 1 } ] } ] }
            """;
        var run = RunOn(problem, named);
        Assert.Equal(2, run.Status);
        Assert.Contains("none", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("geen", RunOn(problem, [.. named, "--language", "nl"]).ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Means_that_hold_nothing_are_refused()
    {
        var run = Run("--budget", "leeg");
        Assert.Equal(2, run.Status);
        Assert.Contains("hold nothing", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "120%", "--to", "80%", "--from (120%) must be less than --to (80%)")]
    [InlineData("--from", "1", "--to", "100%", "--from (100%) must be less than --to (100%)")]
    [InlineData("--points", "1", "--to", "2", "from 2 to 200")]
    [InlineData("--points", "201", "--to", "2", "from 2 to 200")]
    [InlineData("--points", "veel", "--to", "2", "--points")]
    [InlineData("--from", "-1", "--to", "2", "--from")]
    [InlineData("--from", "helft", "--to", "2", "\"helft\" is not a share of the means")]
    [InlineData("--from", "0", "--to", "1001%", "from 0% to 1000%")]
    public void Values_out_of_range_are_refused_in_one_line(string option, string value, string other, string otherValue, string says)
    {
        var run = Run("--budget", "geld", option, value, other, otherValue);
        Assert.Equal(2, run.Status);
        Assert.Contains(says, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = KoersProcess.Run("frontier", _folder["nergens.json"], "--all-budgets");
        Assert.Equal(2, run.Status);
        Assert.Contains("nergens.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_says_the_same_on_one_thread_and_on_two()
    {
        string Say(string threads) => KoersProcess.Run(
            "frontier", KoersProcess.Town, "--all-budgets", "--points", "4", "--deterministic", "--time-limit", "2s", "--json",
            "--threads", threads).Out;
        var once = Say("1");
        Assert.Contains("koers-frontier/1", once, StringComparison.Ordinal);
        Assert.Equal(once, Say("2"));
    }

    public void Dispose() => _folder.Dispose();

    // A statutory task of 60 does not fit in half of 100
    private const string MustBuild = """
        {
          "format": "koers-problem/1", "name": "Riool", "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "doel", "weight": 1 } ], "budgets": [ { "id": "geld", "name": "Krediet", "perYear": [100] } ],
          "initiatives": [ { "id": "riool", "name": "Nieuw riool", "mandatory": true, "variants": [
            { "id": "basis", "duration": 1, "spend": { "geld": [60] }, "contribution": { "doel": 2 } } ] } ]
        }
        """;

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private Outcome Run(params string[] more) => RunOn(Problem, more);

    private Outcome RunOn(string problem, params string[] more) =>
        KoersProcess.Run(["frontier", _folder.With("problem.json", problem), "--gap", "0", .. more]);
}
