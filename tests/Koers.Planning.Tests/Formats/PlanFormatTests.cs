using System.Text;
using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public class PlanFormatTests
{
    private static readonly Plan Example = new(
        PlanStatus.Optimal,
        [new(new("brug"), new("basis"), 2), new(new("park \"zuid\""), new("basis"), -1)],
        10,
        10.01,
        new(10.01, new Dictionary<string, double> { ["capacity/a/10"] = 1e-7, ["budget/b/0"] = 2, ["budget/b/1"] = 0 }),
        [],
        1.25,
        "koers 0.1.0");

    [Fact]
    public void Reads_every_field()
    {
        var read = PlanReader.Read(Sample.Utf8(Sample.Plan));
        Assert.Empty(read.Faults);
        var plan = read.Required();
        Assert.Equal((PlanStatus.Feasible, 10, 11, 1.5, "koers 0.1.0"), (plan.Status, plan.Value, plan.Bound, plan.Seconds, plan.Engine));
        Assert.Equal([new(new("brug"), new("basis"), 2)], plan.Selected);
        Assert.Equal((11, 0.5), (plan.Certificate!.Bound, plan.Certificate.Prices["budget/investering/0"]));
        Assert.Equal(0.1, plan.Gap!.Value, 12);
    }

    [Fact]
    public void Writes_a_plan_in_the_order_of_the_contract_with_one_line_per_choice() => Assert.Equal(
        """
        {
          "format": "koers-plan/1",
          "status": "optimal",
          "selected": [
            {"initiative":"brug","variant":"basis","start":2},
            {"initiative":"park \"zuid\"","variant":"basis","start":-1}
          ],
          "value": 10,
          "bound": 10.01,
          "gap": 0.0009999999999999788,
          "certificate": {
            "bound": 10.01,
            "prices": {
              "budget/b/0": 2,
              "capacity/a/10": 1E-07
            }
          },
          "conflict": [],
          "seconds": 1.25,
          "engine": "koers 0.1.0"
        }

        """.ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString(PlanWriter.ToBytes(Example)));

    [Fact]
    public void Writes_null_for_what_does_not_exist()
    {
        var plan = new Plan(PlanStatus.Infeasible, [], null, null, null, ["budget/b", "mandatory/brug"], 0.5, "koers");
        var json = JsonNode.Parse(PlanWriter.ToBytes(plan))!.AsObject();
        foreach (var field in new[] { "value", "bound", "gap", "certificate" })
        {
            Assert.True(json.ContainsKey(field));
            Assert.Null(json[field]);
        }
        var read = PlanReader.Read(PlanWriter.ToBytes(plan)).Required();
        Assert.Equal(["budget/b", "mandatory/brug"], read.Conflict);
        Assert.Null(read.Value);
    }

    [Fact]
    public void Writes_null_for_an_infinite_bound()
    {
        var json = JsonNode.Parse(PlanWriter.ToBytes(Example with { Bound = double.PositiveInfinity, Certificate = null }))!;
        Assert.Null(json["bound"]);
        Assert.Null(json["gap"]);
    }

    [Fact]
    public void Reads_back_the_same_bytes()
    {
        var bytes = PlanWriter.ToBytes(Example);
        using var stream = new MemoryStream();
        PlanWriter.Write(stream, PlanReader.Read(bytes).Required());
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void Takes_a_plan_of_another_solver_with_only_what_is_needed()
    {
        var read = PlanReader.Read(Sample.Utf8(
            """{"format":"koers-plan/1","status":"feasible","selected":[],"value":0,"bound":null,"gap":null,"certificate":null}"""));
        Assert.Empty(read.Faults);
        Assert.Empty(PlanReader.Read(Sample.Utf8("""{"format":"koers-plan/1","status":"unknown"}""")).Faults);
    }

    [Fact]
    public void Refuses_a_status_it_does_not_know() => Refuses(
        p => p["status"] = "optimaal", "/status",
        "'optimaal' is not known here; 'optimal', perhaps; known here: optimal, feasible, infeasible, unknown");

    [Fact]
    public void Refuses_a_plan_without_its_value() =>
        Refuses(p => (p["value"], p["gap"]) = (null, null), "/value", "no 'value' although the status is feasible; 'value'");

    [Fact]
    public void Refuses_a_plan_without_its_choices() =>
        Refuses(p => p.AsObject().Remove("selected"), "", "no 'selected' although the status is feasible; 'selected'");

    [Fact]
    public void Refuses_a_negative_price() => Refuses(
        p => p["certificate"]!["prices"]!["budget/investering/0"] = -1, "/certificate/prices/budget~1investering~10",
        "-1 is negative; 0 or more");

    [Fact]
    public void Refuses_an_initiative_that_is_chosen_twice() => Refuses(
        p => p["selected"]!.AsArray().Add(p["selected"]![0]!.DeepClone()), "/selected/1/initiative",
        "'brug' stands here more than once; each at most once");

    [Fact]
    public void Refuses_names_types_and_numbers_that_do_not_belong()
    {
        Refuses(p => p["selected"]![0]!["begin"] = 1, "/selected/0/begin", "unknown field 'begin'; one of initiative, variant, start");
        Refuses(p => p["selected"]![0]!["start"] = 1.5, "/selected/0/start", "1.5 is not a whole number; a whole number");
        Refuses(p => p["certificate"]!.AsObject().Remove("prices"), "/certificate", "the field 'prices' is missing; an object");
        Refuses(p => p["seconds"] = -1, "/seconds", "-1 is negative; 0 or more");
        Refuses(p => (p["bound"], p["gap"]) = (JsonNode.Parse("1e308"), null), "/bound",
            "1E+308 is not a number within bounds; a number from -1E+30 to 1E+30");
    }

    [Fact]
    public void Warns_of_a_gap_that_does_not_follow_from_value_and_bound()
    {
        var plan = JsonNode.Parse(Sample.Plan)!;
        plan["gap"] = 0;
        var read = PlanReader.Read(Sample.Utf8(plan.ToJsonString()));
        Assert.NotNull(read.Value);
        Assert.Equal(
            "/gap: warning: a gap of 0; expected: 0.1, as follows from value and bound", Assert.Single(read.Faults).ToString());
    }

    private static void Refuses(Action<JsonNode> change, string pointer, string line)
    {
        var plan = JsonNode.Parse(Sample.Plan)!;
        change(plan);
        var fault = Assert.Single(PlanReader.Read(Sample.Utf8(plan.ToJsonString())).Faults);
        Assert.Equal((Severity.Error, pointer, line), (fault.Severity, fault.JsonPointer, $"{fault.Message}; {fault.Expected}"));
    }
}
