using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Xunit;
using static Koers.Planning.Tests.Formats.Sample;

namespace Koers.Planning.Tests.Formats;

/// <summary>Ids, numbers and times that do not make sense together.</summary>
public class MeaningFaultTests
{
    private const string Basis = "/initiatives/0/variants/0";

    [Theory]
    [InlineData("goals", "groen", "goal")]
    [InlineData("budgets", "exploitatie", "budget")]
    [InlineData("capacities", "civiele techniek", "capacity")]
    [InlineData("initiatives", "school", "initiative")]
    [InlineData("frames", "f8", "frame")]
    public void Refuses_a_double_id(string list, string id, string sort)
    {
        var entries = JsonNode.Parse(Problem)![list]!.AsArray();
        var (first, copy) = (entries.Count - 1, entries.Count);
        Refuses(p => p[list]!.AsArray().Add(p[list]![first]!.DeepClone()), $"/{list}/{copy}/id",
            $"the id '{id}' is taken by /{list}/{first}; an id that no other {sort} has");
    }

    [Fact]
    public void Refuses_a_double_id_among_variants_and_among_relations_of_one_type()
    {
        Refuses(p => p["initiatives"]![0]!["variants"]![1]!["id"] = "basis", "/initiatives/0/variants/1/id",
            "the id 'basis' is taken by /initiatives/0/variants/0; an id that no other variant of this initiative has");
        Refuses(p => p["relations"]!.AsArray().Add(p["relations"]![4]!.DeepClone()), "/relations/7/id",
            "the id 'r4' is taken by /relations/4; an id that no other relation of this type has");
    }

    [Fact]
    public void Refuses_empty_ids_and_control_characters()
    {
        Refuses(p => p["frames"]![0]!["id"] = "", "/frames/0/id", "the id is empty; an id of at least one character");
        Refuses(p => p["relations"]![0]!["id"] = "", "/relations/0/id", "the id is empty; an id of at least one character");
        Refuses(p => p["frames"]![0]!["id"] = "a\tb", "/frames/0/id",
            "a control character in 'a\\u0009b'; an id without control characters");
    }

    [Theory]
    [InlineData("relations/0/before", "initiative")]
    [InlineData("relations/1/after", "initiative")]
    [InlineData("relations/2/initiative", "initiative")]
    [InlineData("relations/2/requires", "initiative")]
    [InlineData("relations/3/initiatives/1", "initiative")]
    [InlineData("capacities/0/hire/budget", "budget")]
    [InlineData("frames/0/goal", "goal")]
    [InlineData("frames/1/budgets/0", "budget")]
    [InlineData("frames/6/capacity", "capacity")]
    [InlineData("reference/plan/0/initiative", "initiative")]
    [InlineData("reference/plan/0/variant", "variant of this initiative")]
    public void Refuses_an_id_that_nothing_has(string path, string sort) =>
        Refuses(p => At(p, path).ReplaceWith("xyz"), $"/{path}", $"there is no {sort} 'xyz'; the id of an existing {sort}");

    [Theory]
    [InlineData("spend", "budget", "[1]")]
    [InlineData("spendAfter", "budget", "1")]
    [InlineData("effort", "capacity", "[1]")]
    [InlineData("contribution", "goal", "1")]
    public void Refuses_a_key_that_nothing_has(string field, string sort, string value) => Refuses(
        p => At(p, Basis[1..])[field]!["xyz"] = JsonNode.Parse(value), $"{Basis}/{field}/xyz",
        $"there is no {sort} 'xyz'; the id of an existing {sort}");

    [Fact]
    public void Suggests_the_id_that_was_probably_meant() => Refuses(
        p => p["frames"]![0]!["goal"] = "gruen", "/frames/0/goal", "there is no goal 'gruen'; the id of an existing goal; 'groen', perhaps");

    [Theory]
    [InlineData("budgets/0/perYear", 1, "found 1 values; 2 values, one per year of the horizon")]
    [InlineData("budgets/0/perYear", 3, "found 3 values; 2 values, one per year of the horizon")]
    [InlineData("capacities/0/perPeriod", 7, "found 7 values; 8 values, one per period of the horizon")]
    [InlineData("initiatives/0/variants/0/spend/investering", 3, "3 values for a duration of 2; at most 2 values")]
    [InlineData("initiatives/0/variants/0/effort/civiele techniek", 3, "3 values for a duration of 2; at most 2 values")]
    public void Refuses_lists_of_the_wrong_length(string path, int length, string line) =>
        Refuses(p => At(p, path).ReplaceWith(new JsonArray([.. Enumerable.Repeat(1, length).Select(v => (JsonNode)v)])), $"/{path}", line);

    [Theory]
    [InlineData("goals/0/weight")]
    [InlineData("goals/0/cap")]
    [InlineData("budgets/0/perYear/1")]
    [InlineData("capacities/0/perPeriod/0")]
    [InlineData("capacities/0/hire/maxPerPeriod")]
    [InlineData("capacities/0/hire/price")]
    [InlineData("initiatives/0/variants/0/spend/investering/0")]
    [InlineData("initiatives/0/variants/0/spend/investering/1")]
    [InlineData("initiatives/0/variants/0/spendAfter/exploitatie")]
    [InlineData("initiatives/0/variants/0/effort/civiele techniek/0")]
    [InlineData("frames/1/min")]
    [InlineData("frames/4/max")]
    [InlineData("frames/6/max")]
    [InlineData("frames/7/max")]
    [InlineData("reference/dropPenalty")]
    [InlineData("reference/shiftPenalty")]
    public void Refuses_negative_money_people_and_weights(string path) =>
        Refuses(p => At(p, path).ReplaceWith(-5), $"/{path}", "-5 is negative; 0 or more");

    [Fact]
    public void Warns_of_a_profile_whose_last_value_only_mends_the_rounding() => WarnsOf(
        p => At(p, "initiatives/0/variants/0/spend/investering/1").ReplaceWith(-0.25), $"{Basis}/spend/investering/1",
        "-0.25 is negative, at the end of a profile of 9.75; 0 or more; so small a correction is used as it stands");

    [Theory]
    [InlineData("capacities/0/reserve", "1.1", "1.1 is outside its range; from 0 to 1")]
    [InlineData("initiatives/0/variants/0/success", "-0.1", "-0.1 is outside its range; from 0 to 1")]
    [InlineData("frames/2/max", "90", "90 is outside its range; from 0 to 1")]
    [InlineData("horizon/periods", "0", "0 is outside its range; from 1 to 10000")]
    [InlineData("horizon/periods", "1000000000", "1000000000 is outside its range; from 1 to 10000")]
    [InlineData("horizon/periodsPerYear", "0", "0 is outside its range; from 1 to 10000")]
    [InlineData("value/tailPeriods", "-1", "-1 is outside its range; from 0 to 10000")]
    [InlineData("value/discountPerYear", "-1", "a discount rate of -1; more than -1")]
    [InlineData("initiatives/0/variants/0/duration", "0", "0 is outside its range; from 1 to 10000")]
    [InlineData("initiatives/0/variants/1/earliestStart", "-20000", "-20000 is outside its range; from -10000 to 10000")]
    [InlineData("relations/0/lag", "-20000", "-20000 is outside its range; from -10000 to 10000")]
    [InlineData("frames/1/years/1", "2", "2 is outside its range; from 0 to 1")]
    [InlineData("frames/1/years/1", "-1", "-1 is outside its range; from 0 to 1")]
    public void Refuses_numbers_outside_their_range(string path, string value, string line) => Refuses(
        p => Set(p, path, JsonNode.Parse(value)), $"/{path}", line);

    [Fact]
    public void Refuses_a_discount_that_makes_the_future_weigh_beyond_measure() => Refuses(
        p => p["value"]!["discountPerYear"] = -0.99999, "/value/discountPerYear", // period 11 of 8 + 4: (10⁵)^(11/4) = 10^13.75
        "a discount rate of -0.99999 makes late periods weigh more than 1e12; a rate nearer to zero, or fewer periods");

    [Fact]
    public void Refuses_a_horizon_that_ends_after_the_calendar() => Refuses(
        p => p["horizon"]!["start"] = "9999-01-01", "/horizon/start",
        "a horizon from 9999-01-01 ends after the year 9999; an earlier start");

    [Theory]
    [InlineData("relations/5", "min 3 lies above max 2; min at most max")]
    [InlineData("frames/3", "min 4 lies above max 3; min at most max")]
    public void Refuses_a_lower_bound_above_the_upper(string path, string line) =>
        Refuses(p => At(p, path)["min"] = path == "relations/5" ? 3 : 4, $"/{path}", line);

    [Fact]
    public void Refuses_a_group_that_asks_for_more_than_it_has() => Refuses(
        p => (p["relations"]![5]!["min"], p["relations"]![5]!["max"]) = (4, 5), "/relations/5/min",
        "at least 4 of 3 initiatives; a min of at most 3");

    [Fact]
    public void Refuses_a_latest_start_past_the_horizon() => Refuses(
        p => At(p, Basis[1..])["latestStart"] = 7, $"{Basis}/latestStart",
        "a start in period 7 with duration 2 ends after the horizon of 8 periods; at most 6");

    [Fact]
    public void Refuses_an_earliest_start_after_the_latest() => Refuses(
        p => At(p, Basis[1..])["earliestStart"] = 6, $"{Basis}/earliestStart",
        "the earliest start 6 lies after the latest start 5; earliestStart at most latestStart");

    [Fact]
    public void Refuses_a_variant_that_does_not_fit_in_the_horizon()
    {
        Refuses(p => At(p, "initiatives/2/variants/0")["duration"] = 9, "/initiatives/2/variants/0/duration",
            "duration 9 from period 0 does not fit in the horizon of 8 periods; a start of at most -1, or a shorter duration");
        Refuses(p => At(p, "initiatives/2/variants/0")["earliestStart"] = 5, "/initiatives/2/variants/0/earliestStart",
            "duration 4 from period 5 does not fit in the horizon of 8 periods; a start of at most 4, or a shorter duration");
    }

    [Fact]
    public void Refuses_more_options_than_can_be_planned() => Refuses(
        p =>
        {
            for (var i = 0; i < 400; i++)
                p["initiatives"]!.AsArray().Add(JsonNode.Parse(
                    $$"""{"id":"x{{i}}","variants":[{"id":"v","duration":1,"earliestStart":-9999,"latestStart":0}]}"""));
        },
        "/initiatives", // starts of the sample: brug 1 to 5 and 0 to 7, park -2 to 5, school 0 to 4
        $"{(400 * 10_000) + 5 + 8 + 8 + 5} options (initiative, variant and start); "
        + "at most 2000000: narrow the windows or divide the problem");

    [Fact]
    public void Refuses_lists_without_entries()
    {
        Refuses(p => (p["goals"], p["frames"], p["initiatives"]![0]!["variants"]![0]!["contribution"]) =
            (new JsonArray(), new JsonArray(), new JsonObject()), "/goals", "the list is empty; at least one goal");
        Refuses(p => p["initiatives"]![2]!["variants"] = new JsonArray(), "/initiatives/2/variants",
            "the list is empty; at least one variant of this initiative");
        Refuses(p => p["relations"]![4]!["initiatives"] = new JsonArray(), "/relations/4/initiatives",
            "the list is empty; at least one initiative");
    }

    [Fact]
    public void Refuses_ids_that_give_two_columns_the_same_name() => Refuses(
        p =>
        {
            p["initiatives"]!.AsArray().Add(JsonNode.Parse("""{"id":"park/a","variants":[{"id":"b","duration":1}]}"""));
            p["initiatives"]![1]!["variants"]!.AsArray().Add(JsonNode.Parse("""{"id":"a/b","duration":1}"""));
        },
        "/initiatives/3/variants/0",
        "the name 'x/park/a/b' of a row or column arises from /initiatives/1/variants/1 too; "
        + "ids with which every row and column has its own name: avoid '/'");

    [Fact]
    public void Refuses_ids_that_give_two_rows_the_same_name()
    {
        const string expected = "; ids with which every row and column has its own name: avoid '/'";
        Refuses(p => p["frames"]![0]!["id"] = "f4/max", "/frames/0",
            $"the name 'frame/f4/max' of a row or column arises from /frames/3 too{expected}");
        Refuses(p => p["frames"]![7]!["id"] = "f5/3", "/frames/7",
            $"the name 'frame/f5/3' of a row or column arises from /frames/4 too{expected}");
        Refuses(p =>
        {
            p["relations"]![6]!["id"] = "s/park"; // negative: row synergy/s/park
            p["relations"]!.AsArray().Add(JsonNode.Parse("""{"id":"s","type":"synergy","initiatives":["park","brug"],"value":1}"""));
        }, "/relations/7", $"the name 'synergy/s/park' of a row or column arises from /relations/6 too{expected}");
    }

    private static JsonNode At(JsonNode node, string path)
    {
        foreach (var step in path.Split('/')) node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        return node;
    }

    /// <summary>Puts a value somewhere, also where nothing stood yet.</summary>
    private static void Set(JsonNode node, string path, JsonNode? value)
    {
        var parent = At(node, path[..path.LastIndexOf('/')]);
        var step = path[(path.LastIndexOf('/') + 1)..];
        if (int.TryParse(step, out var index)) parent[index] = value;
        else parent[step] = value;
    }
}
