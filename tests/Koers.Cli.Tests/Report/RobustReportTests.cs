using System.Text.Json;
using Koers.Cli.Report;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class RobustReportTests
{
    private static readonly Problem Town = ProblemReader.ReadFile(KoersProcess.Town).Value!;

    // Every vector was planned, and the one plan known is the best at each of them, within its bound
    private static readonly RobustPlan Best = new([new Choice(new("park"), new("basis"), 0)], 10, 0, 0, 0, 0, 0, 1, 1, 1);

    [Fact]
    public void While_vectors_are_unplanned_it_counts_the_others_and_calls_no_plan_best()
    {
        var text = Write(Stopped());
        Assert.Contains("the best plan was sought at 3 of 5 weight vectors; 2 different plans are known.", text, StringComparison.Ordinal);
        Assert.Contains("So far, beside the plans known: 1 core", text, StringComparison.Ordinal);
        Assert.Contains("None known is better at any vector.", text, StringComparison.Ordinal);
        Assert.Contains("Not known yet: 2 vectors were not planned by themselves.", text, StringComparison.Ordinal);
        Assert.Contains("≥ 0.0%", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["best at every vector", "none is better", "best known somewhere", "No single figure"],
            claim => Assert.DoesNotContain(claim, text, StringComparison.Ordinal));
    }

    [Fact]
    public void In_Dutch_too()
    {
        var text = Write(Stopped(), Vocabulary.Dutch);
        Assert.Contains("het beste plan is gezocht bij 3 van 5 gewichtsvectoren; 2 verschillende plannen zijn bekend.", text, StringComparison.Ordinal);
        Assert.Contains("Geen bekend plan is bij een van de vectoren beter.", text, StringComparison.Ordinal);
        Assert.Contains("Nog niet bekend: 2 vectoren zijn niet zelf gepland.", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["bij elke vector het beste", "geen plan beter", "ergens het beste bekende", "Geen enkel cijfer"],
            claim => Assert.DoesNotContain(claim, text, StringComparison.Ordinal));
    }

    [Fact]
    public void When_every_vector_was_planned_it_says_best()
    {
        var text = Write(Planned());
        Assert.Contains("the best plan was sought at 5 weight vectors", text, StringComparison.Ordinal);
        Assert.Contains("It is best at every vector.", text, StringComparison.Ordinal);
        Assert.Contains("No single figure would change the choice", text, StringComparison.Ordinal);
        Assert.DoesNotContain("≥ 0.0%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_gaps_are_open_always_never_and_nothing_to_know_are_not_said()
    {
        // A plan worth 3 more may exist at every vector: what the plans known choose alike proves nothing of it
        var planned = Planned();
        var text = Write(planned with { Vectors = [.. planned.Vectors.Select(v => v with { Bound = 13 })] });
        Assert.Contains("In the best plans known: 1 core (in every one)", text, StringComparison.Ordinal);
        Assert.Contains("It cannot be said.", text, StringComparison.Ordinal);
        Assert.Contains("a plan may be worth up to 3.00 points more", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["always chosen", "never chosen", "No single figure would", "best at every vector"],
            claim => Assert.DoesNotContain(claim, text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_counts_the_plans_that_are_best_somewhere_and_not_all_that_are_known() =>
        Assert.Contains("1 plan was the best known somewhere.", Write(Planned() with { Plans = 7 }), StringComparison.Ordinal);

    [Fact]
    public void Json_has_no_figure_that_rests_on_unplanned_vectors()
    {
        using var json = Json(Stopped());
        var plan = json.RootElement.GetProperty("mostRobust");
        Assert.All(
            (string[])["worstRegret", "worstRegretShare", "worstVector", "meanRegret", "bestShare", "staysBestUpTo"],
            name => Assert.Equal(JsonValueKind.Null, plan.GetProperty(name).ValueKind));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("information").ValueKind);
        Assert.Equal(2, json.RootElement.GetProperty("unplanned").GetInt32());
    }

    [Fact]
    public void Json_keeps_a_regret_that_bounds_speak_of_also_where_vectors_are_unplanned()
    {
        using var json = Json(Stopped() with { MostRobust = Best with { WorstRegretAtMost = 2 } });
        var plan = json.RootElement.GetProperty("mostRobust");
        Assert.Equal(0, plan.GetProperty("worstRegret").GetDouble());
        Assert.Equal(2, plan.GetProperty("worstRegretAtMost").GetDouble());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("bestShare").ValueKind);
    }

    [Fact]
    public void Json_of_planned_vectors_has_every_figure()
    {
        using var json = Json(Planned());
        var plan = json.RootElement.GetProperty("mostRobust");
        Assert.Equal((0.0, 1.0, 1.0), (plan.GetProperty("worstRegret").GetDouble(), plan.GetProperty("bestShare").GetDouble(), plan.GetProperty("staysBestUpTo").GetDouble()));
        Assert.Equal(1, json.RootElement.GetProperty("information").GetArrayLength());
    }

    private static RobustResult Planned() => new(
        PlanStatus.Feasible, [], RobustMethod.Sampled, WeightSource.Assumed, [.. Town.Goals.Select(goal => new PossibleWeight(goal, 0, 1))], [],
        false, false, [.. Enumerable.Repeat(new WeightVector([.. Town.Goals.Select(_ => 1.0)], false, 10, 10), 5)], true, 2,
        [new CoreIndex(Town.Initiatives[0], 1, 1)], null, Best, Best, null,
        [new InformationValue(FigureKind.Weight, Town.Goals[0], null, 0)], 0, 1)
    { BestPlans = 1 };

    private static RobustResult Stopped()
    {
        var open = Best with { WorstRegretAtMost = null };
        return Planned() with { Unplanned = 2, MostRobust = open, AsWeighted = open };
    }

    private static string Write(RobustResult result, Vocabulary? vocabulary = null)
    {
        var paper = new Paper(width: 300, vocabulary);
        RobustReport.Write(paper.Page, Town, result, new RobustSettings(), everything: true);
        return paper.Text;
    }

    private static JsonDocument Json(RobustResult result)
    {
        using var stream = new MemoryStream();
        RobustJson.Write(stream, result);
        var json = JsonDocument.Parse(stream.ToArray());
        Assert.Empty(new SchemaReading("koers-robust-1.schema.json").Faults(json.RootElement));
        return json;
    }
}
