using System.Text.Json;
using Xunit;

namespace Koers.Cli.Tests.Commands;

/// <summary>What check says, above all of claims that it cannot verify: the contract lets such plans hold, so that the words must not
/// promise more.</summary>
public sealed class CheckVerdictTests : IDisposable
{
    // One initiative of 12 that fits. At price 0 the bound is 0 × 100 + max(0, 12) = 12, at price 0.1 it is 10 + max(0, 12 - 6) = 16.
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Een", "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "doel", "weight": 1 } ], "budgets": [ { "id": "geld", "perYear": [100] } ],
          "initiatives": [
            { "id": "A", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [60] }, "contribution": { "doel": 12 } } ] } ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_bound_that_the_certificate_proves_holds_without_more() =>
        Verdict("12", """{ "bound": 12, "prices": {} }""", "The plan holds.", proven: true);

    [Fact]
    public void A_bound_tighter_than_the_certificate_is_not_called_verified() =>
        Verdict(
            "12", """{ "bound": 16, "prices": { "budget/geld/0": 0.1 } }""",
            "Its bound 12.000000 is not verified: the certificate proves 16", false);

    [Fact]
    public void A_bound_without_certificate_is_not_called_verified() =>
        Verdict("12", "null", "Its bound 12.000000 is not verified: there is no certificate", false);

    [Fact]
    public void A_plan_without_bound_claims_nothing_to_prove() => Verdict("null", "null", "The plan holds.", null);

    [Fact]
    public void Of_an_infeasible_plan_nothing_is_said_to_be_verified()
    {
        var run = Check("""
            { "format": "koers-plan/1", "status": "infeasible", "selected": [], "value": null, "bound": null, "certificate": null,
              "conflict": ["budget/geld"], "seconds": 1, "engine": "hand" }
            """);
        Assert.Equal(0, run.Status);
        Assert.StartsWith("Nothing was verified", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("holds", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_says_infeasible_and_has_choices_contradicts_itself_and_does_not_hold()
    {
        var plan = Plan("null", "null").Replace("optimal", "infeasible", StringComparison.Ordinal);
        var run = Check(plan);
        Assert.Equal(1, run.Status);
        Assert.Contains("The plan contradicts itself: it says infeasible, which is to have no plan, and it has choices (1).", run.Flat, StringComparison.Ordinal);
        Assert.Contains("its own choices keep every rule: the problem has a plan.", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("no choices", run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Check(plan, "--json").Out);
        Assert.False(json.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal(12, json.RootElement.GetProperty("value").GetDouble());
        Assert.Empty(new SchemaReading("koers-check-1.schema.json").Faults(json.RootElement));
    }

    [Fact]
    public void A_conflict_of_rules_that_are_not_there_does_not_hold()
    {
        var run = Check("""
            { "format": "koers-plan/1", "status": "infeasible", "selected": [], "value": null, "bound": null, "certificate": null,
              "conflict": ["budget/zz"], "seconds": 1, "engine": "hand" }
            """, "--language", "nl");
        Assert.Equal(1, run.Status);
        Assert.Contains("Het conflict noemt een regel die het probleem niet heeft: budget/zz.", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("Is het een plan van dit probleem", run.Flat, StringComparison.Ordinal);
    }

    // (16 - 12) / 12 = 33.333333%
    [Theory]
    [InlineData("null", "null", "warning: The plan says optimal and states no bound that supports it.")]
    [InlineData("16", "null", "warning: The plan says optimal, and the bound 16 that it states leaves a gap of 33.333333%")]
    [InlineData("12", "null", null)]
    public void What_does_not_support_an_optimum_is_a_warning(string bound, string certificate, string? warning)
    {
        var run = Check(Plan(bound, certificate));
        Assert.Equal(0, run.Status);
        if (warning is null)
            Assert.DoesNotContain("warning", run.Flat, StringComparison.Ordinal);
        else
            Assert.Contains(warning, run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Check(Plan(bound, certificate), "--json").Out);
        Assert.True(json.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal(warning is null ? 0 : 1, json.RootElement.GetProperty("warnings").GetArrayLength());
        Assert.Empty(new SchemaReading("koers-check-1.schema.json").Faults(json.RootElement));
    }

    [Fact]
    public void What_there_must_be_at_least_is_counted_upwards()
    {
        // One is chosen where two must be: as a row -1 > -2
        var problem = Problem.Replace("\"initiatives\":", """
            "frames": [ { "id": "veel", "name": "Genoeg", "type": "count", "min": 2 } ], "initiatives":
            """, StringComparison.Ordinal);
        var run = KoersProcess.Run("check", _folder.With("more.json", problem), _folder.With("plan.json", Plan("null", "null")));
        Assert.Equal(1, run.Status);
        Assert.Contains("frame/veel/min: 1.000000 < 2.000000", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_is_missed_is_told_as_a_share_and_of_a_plan_that_breaks_rules_no_gap_is_told()
    {
        // All 60 is spent on A, which is no work of the north: 0% of it
        var problem = Problem.Replace("\"initiatives\":", """
            "frames": [ { "id": "noord", "name": "Deel voor noord", "type": "spendShare", "where": { "wijk": "noord" }, "min": 0.15 } ],
            "initiatives":
            """, StringComparison.Ordinal);
        string[] files = [_folder.With("share.json", problem), _folder.With("plan.json", Plan("12", """{ "bound": 12, "prices": {} }"""))];
        var run = KoersProcess.Run(["check", .. files]);
        Assert.Equal(1, run.Status);
        Assert.Contains("frame/noord/min: 0.0000% < 15.0000%: frame \"Deel voor noord\"", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("Gap that", run.Flat, StringComparison.Ordinal);
        Assert.Contains("it says nothing of how good this one is", run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(KoersProcess.Run(["check", "--json", .. files]).Out);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("certifiedGap").ValueKind);
        Assert.Empty(new SchemaReading("koers-check-1.schema.json").Faults(json.RootElement));
    }

    [Fact]
    public void A_plan_of_another_problem_is_said_to_be_of_no_known_worth()
    {
        var run = Check(Plan("null", "null").Replace("\"A\"", "\"B\"", StringComparison.Ordinal));
        Assert.Equal(1, run.Status);
        Assert.Contains("Is it a plan of this problem?", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("no choices", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_tells_what_the_certificate_proves_where_the_bound_is_tighter()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "5s", "--quiet", "--out", _folder["town-plan.json"]);
        using var plan = JsonDocument.Parse(File.ReadAllText(_folder["town-plan.json"]));
        var tighter = plan.RootElement.GetProperty("certificate").GetProperty("bound").GetDouble()
            > plan.RootElement.GetProperty("bound").GetDouble() + 1e-3;
        Assert.Equal(tighter, run.Flat.Contains("Without trusting the search", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string Plan(string bound, string certificate) => $$"""
        { "format": "koers-plan/1", "status": "optimal", "selected": [ { "initiative": "A", "variant": "basis", "start": 0 } ],
          "value": 12, "bound": {{bound}}, "certificate": {{certificate}}, "conflict": [], "seconds": 1, "engine": "hand" }
        """;

    private void Verdict(string bound, string certificate, string said, bool? proven)
    {
        var run = Check(Plan(bound, certificate));
        Assert.Equal(0, run.Status);
        Assert.Contains(said, run.Flat, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Check(Plan(bound, certificate), "--json").Out);
        Assert.Empty(new SchemaReading("koers-check-1.schema.json").Faults(json.RootElement));
        var field = json.RootElement.GetProperty("boundProven");
        Assert.Equal(proven, field.ValueKind == JsonValueKind.Null ? null : field.GetBoolean());
    }

    private Outcome Check(string plan, params string[] more) =>
        KoersProcess.Run(["check", _folder.With("problem.json", Problem), _folder.With("plan.json", plan), .. more]);
}
