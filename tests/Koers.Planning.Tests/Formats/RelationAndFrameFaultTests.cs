using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Xunit;
using static Koers.Planning.Tests.Formats.Sample;

namespace Koers.Planning.Tests.Formats;

/// <summary>Relations, frames and reference plans that cannot mean what they say.</summary>
public class RelationAndFrameFaultTests
{
    [Fact]
    public void Refuses_a_circle_of_dependsOn_and_shows_it() => Refuses(
        p => Depend(p, ("park", "school"), ("school", "brug")), "/relations/8",
        "initiatives depend on each other in a circle: brug → park → school → brug; dependsOn relations without a circle");

    [Fact]
    public void Refuses_a_circle_of_dependsOn_that_a_negative_lag_would_loosen() => Refuses(
        p => p["relations"]!.AsArray().Add(JsonNode.Parse(
            """{"id":"terug","type":"dependsOn","before":"park","after":"brug","lag":-8}""")),
        "/relations/7", "initiatives depend on each other in a circle: brug → park → brug; dependsOn relations without a circle");

    [Fact]
    public void Says_of_two_circles_both()
    {
        var faults = Faults(p => Depend(p, ("park", "brug"), ("school", "park"), ("park", "school")));
        Assert.Equal(["/relations/7", "/relations/8"], faults.Select(f => f.JsonPointer).Order(StringComparer.Ordinal));
        Assert.All(faults, f => Assert.Equal(FaultKind.Cycle, f.Kind));
    }

    [Fact]
    public void Takes_two_ways_to_the_same_initiative() => Accepts(p => Depend(p, ("brug", "school"), ("park", "school")));

    [Fact]
    public void Takes_a_circle_of_before_because_not_all_need_be_chosen() => Accepts(p => p["relations"]!.AsArray().Add(
        JsonNode.Parse("""{"id":"terug","type":"before","before":"school","after":"brug"}""")));

    [Fact]
    public void Finds_a_circle_in_a_chain_of_ten_thousand()
    {
        var faults = Faults(p =>
        {
            for (var i = 0; i < 10_000; i++)
                p["initiatives"]!.AsArray().Add(JsonNode.Parse($$"""{"id":"k{{i}}","variants":[{"id":"v","duration":1}]}"""));
            Depend(p, [.. Enumerable.Range(0, 10_000).Select(i => ($"k{i}", $"k{(i + 1) % 10_000}"))]);
        });
        Assert.EndsWith(" → k11 → … (10000) → k0", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "after", "before")]
    [InlineData(1, "after", "before")]
    [InlineData(2, "requires", "initiative")]
    public void Refuses_a_relation_of_an_initiative_with_itself(int relation, string field, string other) => Refuses(
        p => p["relations"]![relation]![field] = p["relations"]![relation]![other]!.GetValue<string>(), $"/relations/{relation}/{field}",
        $"both sides are '{(relation == 2 ? "park" : "brug")}'; two different initiatives");

    [Fact]
    public void Refuses_a_mandatory_initiative_that_excludes_itself() => Refuses(
        p => p["relations"]![3]!["initiatives"] = new JsonArray("park", "brug", "brug"), "/relations/3/initiatives/2",
        "the mandatory initiative 'brug' excludes itself; every initiative once");

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Refuses_the_same_initiative_twice_in_a_relation(int relation) => Refuses(
        p => p["relations"]![relation]!["initiatives"]!.AsArray().Add("park"),
        $"/relations/{relation}/initiatives/{JsonNode.Parse(Problem)!["relations"]![relation]!["initiatives"]!.AsArray().Count}",
        "'park' stands here more than once; each at most once");

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Warns_of_a_relation_of_one_initiative(int relation) => WarnsOf(
        p => p["relations"]![relation]!["initiatives"] = new JsonArray("park"), $"/relations/{relation}/initiatives",
        "only one initiative; two or more, otherwise it says nothing about others");

    [Fact]
    public void Warns_of_a_label_that_nobody_has()
    {
        WarnsOf(p => p["frames"]![1]!["where"] = new JsonObject { ["wijk"] = "noord" }, "/frames/1/where/wijk",
            "no initiative has a label 'wijk'; a label that occurs");
        WarnsOf(p => p["frames"]![1]!["where"]!["gebied"] = "zuid", "/frames/1/where/gebied",
            "no initiative has 'zuid' as its label 'gebied'; a value that occurs");
        WarnsOf(p => p["frames"]![2]!["where"]!["afdeling"]![1] = "water", "/frames/2/where/afdeling/1",
            "no initiative has 'water' as its label 'afdeling'; a value that occurs");
        WarnsOf(p => p["frames"]![1]!["where"]!["afdeling"] = "groen", "/frames/1/where",
            "no initiative has all of these labels; labels that occur together");
    }

    [Theory]
    [InlineData("frames", 3)]
    [InlineData("frames", 2)]
    [InlineData("frames", 1)]
    [InlineData("relations", 5)]
    public void Warns_of_a_frame_or_group_without_bounds(string list, int position) => WarnsOf(
        p =>
        {
            p[list]![position]!.AsObject().Remove("min");
            p[list]![position]!.AsObject().Remove("max");
        },
        $"/{list}/{position}",
        "neither min nor max: it limits nothing; min, max or both");

    [Fact]
    public void Warns_of_lists_that_count_nothing_or_double()
    {
        WarnsOf(p => p["frames"]![1]!["budgets"] = new JsonArray(), "/frames/1/budgets",
            "an empty list counts nothing; at least one, or leave the field out for all");
        WarnsOf(p => p["frames"]![1]!["years"] = new JsonArray(), "/frames/1/years",
            "an empty list counts nothing; at least one, or leave the field out for all");
        WarnsOf(p => p["frames"]![1]!["where"]!["gebied"] = new JsonArray(), "/frames/1/where/gebied",
            "an empty list counts nothing; at least one, or leave the field out for all");
        WarnsOf(p => p["frames"]![1]!["years"] = new JsonArray(1, 1), "/frames/1/years/1",
            "'1' stands here more than once; each at most once");
    }

    [Fact]
    public void Refuses_a_frame_without_the_bound_it_is_about()
    {
        Refuses(p => p["frames"]![4]!.AsObject().Remove("max"), "/frames/4", "the field 'max' is missing; a number");
        Refuses(p => p["frames"]![0]!.AsObject().Remove("min"), "/frames/0", "the field 'min' is missing; a number");
    }

    [Fact]
    public void Warns_of_a_reference_plan_that_can_no_longer_start_as_it_did() => WarnsOf(
        p => p["reference"]!["plan"]![0]!["start"] = 6, "/reference/plan/0/start",
        "the variant can no longer start in period 6; a start from 1 to 5; elsewhere it counts as moved");

    [Fact]
    public void Refuses_a_reference_plan_that_chooses_an_initiative_twice() => Refuses(
        p => p["reference"]!["plan"]!.AsArray().Add(p["reference"]!["plan"]![0]!.DeepClone()), "/reference/plan/1/initiative",
        "'brug' stands here more than once; each at most once");

    [Fact]
    public void Warns_of_a_problem_with_nothing_to_choose()
    {
        var faults = Faults(p =>
        {
            p["initiatives"] = new JsonArray();
            foreach (var field in new[] { "relations", "frames", "reference" }) p.AsObject().Remove(field);
        });
        Assert.Equal(
            "/initiatives: warning: there are no initiatives; expected: something to choose from", Assert.Single(faults).ToString());
    }

    private static void Depend(JsonNode problem, params (string Before, string After)[] pairs)
    {
        foreach (var (before, after) in pairs)
            problem["relations"]!.AsArray().Add(new JsonObject
            {
                ["id"] = $"d-{before}-{after}",
                ["type"] = "dependsOn",
                ["before"] = before,
                ["after"] = after,
            });
    }
}
