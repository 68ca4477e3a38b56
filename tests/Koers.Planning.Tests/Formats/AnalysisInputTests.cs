using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>What planning ignores and analyses use: read, written and checked like the rest of the file.</summary>
public class AnalysisInputTests
{
    [Fact]
    public void Reads_every_field()
    {
        var input = ProblemReader.Read(Sample.Utf8(Sample.WithAnalysis)).Required().Analysis;
        Assert.Equal(["woningen", "groen"], input.Weights!.Order.Select(g => g.Value));
        Assert.Equal(new Interval(0.25, 0.6), input.Weights.Between[new("groen")]);
        Assert.Equal(new Ranges(new(0.9, 1, 1.4), null, null, new(0.7, 1, 1.2), null), input.Ranges);
        Assert.Equal(
            new Ranges(new(0.95, 1.05, 1.6), new(1, 1.1, 1.5), new(1, 1, 1.5), null, RangeShape.Lognormal),
            input.Initiatives[new("brug")]);
        Assert.Equal(RangeShape.Triangular, input.Initiatives[new("school")].Shape);
        Assert.Equal(new Correlation("afdeling", 0.4), input.Correlation);
        Assert.Equal(3, input.Shares.Count);
        Assert.Equal(("afdeling", "ruimte"), (input.Shares[0].Label, input.Shares[0].Value));
        Assert.Equal(0.6, input.Shares[0].Budgets[new("investering")]);
        Assert.Equal(0.5, input.Shares[0].Capacities[new("civiele techniek")]);
        Assert.Equal(4, input.RelaxationPrices.Count);
        Assert.Equal(2, input.RelaxationPrices["frame/f1"]);
    }

    [Fact]
    public void An_initiative_takes_what_it_leaves_out_from_the_ranges_of_all()
    {
        var input = ProblemReader.Read(Sample.Utf8(Sample.WithAnalysis)).Required().Analysis;
        Assert.Equal(
            new Ranges(new(0.95, 1.05, 1.6), new(1, 1.1, 1.5), new(1, 1, 1.5), new(0.7, 1, 1.2), RangeShape.Lognormal),
            input.RangesOf(new("brug")));
        Assert.Equal(input.Ranges, input.RangesOf(new("park")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public void A_problem_without_it_knows_nothing(string? analysis)
    {
        var node = JsonNode.Parse(Sample.Problem)!;
        if (analysis is not null) node["analysis"] = JsonNode.Parse(analysis);
        var problem = ProblemReader.Read(Sample.Utf8(node.ToJsonString())).Required();
        Assert.Null(problem.Analysis.Weights);
        Assert.Equal(Ranges.Certain, problem.Analysis.Ranges);
        Assert.Empty(problem.Analysis.Shares);
        Assert.Equal(ProblemWriter.ToBytes(Sample.Read()), ProblemWriter.ToBytes(problem));
    }

    [Fact]
    public void Comes_back_the_same_from_a_file()
    {
        var read = ProblemReader.Read(Sample.Utf8(Sample.WithAnalysis));
        Assert.Empty(read.Faults);
        var written = ProblemWriter.ToBytes(read.Required());
        Assert.Equal(written, ProblemWriter.ToBytes(ProblemReader.Read(written).Required()));
        var again = JsonNode.Parse(written)!["analysis"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.Analysis), again), again.ToJsonString());
    }

    [Fact]
    public void Writes_a_line_per_entry_in_the_order_of_the_problem()
    {
        var text = Encoding.UTF8.GetString(ProblemWriter.ToBytes(ProblemReader.Read(Sample.Utf8(Sample.WithAnalysis)).Required()));
        var lines = text.Split('\n');
        Assert.Contains(
            """    "weights": {"order":["woningen","groen"],"between":{"woningen":[0.4,0.8],"groen":[0.25,0.6]}},""", lines);
        Assert.Contains("""      "school": {"score":[0.5,1,1],"shape":"triangular"}""", lines);
        Assert.Contains("""    "correlation": {"label":"afdeling","strength":0.4},""", lines);
    }

    [Theory]
    [InlineData("weights/order/1", "\"xyz\"", "there is no goal 'xyz'; the id of an existing goal")]
    [InlineData("weights/order/1", "\"gruen\"", "there is no goal 'gruen'; the id of an existing goal; 'groen', perhaps")]
    [InlineData("weights/order/1", "\"woningen\"", "'woningen' stands here more than once; each at most once")]
    [InlineData("weights/between/xyz", "[0, 1]", "there is no goal 'xyz'; the id of an existing goal")]
    [InlineData("weights/between/groen", "[0.3, 0.2]", "low 0.3 lies above high 0.2; low at most high")]
    [InlineData("weights/between/groen", "[0.3]", "found 1 numbers; two: low and high")]
    [InlineData("weights/between/groen/0", "-1", "-1 is negative; 0 or more")]
    [InlineData("weights", "{\"between\": {\"woningen\": [0.8, 0.9], \"groen\": [0.3, 0.4]}}",
        "no weights with sum 1 keep this order and these ranges; an order and ranges that go together, around the goals' weights")]
    [InlineData("weights", "{\"order\": [\"groen\", \"woningen\"], \"between\": {\"woningen\": [0.6, 0.9]}}",
        "no weights with sum 1 keep this order and these ranges; an order and ranges that go together, around the goals' weights")]
    [InlineData("ranges/cost", "[1, 2]", "found 2 numbers; three: low, likely and high")]
    [InlineData("weights/between/groen", "[1, 1e999]", "1e999 is not a number within bounds; a number from -1000000000000 to 1000000000000", "/1")]
    [InlineData("ranges/cost", "[1.2, 1, 0.9]", "low 1.2 lies above high 0.9; low at most high")]
    [InlineData("ranges/cost/0", "-0.5", "-0.5 is negative; 0 or more")]
    [InlineData("ranges/score/1", "1.5", "likely 1.5 lies outside its range; from 0.7 to 1.2")]
    [InlineData("ranges/effort", "1", "found the number 1; a list")]
    [InlineData("ranges/shape", "\"normal\"", "'normal' is not known here; one of triangular, lognormal")]
    [InlineData("ranges/sort", "1", "unknown field 'sort'; one of cost, effort, duration, score, shape")]
    [InlineData("initiatives/brug/cost", "[0, 0, 1]", "a lognormal distribution around 0; a likely value of more than 0", "/1")]
    [InlineData("initiatives/xyz", "{}", "there is no initiative 'xyz'; the id of an existing initiative")]
    [InlineData("initiatives/brug", "[]", "found a list; an object")]
    [InlineData("correlation/strength", "1.1", "1.1 is outside its range; from 0 to 1")]
    [InlineData("shares/0/budgets/xyz", "0.1", "there is no budget 'xyz'; the id of an existing budget")]
    [InlineData("shares/0/capacities/xyz", "0.1", "there is no capacity 'xyz'; the id of an existing capacity")]
    [InlineData("shares/0/budgets/investering", "1.1", "1.1 is outside its range; from 0 to 1")]
    [InlineData("shares/1/budgets/investering", "0.5", "the shares of 'investering' by 'afdeling' add up to 1.1; at most 1 in all")]
    [InlineData("relaxationPrices/budget~1exploitatie", "-1", "-1 is negative; 0 or more")]
    [InlineData("relaxationPrices/budget~1investerin", "1",
        "there is no rule 'budget/investerin'; a name as budget/<id>, capacity/<id>, frame/<id>, mandatory/<id> or "
        + "<relation type>/<id>; 'budget/investering', perhaps")]
    [InlineData("relaxationPrices/synergy~1r6", "1",
        "there is no rule 'synergy/r6'; a name as budget/<id>, capacity/<id>, frame/<id>, mandatory/<id> or <relation type>/<id>")]
    public void Refuses_what_cannot_be_meant(string path, string value, string line, string below = "") => Sample.One(
        Severity.Error, Sample.AnalysisFaults(a => Set(a, path, JsonNode.Parse(value))), $"/analysis/{path}{below}", line);

    [Fact]
    public void Refuses_the_same_part_of_the_organisation_twice() => Sample.One(
        Severity.Error,
        Sample.AnalysisFaults(a => a["shares"]!.AsArray().Add(JsonNode.Parse("""{"label":"afdeling","value":"groen"}"""))),
        "/analysis/shares/3", "'groen' as label 'afdeling' stands here more than once; every part once");

    [Theory]
    [InlineData("correlation/label", "\"xyz\"", "no initiative has a label 'xyz'; a label that occurs")]
    [InlineData("shares/2/label", "\"xyz\"", "no initiative has a label 'xyz'; a label that occurs")]
    [InlineData("shares/1/value", "\"xyz\"", "no initiative has 'xyz' as its label 'afdeling'; a value that occurs")]
    public void Warns_of_a_label_that_nobody_has(string path, string value, string line) => Sample.One(
        Severity.Warning, Sample.AnalysisFaults(a => Set(a, path, JsonNode.Parse(value))), $"/analysis/{path}", line);

    [Theory]
    [InlineData("weights", """{"order":["groen","woningen"]}""")] // whatever the weights in the problem say
    [InlineData("weights", """{"between":{"groen":[0.1,0.1]}}""")] // the others make up the sum
    [InlineData("weights", """{}""")]
    [InlineData("shares/0/budgets/investering", "0.6000001")] // rounding
    [InlineData("ranges/cost", "[1, 1, 1]")]
    public void Takes(string path, string value) => Assert.Empty(Sample.AnalysisFaults(a => Set(a, path, JsonNode.Parse(value))));

    [Fact]
    public void Says_it_in_Dutch_too()
    {
        var fault = Assert.Single(Sample.AnalysisFaults(a => a["ranges"]!["cost"] = new JsonArray(1, 2)));
        Assert.Equal(
            "/analysis/ranges/cost: 2 getallen gevonden; verwacht: drie: laag, waarschijnlijk en hoog",
            FaultText.Line(CultureInfo.GetCultureInfo("nl-NL"), fault));
    }

    [Fact]
    public void Validates_what_was_made_by_hand_too()
    {
        var problem = Sample.Read() with { Analysis = new() { Ranges = Ranges.Certain with { Cost = new(2, 1, 0) } } };
        Assert.Equal("/analysis/ranges/cost", Assert.Single(ProblemValidator.Validate(problem)).JsonPointer);
    }

    /// <summary>Puts a value somewhere, also where nothing stood yet.</summary>
    private static void Set(JsonNode node, string path, JsonNode? value)
    {
        var steps = path.Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal)).ToArray();
        foreach (var step in steps[..^1]) node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        if (int.TryParse(steps[^1], out var last)) node[last] = value;
        else node[steps[^1]] = value;
    }
}
