using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class PricesTests : IDisposable
{
    private const string Problem = """
        {
          "format": "koers-problem/1", "name": "Voorbeeld",
          "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "doel", "weight": 1 } ],
          "budgets": [ { "id": "geld", "name": "Krediet \u001b[31mrood", "perYear": [100] }, { "id": "ruim", "perYear": [100] } ],
          "initiatives": [
            { "id": "A", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [60] }, "contribution": { "doel": 12 } } ] },
            { "id": "B", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [50] }, "contribution": { "doel": 9 } } ] },
            { "id": "C", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [40] }, "contribution": { "doel": 6 } } ] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("en", "What 10% more brings, planned again", "1 of 2 budget-years")]
    [InlineData("nl", "Wat 10% meer brengt, opnieuw gepland", "1 van de 2 budgetjaren")]
    public void Shows_what_more_money_brings_and_what_has_no_price(string language, string heading, string free)
    {
        var run = Run(Plan("A C", 18), "--relief", "10%", "--language", language);
        Assert.Equal(0, run.Status);
        Assert.Contains(heading, run.Flat, StringComparison.Ordinal);
        Assert.Contains(free, run.Flat, StringComparison.Ordinal);
        // 10 more at 0.18 is 1.8; A and B then fit: 21 - 18 = 3
        Assert.Matches(@"Krediet \S*rood, 2027 +\+10 +0[.,]180 +1[.,]80 +3[.,]00 +█+ +3[.,]00", run.Out);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Its_JSON_is_as_its_schema_says()
    {
        var run = Run(Plan("A C", 18), "--relief", "0.1", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Empty(new SchemaReading("koers-prices-1.schema.json").Faults(json.RootElement));
        var money = json.RootElement.GetProperty("prices")[0];
        Assert.Equal(3.0, money.GetProperty("gain").GetProperty("found").GetDouble(), 1e-6);
        Assert.Equal(0.18, money.GetProperty("price").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("en", "That does not say that it brings nothing", "All of these were planned again (above).", "brings nothing.")]
    [InlineData("nl", "Dat zegt niet dat het niets brengt", "Al deze zijn opnieuw gepland (hierboven).", "brengt meer ervan niets.")]
    public void A_price_of_zero_is_not_told_as_bringing_nothing(string language, string may, string tried, string claim)
    {
        var run = Run(Plan("A C", 18), "--language", language);
        Assert.Contains(may, run.Flat, StringComparison.Ordinal);
        Assert.Contains(tried, run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("near the present amount", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("of them " + claim, run.Flat, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "(see --confirm)" : "(zie --confirm)", Run(Plan("A C", 18), "--confirm", "0", "--language", language).Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lower_limit_gives_way_by_going_down()
    {
        // The frame asks 10 for the goal at least; 5% less is 0.5
        var framed = Problem.TrimEnd()[..^1] + ", \"frames\": [ { \"id\": \"vloer\", \"name\": \"Vloer\", \"type\": \"goalFloor\", \"goal\": \"doel\", \"min\": 10 } ] }";
        var run = KoersProcess.Run("prices", _folder.With("framed.json", framed), Plan("A C", 18), "--time-limit", "2s");
        Assert.DoesNotContain("More of", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"Vloer, lower limit +-0\.5", run.Out);
    }

    [Fact]
    public void Without_confirmation_it_shows_prices_alone()
    {
        var run = Run(Plan("A C", 18), "--confirm", "0");
        Assert.Equal(0, run.Status);
        Assert.Contains("The others with a price (1)", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("planned again, ", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_certificate_had_to_be_made() =>
        Assert.Contains("one was made for these prices", Run(Plan("A C", 18, certificate: false), "--relief", "10%").Flat, StringComparison.Ordinal);

    [Theory]
    [InlineData("A B", "breaks", "Krediet")]
    [InlineData("A X", "X", "not an option")]
    public void Refuses_a_plan_that_is_none_of_the_problem(string chosen, string one, string other)
    {
        var run = Run(Plan(chosen, 21));
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Out);
        Assert.Contains(one, run.Error, StringComparison.Ordinal);
        Assert.Contains(other, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--relief", "0")]
    [InlineData("--relief", "200%")]
    [InlineData("--relief", "veel")]
    [InlineData("--confirm", "-1")]
    [InlineData("--confirm", "1001")]
    public void Refuses_a_setting_out_of_its_range(string option, string value)
    {
        var run = Run(Plan("A C", 18), option, value);
        Assert.Equal(2, run.Status);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_one_file_only_from_standard_input()
    {
        var run = KoersProcess.Run("prices", "-", "-");
        Assert.Equal(2, run.Status);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Outcome Run(string plan, params string[] options) =>
        KoersProcess.Run(["prices", _folder.With("problem.json", Problem), plan, "--time-limit", "2s", .. options]);

    /// <summary>A plan that starts these initiatives at once, with the price of money of docs/method.md.</summary>
    private string Plan(string initiatives, double value, bool certificate = true)
    {
        var selected = string.Join(", ", initiatives.Split(' ').Select(i => $$"""{ "initiative": "{{i}}", "variant": "basis", "start": 0 }"""));
        var proof = certificate ? """{ "bound": 19.2, "prices": { "budget/geld/0": 0.18 } }""" : "null";
        return _folder.With("plan.json", $$"""
            { "format": "koers-plan/1", "status": "feasible", "selected": [{{selected}}], "value": {{value}}, "bound": 21.5, "gap": null,
              "certificate": {{proof}}, "conflict": [], "seconds": 1, "engine": "hand" }
            """);
    }
}
