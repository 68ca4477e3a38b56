using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Xunit;
using static Koers.Planning.Tests.Formats.Sample;

namespace Koers.Planning.Tests.Formats;

/// <summary>Names and types.</summary>
public class ShapeFaultTests
{
    [Fact]
    public void Refuses_another_version_of_the_format() =>
        Refuses(p => p["format"] = "koers-problem/2", "/format", "the format is 'koers-problem/2'; 'koers-problem/1'");

    [Fact]
    public void Refuses_an_unknown_field_and_suggests_the_nearest() => Refuses(
        p => p["goals"]![0]!["wieght"] = 1, "/goals/0/wieght",
        "unknown field 'wieght'; 'weight', perhaps; known here: id, name, weight, cap");

    [Fact]
    public void Refuses_an_unknown_field_that_resembles_none() => Refuses(
        p => p["goals"]![0]!["kleur"] = new JsonArray(1, new JsonObject()), "/goals/0/kleur",
        "unknown field 'kleur'; one of id, name, weight, cap");

    [Fact]
    public void Escapes_names_in_pointers() => Refuses(
        p => p["value"]!["a/b~c"] = 1, "/value/a~1b~0c",
        "unknown field 'a/b~c'; one of discountPerYear, tailPeriods, normalise");

    [Fact]
    public void Refuses_a_field_of_another_type_of_relation() => Refuses(
        p => p["relations"]![3]!["lag"] = 1, "/relations/3/lag", "unknown field 'lag'; one of id, type, initiatives");

    [Fact]
    public void Refuses_a_field_of_another_type_of_frame() => Refuses(
        p => p["frames"]![7]!["min"] = 1, "/frames/7/min", "unknown field 'min'; one of id, name, type, where, max");

    [Fact]
    public void Refuses_a_missing_field_at_the_object_that_lacks_it() =>
        Refuses(p => p["goals"]![1]!.AsObject().Remove("weight"), "/goals/1", "the field 'weight' is missing; a number");

    [Fact]
    public void Refuses_a_double_field() => RefusesText(
        "\"weight\": 0.6", "\"weight\": 0.6, \"weight\": 0.6", "/goals/0/weight", "'weight' stands here more than once; every name once");

    [Fact]
    public void Refuses_a_double_key() => RefusesText(
        "\"spendAfter\": {", "\"spendAfter\": { \"exploitatie\": 1,", "/initiatives/0/variants/0/spendAfter/exploitatie",
        "'exploitatie' stands here more than once; every name once");

    [Theory]
    [InlineData("\"acht\"", "found the text 'acht'; a whole number")]
    [InlineData("true", "found true; a whole number")]
    [InlineData("null", "found null; a whole number, or leave the field out")]
    [InlineData("[8]", "found a list; a whole number")]
    [InlineData("{}", "found an object; a whole number")]
    [InlineData("8.5", "8.5 is not a whole number; a whole number")]
    [InlineData("1e308", "1e308 is not a number within bounds; a number from -2147483647 to 2147483647")]
    public void Refuses_another_type_than_a_whole_number(string json, string line) =>
        Refuses(p => p["horizon"]!["periods"] = JsonNode.Parse(json), "/horizon/periods", line);

    [Theory]
    [InlineData("\"NaN\"", "found the text 'NaN'; a number")]
    [InlineData("\"Infinity\"", "found the text 'Infinity'; a number")]
    [InlineData("1e999", "1e999 is not a number within bounds; a number from -1000000000000 to 1000000000000")]
    [InlineData("1e308", "1E+308 is not a number within bounds; a number from -1000000000000 to 1000000000000")]
    [InlineData("-1e13", "-10000000000000 is not a number within bounds; a number from -1000000000000 to 1000000000000")]
    public void Refuses_another_type_than_a_number(string json, string line) => RefusesText(
        "\"woningen\": 12", $"\"woningen\": {json}", "/initiatives/0/variants/0/contribution/woningen", line);

    [Fact]
    public void Refuses_another_type_deep_in_a_list() => Refuses(
        p => p["capacities"]![0]!["perPeriod"]![3] = "twee", "/capacities/0/perPeriod/3", "found the text 'twee'; a number");

    [Fact]
    public void Refuses_other_types_than_text_flag_list_and_object()
    {
        Refuses(p => p["name"] = 5, "/name", "found the number 5; text");
        Refuses(p => p["budgets"]![0]!["carryOver"] = "ja", "/budgets/0/carryOver", "found the text 'ja'; true or false");
        Refuses(p => p["budgets"]![0]!["perYear"] = 100, "/budgets/0/perYear", "found the number 100; a list");
        Refuses(p => p["value"] = new JsonArray(), "/value", "found a list; an object");
        Refuses(p => p["frames"] = new JsonObject(), "/frames", "found an object; a list");
        Refuses(p => p["frames"]![1]!["where"]!["gebied"] = 5, "/frames/1/where/gebied", "found the number 5; text or a list of texts");
        Refuses(p => p["initiatives"]![1]!["labels"]!["wijk"] = 5, "/initiatives/1/labels/wijk", "found the number 5; text");
        Refuses(p => p["relations"]![3]!["initiatives"]![1] = 5, "/relations/3/initiatives/1", "found the number 5; text");
        Refuses(p => p["frames"]![1]!["years"]![1] = "2", "/frames/1/years/1", "found the text '2'; a whole number");
    }

    [Fact]
    public void Refuses_null_where_a_field_should_be_left_out() => Refuses(
        p => p["goals"]![0]!["cap"] = null, "/goals/0/cap", "found null; a number, or leave the field out");

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("1-1-2027")]
    [InlineData("2027-01-01T00:00:00Z")]
    [InlineData("")]
    public void Refuses_what_is_not_a_date(string text) => Refuses(
        p => p["horizon"]!["start"] = text, "/horizon/start", $"'{text}' is not a date; a date of the calendar as 2027-01-31");

    [Fact]
    public void Refuses_an_unknown_type_of_relation_or_frame()
    {
        Refuses(p => p["relations"]![0]!["type"] = "dependson", "/relations/0/type",
            "'dependson' is not known here; 'dependsOn', perhaps; "
            + "known here: dependsOn, before, requires, excludes, together, group, synergy");
        Refuses(p => p["frames"]![0]!["type"] = "plafond", "/frames/0/type",
            "'plafond' is not known here; one of goalFloor, spend, spendShare, count, concurrent, starts, effort, risk");
        Refuses(p => p["frames"]![0]!.AsObject().Remove("type"), "/frames/0",
            "the field 'type' is missing; one of goalFloor, spend, spendShare, count, concurrent, starts, effort, risk");
        Refuses(p => p["frames"]![0]!["type"] = 3, "/frames/0/type",
            "found something that is not text; one of goalFloor, spend, spendShare, count, concurrent, starts, effort, risk");
    }

    [Fact]
    public void Refuses_endless_text() =>
        Refuses(p => p["name"] = new string('a', 10_001), "/name", "text of 10001 characters; at most 10000 characters");

    [Fact]
    public void Cuts_short_and_escapes_what_it_quotes() => Refuses(
        p => p["format"] = "a\nb" + new string('x', 100), "/format",
        $"the format is 'a\\u000ab{new string('x', 57)}…'; 'koers-problem/1'");

    [Fact]
    public void Says_all_faults_in_one_go()
    {
        var faults = Faults(p =>
        {
            p["extra"] = 1;
            p["goals"]![0]!["weight"] = -1;
            p["budgets"]![0]!["perYear"] = new JsonArray(1);
            p["capacities"]![0]!["hire"]!["budget"] = "kas";
            p["initiatives"]![0]!["variants"]![0]!["duration"] = "twee";
            p["initiatives"]![1]!["variants"]![0]!["latestStart"] = 7;
            p["relations"]![0]!["after"] = "niemand";
            p["frames"]![1]!["where"]!["gebied"] = "zuid";
        });
        Assert.Equal(
            [
                "/budgets/0/perYear", "/capacities/0/hire/budget", "/extra", "/frames/1/where/gebied", "/goals/0/weight",
                "/initiatives/0/variants/0/duration", "/initiatives/1/variants/0/latestStart", "/relations/0/after",
            ],
            faults.Select(f => f.JsonPointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Judges_nothing_that_depends_on_what_it_could_not_read()
    {
        Refuses(p => p["budgets"] = "geen", "/budgets", "found the text 'geen'; a list");
        Refuses(p => p["horizon"]!["periods"] = null, "/horizon/periods", "found null; a whole number, or leave the field out");
        Refuses(p => p["initiatives"]![0]!["variants"]![0]!["latestStart"] = "laat",
            "/initiatives/0/variants/0/latestStart", "found the text 'laat'; a whole number");
    }

    [Fact]
    public void Lists_two_hundred_faults_and_says_how_many_more_there_are()
    {
        var faults = Faults(p =>
        {
            for (var i = 0; i < 250; i++) p["frames"]!.AsArray().Add(new JsonObject());
        });
        Assert.Equal(201, faults.Count);
        Assert.Equal("(file): 50 more errors are not listed; expected: a file without the errors above", faults[^1].ToString());
    }

    private static void RefusesText(string old, string changed, string pointer, string line)
    {
        Assert.Contains(old, Problem, StringComparison.Ordinal);
        var fault = Assert.Single(ProblemReader.Read(Utf8(Problem.Replace(old, changed, StringComparison.Ordinal))).Faults);
        Assert.Equal((pointer, line), (fault.JsonPointer, $"{fault.Message}; {fault.Expected}"));
    }
}
