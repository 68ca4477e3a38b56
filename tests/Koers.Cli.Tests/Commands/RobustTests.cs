using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class RobustTests : IDisposable
{
    // Two of four: P and Q, or P and S, with a at least as important as b; docs/method-robust.md derives it by hand
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Twee van vier",
          "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "a", "name": "Wonen", "weight": 0.6 }, { "id": "b", "name": "Groen \u001b[31mrood", "weight": 0.4 } ],
          "budgets": [ { "id": "geld", "perYear": [2] } ],
          "initiatives": [
            { "id": "P", "name": "Park", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [1] },
              "contribution": { "a": 6 } } ] },
            { "id": "Q", "name": "Quarantaine \u001b[31mrood", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [1] },
              "contribution": { "a": 2, "b": 6 } } ] },
            { "id": "R", "name": "Riool", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [1] },
              "contribution": { "a": 1, "b": 3 } } ] },
            { "id": "S", "name": "School", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [1] },
              "contribution": { "a": 4, "b": 2 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Shows_core_borderline_exterior_regret_and_what_to_find_out_within_80_columns()
    {
        var run = Run("--order", "a,b", "--plan", Plan("P", "Q"));
        Assert.Equal(0, run.Status);
        Assert.Contains("1 core (always chosen), 2 borderline, 1 exterior (never chosen).", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Exact: all 2 portfolios", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Assumed as asked: the order a ≥ b", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"Park +█{20} +100%", run.Out);
        Assert.Matches(@"School +█{10}░{10} +50%", run.Out);
        Assert.Matches(@"Riool +░{20} +0%", run.Out);
        Assert.Contains("Most robust plan: worst-case regret 1.00 points. That is where the heaviest weights are", run.Flat, StringComparison.Ordinal);
        Assert.Contains("The plan you gave: worst-case regret 2.00 points.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("It stays the best known while weights go up to 17% of the way", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"Weight of Wonen +█+ +0\.1", run.Out);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = Run("--language", "nl");
        Assert.Contains("kern (altijd gekozen)", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Aangenomen, omdat het probleem er niets over zegt: elk gewicht kan 25% lager of hoger zijn.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("Welk plan is het veiligst", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Json_is_as_its_schema_says()
    {
        using var json = Read(Run("--order", "a,b", "--plan", Plan("P", "Q"), "--json"));
        var root = json.RootElement;
        Assert.Equal(("exact", "order"), (root.GetProperty("method").GetString(), root.GetProperty("weightsFrom").GetString()));
        Assert.Equal(2, root.GetProperty("portfolios").GetArrayLength());
        Assert.Equal(500, root.GetProperty("vectors").GetArrayLength());
        Assert.Equal(0.5, root.GetProperty("initiatives")[1].GetProperty("coreIndex").GetDouble());
        Assert.Equal(2, root.GetProperty("given").GetProperty("worstRegret").GetDouble(), 1e-9);
        Assert.NotEmpty(root.GetProperty("information").EnumerateArray());
    }

    [Fact]
    public void Json_of_samples_is_as_the_schema_says_too()
    {
        using var json = Read(KoersProcess.Run("robust", KoersProcess.Town, "--samples", "10", "--time-limit", "5s", "--json", "--quiet"));
        Assert.Equal("assumed", json.RootElement.GetProperty("weightsFrom").GetString());
        Assert.Equal(10, json.RootElement.GetProperty("vectors").GetArrayLength());
    }

    [Fact]
    public void The_schema_would_notice_what_is_missing_or_of_another_kind()
    {
        var text = Run("--json", "--samples", "3").Out;
        int FaultsWhen(string was, string becomes)
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            using var json = JsonDocument.Parse(text.Replace(was, becomes, StringComparison.Ordinal));
            return new SchemaReading("koers-robust-1.schema.json").Faults(json.RootElement).Count;
        }

        Assert.Equal(0, FaultsWhen("\"coreIndex\"", "\"coreIndex\""));
        Assert.NotEqual(0, FaultsWhen("\"coreIndex\"", "\"kernindex\""));
        Assert.NotEqual(0, FaultsWhen("\"exact\"", "\"guessed\""));
        Assert.NotEqual(0, FaultsWhen("\"unplanned\": 0", "\"unplanned\": \"0\""));
    }

    [Fact]
    public void Where_no_plan_exists_it_names_the_conflict()
    {
        var run = KoersProcess.Run("robust", KoersProcess.Conflict, "--quiet");
        Assert.Equal(3, run.Status);
        Assert.Contains("- ", run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(KoersProcess.Run("robust", KoersProcess.Conflict, "--quiet", "--json").Out);
        Assert.Empty(new SchemaReading("koers-robust-1.schema.json").Faults(json.RootElement));
        Assert.NotEmpty(json.RootElement.GetProperty("conflict").EnumerateArray());
        Assert.Equal(0, json.RootElement.GetProperty("information").GetArrayLength());
    }

    [Theory]
    [InlineData("a,x", "there is no goal \"x\"; the goals are a, b.")]
    [InlineData("a,b,a", "\"a\" stands there more than once")]
    [InlineData("a", "name at least two goals")]
    public void An_order_that_cannot_be_is_refused_in_one_line(string order, string said) => Refused(Run("--order", order), said);

    [Theory]
    [InlineData("--spread", "veel")]
    [InlineData("--spread", "101%")]
    [InlineData("--samples", "0")]
    [InlineData("--samples", "1000000")]
    public void A_value_out_of_range_is_refused(string option, string value) => Refused(Run(option, value), option);

    [Fact]
    public void An_order_and_a_spread_that_exclude_each_other_are_refused() =>
        Refused(Run("--order", "b,a", "--spread", "10%"), "widen --spread or change --order");

    [Fact]
    public void A_plan_of_another_problem_or_that_breaks_rules_is_refused()
    {
        Refused(Run("--plan", Plan("P", "kade")), "kade");
        Refused(Run("--plan", Plan("P", "Q", "S")), "breaks a rule (budget \"geld\", in 2027)");
        var none = _folder.With("none.json", """{ "format": "koers-plan/1", "status": "infeasible", "selected": [] }""");
        Refused(Run("--plan", none), "infeasible");
    }

    [Fact]
    public void A_problem_without_initiatives_and_the_same_standard_input_twice_are_refused()
    {
        var empty = _folder.With("empty.json", """
            { "format": "koers-problem/1", "name": "leeg", "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
              "goals": [ { "id": "a", "weight": 1 } ], "initiatives": [] }
            """);
        Refused(KoersProcess.Run("robust", empty), "no initiatives");
        Refused(KoersProcess.Run("robust", "-", "--plan", "-"), "standard input");
    }

    public void Dispose() => _folder.Dispose();

    private static void Refused(Outcome run, string said)
    {
        Assert.Equal(2, run.Status);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    private static JsonDocument Read(Outcome run)
    {
        Assert.Equal(0, run.Status);
        var json = JsonDocument.Parse(run.Out);
        Assert.Empty(new SchemaReading("koers-robust-1.schema.json").Faults(json.RootElement));
        return json;
    }

    private string Plan(params string[] initiatives) => _folder.With("plan.json", $$"""
        { "format": "koers-plan/1", "status": "feasible", "value": 1,
          "selected": [{{string.Join(',', initiatives.Select(i => $$"""{ "initiative": "{{i}}", "variant": "basis", "start": 0 }"""))}}] }
        """);

    private Outcome Run(params string[] options) =>
        KoersProcess.Run(["robust", _folder.With("problem.json", Problem), "--quiet", .. options]);
}
