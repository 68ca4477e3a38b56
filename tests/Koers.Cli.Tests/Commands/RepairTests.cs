using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public sealed class RepairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Says_what_conflicts_and_what_the_cheapest_way_out_is()
    {
        // 80 + 70 - 100 = 50
        var run = KoersProcess.Run("repair", KoersProcess.Conflict);
        Assert.Equal(0, run.Status);
        Assert.Contains("there are no others", run.Flat, StringComparison.Ordinal);
        Assert.Contains("\"Nieuwe brug\" must be done", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"budget Algemene middelen, 2027 +100 +150 +50\.00", run.Out);
        Assert.Contains("It costs 50.00 concession points", run.Flat, StringComparison.Ordinal);
        Assert.Contains("they are no points of value", run.Flat, StringComparison.Ordinal);
        Assert.Contains("that is proven", run.Flat, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
    }

    [Fact]
    public void Speaks_Dutch()
    {
        var run = KoersProcess.Run("repair", KoersProcess.Conflict, "--language", "nl");
        Assert.Contains("De goedkoopste uitweg", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"budget Algemene middelen in 2027 +100 +150 +50,00", run.Out);
    }

    [Fact]
    public void Says_that_giving_up_a_task_was_not_compared_unless_it_was()
    {
        Assert.Contains(
            "no way out without giving up a task or relation costs less, and that is proven.", KoersProcess.Run("repair", KoersProcess.Conflict).Flat,
            StringComparison.Ordinal);
        Assert.Contains(
            "is geen uitweg zonder taken of relaties los te laten goedkoper, en dat is bewezen.",
            KoersProcess.Run("repair", KoersProcess.Conflict, "--language", "nl").Flat, StringComparison.Ordinal);
        var all = KoersProcess.Run("repair", KoersProcess.Conflict, "--give-up").Flat;
        Assert.Contains("apart from rounding, no way out costs less, and that is proven.", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1. This alone cannot be kept:")]
    [InlineData("nl", "1. Dit alleen kan al niet:")]
    public void A_frame_that_cannot_be_met_by_itself_is_told_as_that(string language, string said)
    {
        // Nothing brings more than 3 for the goal, and the frame asks 10
        var file = _folder.With("alone.json", """
            { "format": "koers-problem/1", "name": "Alleen", "value": { "normalise": false, "tailPeriods": 1 },
              "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 }, "goals": [ { "id": "doel", "weight": 1 } ],
              "initiatives": [ { "id": "A", "variants": [ { "id": "basis", "duration": 1, "contribution": { "doel": 3 } } ] } ],
              "frames": [ { "id": "veel", "type": "goalFloor", "goal": "doel", "min": 10 } ] }
            """);
        var run = KoersProcess.Run("repair", file, "--language", language);
        Assert.Contains(said, run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("the rest can:", run.Flat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withoutGivingUp")]
    [InlineData("all", "--give-up")]
    public void Json_says_among_which_ways_out_a_price_is_the_least(string among, params string[] more)
    {
        using var json = JsonDocument.Parse(KoersProcess.Run(["repair", KoersProcess.Conflict, "--json", .. more]).Out);
        Assert.Equal(among, json.RootElement.GetProperty("wayOut").GetProperty("leastAmong").GetString());
        var alone = json.RootElement.GetProperty("alternatives")[0].GetProperty("wayOut");
        Assert.Equal("oneRule", alone.GetProperty("leastAmong").GetString());
    }

    [Fact]
    public void The_repaired_problem_is_written_and_can_be_planned()
    {
        var repaired = _folder["repaired.json"];
        Assert.Equal(0, KoersProcess.Run("repair", KoersProcess.Conflict, "--out", repaired).Status);
        var plan = KoersProcess.Run("plan", repaired);
        Assert.Equal(0, plan.Status);
        Assert.Equal(3, KoersProcess.Run("plan", KoersProcess.Conflict).Status);
    }

    [Fact]
    public void Json_is_as_its_schema_says()
    {
        var schema = new SchemaReading("koers-repair-1.schema.json");
        foreach (var file in (string[])[KoersProcess.Conflict, KoersProcess.Town])
        {
            var run = KoersProcess.Run("repair", file, "--json");
            using var json = JsonDocument.Parse(run.Out);
            Assert.Empty(schema.Faults(json.RootElement));
        }
    }

    [Fact]
    public void A_problem_that_can_be_planned_needs_nothing_and_nothing_is_written()
    {
        var repaired = _folder["repaired.json"];
        var run = KoersProcess.Run("repair", KoersProcess.Town, "--out", repaired);
        Assert.Equal(0, run.Status);
        Assert.Contains("Nothing to repair", run.Out, StringComparison.Ordinal);
        Assert.Contains("not written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(repaired));
    }

    [Theory]
    [InlineData("--conflicts", "0")]
    [InlineData("--conflicts", "veel")]
    [InlineData("--time-limit", "-1")]
    public void A_value_out_of_range_is_refused(string option, string value)
    {
        var run = KoersProcess.Run("repair", KoersProcess.Conflict, option, value);
        Assert.Equal(2, run.Status);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_problem_itself_is_not_written_over()
    {
        var run = KoersProcess.Run("repair", KoersProcess.Conflict, "--out", KoersProcess.Conflict);
        Assert.Equal(2, run.Status);
    }

    public void Dispose() => _folder.Dispose();
}
