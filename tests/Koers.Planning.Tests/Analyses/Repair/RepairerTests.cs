using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Repair;

/// <summary>The example of docs/method-repair.md, and what is left when time runs out.</summary>
public class RepairerTests
{
    // brug costs 80 and weg 70, both must be done in the first year, and there is 100
    private static Problem Example(params Frame[] frames)
    {
        var town = Town.Plans(2).Goal("wonen").Budget("geld", 100, 100)
            .Must("brug", Way.Of(1).Spends("geld", 80).Brings("wonen", 1)).Must("weg", Way.Of(1).Spends("geld", 70).Brings("wonen", 1));
        var problem = town.Problem();
        return problem with
        {
            Frames = frames,
            Initiatives = [.. problem.Initiatives.Select(i => i with
            {
                Labels = new Dictionary<string, string> { ["soort"] = i.Id.Value },
                Variants = [.. i.Variants.Select(v => v with { LatestStart = 0 })],
            })],
        };
    }

    private static ProblemRepair Repair(Problem problem, RepairSettings? settings = null) =>
        Repairer.Repair(problem, settings, cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void The_example_of_the_method_costs_half_of_a_years_budget()
    {
        // 80 + 70 - 100 = 50; a percent of the mean budget (100) is one point, so 50 points. Giving up a task costs 100
        var repair = Repair(Example());
        Assert.Equal(["budget/geld", "mandatory/brug", "mandatory/weg"], Assert.Single(repair.Conflicts).Rules);
        Assert.True(repair.HasAllConflicts);
        var change = Assert.Single(repair.WayOut!.Changes);
        Assert.Equal(("budget/geld", 0, 100.0, 150.0), (change.Rule, change.Year, change.Old, change.New));
        Assert.Equal(50, repair.WayOut.Price, 6);
        Assert.True(repair.WayOut.IsProvenLeast);
        Assert.Equal([150, 100], repair.Repaired!.Budgets[0].PerYear);
        Assert.Equal(["budget/geld", "mandatory/brug", "mandatory/weg"], repair.Alternatives.Select(a => a.Rule));
        Assert.Equal([50, 100, 100], repair.Alternatives.Select(a => Math.Round(a.WayOut!.Price, 6)));
    }

    [Fact]
    public void A_price_in_the_problem_decides_what_gives_way()
    {
        var dear = Example() with
        {
            Analysis = new AnalysisInput { RelaxationPrices = new Dictionary<string, double> { ["budget/geld"] = 3, ["mandatory/weg"] = 20 } },
        };
        // 50 × 3 = 150 for the money; 20 for the task, but a task is given up only where asked
        Assert.Equal(150, Repair(dear).WayOut!.Price, 6);
        var given = Repair(dear, new RepairSettings { MayGiveUp = true });
        Assert.Equal(("mandatory/weg", LimitSide.Whole), (given.WayOut!.Changes[0].Rule, given.WayOut.Changes[0].Side));
        Assert.Equal(20, given.WayOut.Price, 6);
        Assert.Equal(LeastAmong.All, given.WayOut.Among);
        Assert.False(given.Repaired!.Initiatives[1].Mandatory);
    }

    [Fact]
    public void A_price_is_proven_only_of_the_ways_out_that_were_compared()
    {
        // The money costs 150; giving up weg costs 20, which is not compared unless asked
        var prices = new Dictionary<string, double> { ["budget/geld"] = 3, ["mandatory/weg"] = 20 };
        var repair = Repair(Example() with { Analysis = new AnalysisInput { RelaxationPrices = prices } });
        Assert.True(repair.WayOut!.IsProvenLeast);
        Assert.Equal(LeastAmong.WithoutGivingUp, repair.WayOut.Among);
        var alone = repair.Alternatives[0];
        Assert.Equal(("mandatory/weg", LeastAmong.OneRule), (alone.Rule, alone.WayOut!.Among));
        Assert.True(alone.WayOut.Price < repair.WayOut.Price);
    }

    [Fact]
    public void Where_there_is_nothing_to_give_up_all_ways_out_were_compared()
    {
        // At least 3 points of 2 that can be had: 1 less
        var problem = Town.Plans(1).Values(tail: 1).Goal("wonen").Can("brug", Way.Of(1).Brings("wonen", 2)).Problem() with
        {
            Frames = [new GoalFloor(new("vloer"), "vloer", new("wonen"), 3)],
        };
        Assert.Equal(LeastAmong.All, Repair(problem).WayOut!.Among);
    }

    [Fact]
    public void A_way_out_that_gives_up_as_little_as_it_can_is_not_said_to_cost_least_of_all()
    {
        var problem = Example() with { Relations = [new Excludes(new("twist"), Town.Ids("brug", "weg"))] };
        var prices = new Dictionary<string, double> { ["excludes/twist"] = 1, ["mandatory/weg"] = 20 };
        // One of both tasks and the relation must go: twist costs 1 and the money then 50, together 51; weg alone costs 20
        var asked = problem with { Analysis = new AnalysisInput { RelaxationPrices = prices } };
        var repair = Repair(asked);
        Assert.Equal(["excludes/twist", "budget/geld"], repair.WayOut!.Changes.OrderBy(c => c.Price).Select(c => c.Rule));
        Assert.Equal(51, repair.WayOut.Price, 6);
        Assert.Equal(LeastAmong.GivingUpAsLittle, repair.WayOut.Among);
        Assert.Equal(20, Repair(asked, new RepairSettings { MayGiveUp = true }).WayOut!.Price, 6);
    }

    [Fact]
    public void A_share_gives_way_to_a_whole_percentage()
    {
        // brug is 80 / 150 = 53.33% of all spend: at most 50% must become 54%, and 4% is 8% of 50%, so 8 points
        var frame = new SpendShareFrame(
            new("deel"), "deel", new Selector(new Dictionary<string, IReadOnlyList<string>> { ["soort"] = ["brug"] }), null, null, null, 0.5);
        var rich = Example(frame);
        var repair = Repair(rich with { Budgets = [rich.Budgets[0] with { PerYear = [200, 200] }] });
        var change = Assert.Single(repair.WayOut!.Changes);
        Assert.Equal(("frame/deel", LimitSide.Max), (change.Rule, change.Side));
        Assert.Equal(0.54, change.New!.Value, 6);
        Assert.Equal(8, repair.WayOut.Price, 6);
    }

    [Fact]
    public void Where_nothing_else_works_a_relation_is_given_up()
    {
        var problem = Example() with { Relations = [new Excludes(new("twist"), Town.Ids("brug", "weg"))] };
        var rich = problem with { Budgets = [problem.Budgets[0] with { PerYear = [200, 200] }] };
        var repair = Repair(rich);
        Assert.Equal(100, repair.WayOut!.Price, 6);
        Assert.Equal(LimitSide.Whole, Assert.Single(repair.WayOut.Changes).Side);
        Assert.True(repair.WayOut.IsProvenLeast);
        // brug, weg and twist conflict by themselves, and each costs 100
        Assert.Equal(LeastAmong.All, repair.WayOut.Among);
    }

    [Fact]
    public void A_problem_that_can_be_planned_needs_no_repair()
    {
        var problem = Example() with { Budgets = [Example().Budgets[0] with { PerYear = [150, 0] }] };
        var repair = Repair(problem);
        Assert.Equal(RepairStatus.NothingToRepair, repair.Status);
        Assert.Empty(repair.Conflicts);
        Assert.Null(repair.WayOut);
    }

    [Fact]
    public void A_stop_leaves_what_was_found_and_claims_no_more()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var repair = Repairer.Repair(Example(), cancellationToken: stopped.Token);
        Assert.Equal(RepairStatus.Unknown, repair.Status);
        Assert.False(repair.IsProvenInfeasible || repair.HasAllConflicts);
        Assert.Null(repair.WayOut);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_where_that_is_asked_also_when_work_is_broken_off()
    {
        // Far more statutory tasks than money: too much to solve to the end in the nodes of half a second
        var busy = BusyTown.Make(41, mandatory: 60);
        var poor = busy with { Budgets = [.. busy.Budgets.Select(b => b with { PerYear = [.. b.PerYear.Select(m => 0.2 * m)] })] };
        var options = new AnalysisOptions { Deterministic = true, TimeLimit = TimeSpan.FromSeconds(0.5), Seed = 3 };
        var answers = Enumerable.Range(0, 2)
            .Select(_ => Repairer.Repair(poor, null, options, null, TestContext.Current.CancellationToken)).ToArray();
        Assert.NotEmpty(answers[0].WayOut!.Changes);
        Assert.Equal(answers[0].WayOut!.Changes, answers[1].WayOut!.Changes);
        Assert.Equal(answers[0].WayOut!.Least, answers[1].WayOut!.Least);
        Assert.Equal(answers[0].Conflicts.Select(c => string.Join(' ', c.Rules)), answers[1].Conflicts.Select(c => string.Join(' ', c.Rules)));
        Assert.Equal(answers[0].Plan?.Selected, answers[1].Plan?.Selected);
    }
}
