using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public class ProblemReadingTests
{
    [Fact]
    public void Reads_every_field()
    {
        var problem = Sample.Read();

        Assert.Equal("Voorbeeld", problem.Name);
        Assert.Equal(new Horizon(new(2027, 1, 1), 8, 4), problem.Horizon);
        Assert.Equal(new ValueSettings(0.0225, 4, Normalise: false), problem.Value);
        Assert.Equal(new Goal(new("woningen"), "Meer woningen", 0.6, 50), problem.Goals[0]);
        Assert.Equal([100, 120.5], problem.Budgets[0].PerYear);
        Assert.True(problem.Budgets[0].CarryOver);
        Assert.Equal(0.1, problem.Capacities[0].Reserve);
        Assert.Equal(new Hire(1, 30, new("exploitatie")), problem.Capacities[0].Hire);
        Assert.Equal(7, problem.Relations.Count);
        Assert.Equal(new DependsOn(new("r1"), new("brug"), new("park"), 1), problem.Relations[0]);
        Assert.Equal(8, problem.Frames.Count);
        Assert.Equal(new GoalFloor(new("f1"), "Groen", new("groen"), -5), problem.Frames[0]);
        Assert.Equal(["ruimte", "groen"], Assert.IsType<SpendShareFrame>(problem.Frames[2]).Where.Labels["afdeling"]);
        Assert.Equal(new Choice(new("brug"), new("basis"), 2), Assert.Single(problem.Reference!.Plan));
        Assert.Equal((1, 2, 0.1, 0.5), Penalties(problem.Reference));
    }

    [Fact]
    public void Reads_every_field_of_a_variant()
    {
        var brug = Sample.Read().Initiatives[0];
        Assert.Equal("ruimte", brug.Labels["afdeling"]);
        Assert.True(brug.Mandatory);
        var basis = brug.Variants[0];
        Assert.Equal((2, 1, 5), (basis.Duration, basis.EarliestStart, basis.LatestStart));
        Assert.Equal([10, 20], basis.Spend[new("investering")]);
        Assert.Equal(0.5, basis.SpendAfter[new("exploitatie")]);
        Assert.Equal([0.5, 0.5], basis.Effort[new("civiele techniek")]);
        Assert.Equal(-1, basis.Contribution[new("groen")]);
        Assert.Equal(0.9, basis.Success);
        Assert.Equal([0, 0.25], basis.Effect.Profile);
        Assert.Equal(0.75, basis.Effect.After);
    }

    [Fact]
    public void Fills_in_the_defaults_of_the_format()
    {
        var problem = Sample.Read();
        Assert.Equal("groen", problem.Goals[1].Name); // without a name, the id
        Assert.Null(problem.Goals[1].Cap);
        Assert.False(problem.Budgets[1].CarryOver);
        var sober = problem.Initiatives[0].Variants[1];
        Assert.Equal((0, 7), (sober.EarliestStart, sober.LatestStart)); // 8 periods - duration 1
        Assert.Equal(1, sober.Success);
        Assert.Equal([0], sober.Effect.Profile);
        Assert.Equal(1, sober.Effect.After);
        Assert.Empty(problem.Initiatives[2].Labels);
        Assert.False(problem.Initiatives[2].Mandatory);
        Assert.Null(Assert.IsType<SpendShareFrame>(problem.Frames[2]).Budgets);
        Assert.Empty(Assert.IsType<RiskFrame>(problem.Frames[7]).Where.Labels);
    }

    [Fact]
    public void Reads_a_problem_with_only_what_is_required()
    {
        var read = ProblemReader.Read(Sample.Utf8("""
            {"format":"koers-problem/1","name":"","horizon":{"start":"2027-01-01","periods":1,"periodsPerYear":1},
             "goals":[{"id":"g","weight":1}],"initiatives":[{"id":"i","variants":[{"id":"v","duration":1}]}]}
            """));
        Assert.Empty(read.Faults);
        Assert.Equal(new ValueSettings(0, 0, Normalise: true), read.Required().Value);
        Assert.Null(read.Required().Reference);
    }

    [Fact]
    public void Reads_the_same_from_a_stream_and_with_a_byte_order_mark()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Sample.Utf8(Sample.Problem)];
        using var stream = new MemoryStream(marked);
        Assert.Equal(ProblemWriter.ToBytes(Sample.Read()), ProblemWriter.ToBytes(ProblemReader.Read(stream).Required()));
    }

    [Fact]
    public void Reads_fields_in_any_order_and_with_escapes_in_their_names()
    {
        Sample.Accepts(p =>
        {
            var initiatives = p["initiatives"]!;
            p.AsObject().Remove("initiatives");
            p.AsObject().Insert(0, "initiatives", initiatives); // before the horizon that its windows depend on
            p["relations"]![0] = JsonNode.Parse("""{"lag":1,"after":"park","before":"brug","type":"dependsOn","id":"r1"}""");
        });
        var escaped = Sample.Problem.Replace("\"weight\"", "\"we\\u0069ght\"", StringComparison.Ordinal);
        Assert.Equal(0.6, ProblemReader.Read(Sample.Utf8(escaped)).Required().Goals[0].Weight);
    }

    [Fact]
    public void Takes_three_point_zero_for_a_whole_number() => Sample.Accepts(p => p["horizon"]!["periods"] = JsonNode.Parse("8.0"));

    [Fact]
    public void Takes_null_for_no_reference_plan() => Sample.Accepts(p => p["reference"] = null);

    [Fact]
    public void Takes_a_running_initiative_that_lasts_longer_than_the_horizon() => Sample.Accepts(p =>
    {
        p["initiatives"]![2]!["variants"]![0]!["duration"] = 10; // 8 periods: starts from -3 to -2, as it began before period 0
        p["initiatives"]![2]!["variants"]![0]!["earliestStart"] = -3;
    });

    [Fact]
    public void Takes_mandatory_initiatives_that_exclude_each_other_because_the_engine_explains_them() => Sample.Accepts(p =>
    {
        p["initiatives"]![1]!["mandatory"] = true;
        p["initiatives"]![2]!["mandatory"] = true;
    });

    [Fact]
    public void Takes_shares_of_an_effect_outside_zero_to_one() =>
        Sample.Accepts(p => p["initiatives"]![0]!["variants"]![0]!["effect"]!["profile"] = new JsonArray(-0.5, 900));

    [Fact]
    public void Takes_spaces_and_slashes_in_ids() => Sample.Accepts(p =>
    {
        p["goals"]![0]!["id"] = "meer/betaalbare woningen";
        var contribution = p["initiatives"]![0]!["variants"]![0]!["contribution"]!.AsObject();
        contribution.Remove("woningen");
        contribution["meer/betaalbare woningen"] = 1;
    });

    private static (double, double, double, double) Penalties(ReferencePlan r) =>
        (r.DropPenalty, r.AddPenalty, r.ShiftPenalty, r.VariantPenalty);
}
