using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Replan;

/// <summary>Nothing begins in the past, and nothing changes for nothing.</summary>
public class ReplanPastTests
{
    private static readonly ReplanSettings Free = new() { DropPenalty = 0, AddPenalty = 0, ShiftPenalty = 0, VariantPenalty = 0 };

    // Earlier is worth more: a work of one year brings its points in every year after it
    private static Problem Early => Town.Plans(4).Goal("doel").Budget("geld", 50, 50, 50, 50)
        .Can("nieuw", Way.Of(1).Between(-1, 3).Spends("geld", 5).Brings("doel", 3))
        .Can("brug", Way.Of(2).Between(-2, 2).Spends("geld", 5, 5).Brings("doel", 3)).Problem();

    [Fact]
    public void Without_freezing_nothing_new_or_moved_starts_before_period_0()
    {
        var replanning = Replan(Early, Free, "brug@2");
        // In the past nieuw@-1 and brug@-2 would be worth 4 × 3 each; from year 0 on it is 3 × 3 and 2 × 3
        Assert.Equal(["brug@0", "nieuw@0"], Text(replanning.Plan.Selected));
        Assert.Equal(15, replanning.Plan.Value!.Value, 1e-9);
        Assert.Equal(15, replanning.Plan.Bound!.Value, 1e-6);
        Assert.All(replanning.Curve.Points, point => Assert.DoesNotContain(point.Selected, choice => choice.Start < 0));
    }

    [Fact]
    public void What_runs_already_keeps_its_start_in_the_past()
    {
        // brug@-1 is finished in year 1: 3 × 3, where brug@-2 would bring 4 × 3
        var replanning = Replan(Early, Free, "brug@-1");
        Assert.Equal(["brug@-1", "nieuw@0"], Text(replanning.Plan.Selected));
    }

    [Fact]
    public void What_begins_now_is_not_frozen_into_the_past()
    {
        // It was to begin in year 0, and can only have begun before: nobody began it
        var problem = Town.Plans(2).Goal("doel").Can("brug", Way.Of(2).Between(-2, -1).Brings("doel", 3)).Problem();
        foreach (var freeze in (int[])[0, 1])
        {
            var replanning = Replan(problem, Free with { Freeze = freeze }, "brug@0");
            Assert.Empty(replanning.Plan.Selected);
            Assert.Equal((ReplanReason.NoLongerPossible, null), (replanning.Changes[0].Reason, replanning.Changes[0].UndoneTo));
            Assert.Empty(replanning.Reference.Frozen);
        }
    }

    [Fact]
    public void What_must_be_done_and_could_only_have_begun_before_leaves_no_plan()
    {
        var problem = Town.Plans(2).Goal("doel").Must("riool", Way.Of(2).Between(-1, -1).Brings("doel", 3)).Problem();
        var replanning = Replan(problem, Free, "");
        Assert.Equal(["group/freeze-riool", "mandatory/riool"], replanning.Plan.Conflict.Order(StringComparer.Ordinal));
        // The problem itself has a plan: riool in year -1
        Assert.NotEqual(PlanStatus.Infeasible, replanning.Unfreezing!.WithoutAny);
        Assert.Equal(["riool@-1"], Text(Replan(problem, Free, "riool@-1").Plan.Selected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void A_change_that_costs_nothing_and_brings_nothing_is_undone(double add)
    {
        // The bench is worth nothing, costs nothing, and dropping, moving or changing it costs nothing
        var problem = Town.Plans(3).Goal("doel").Budget("geld", 10, 0, 0)
            .Can("park", Way.Of(1).Between(0, 0).Spends("geld", 10).Brings("doel", 4))
            .Can("bank", Way.Of(1).Named("hout"), Way.Of(1).Named("staal")).Problem();
        var replanning = Replan(problem, Free with { AddPenalty = add }, "bank/staal@1");
        Assert.Equal(["bank@1", "park@0"], Text(replanning.Plan.Selected));
        Assert.Equal("park", Assert.Single(replanning.Changes).Change.Initiative.Id.Value);
        Assert.All(replanning.Curve.Points, point => Assert.Contains(Town.Chosen("bank/staal@1"), point.Selected));
    }

    [Fact]
    public void Two_changes_that_bring_nothing_together_are_undone_together()
    {
        // There is money for one of two that are worth the same
        var problem = Town.Plans(2).Goal("doel").Budget("geld", 10, 0)
            .Can("links", Way.Of(1).Between(0, 0).Spends("geld", 10).Brings("doel", 4))
            .Can("rechts", Way.Of(1).Between(0, 0).Spends("geld", 10).Brings("doel", 4)).Problem();
        foreach (var held in (string[])["links@0", "rechts@0"])
            Assert.Equal([held], Text(Replan(problem, Free, held).Plan.Selected));
    }

    [Fact]
    public void Of_plans_worth_the_same_the_one_that_disturbs_less_is_better_and_then_the_one_that_changes_less()
    {
        var plan = new Judged([], 10, 2, 3);
        Assert.True((plan with { Value = 10.1 }).IsBetterThan(plan, 1));
        // At 0.5 one point less disturbance makes up for half a point less value
        Assert.True((plan with { Value = 9.5, Disturbance = 1 }).IsBetterThan(plan, 0.5));
        Assert.False(plan.IsBetterThan(plan with { Value = 9.5, Disturbance = 1 }, 0.5));
        Assert.True((plan with { Undoable = 2 }).IsBetterThan(plan, 1));
        Assert.False(plan.IsBetterThan(plan, 1));
        // A hair of disturbance, 65,536 times, is rounding all the same
        Assert.True((plan with { Undoable = 2, Disturbance = 2 + 1e-12 }).IsBetterThan(plan, 65_536));
    }

    private static Replanning Replan(Problem problem, ReplanSettings settings, string reference) => Replanner.Replan(
        problem, [.. reference.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Town.Chosen)], settings,
        new AnalysisOptions { Deterministic = true, TimeLimit = TimeSpan.FromSeconds(20), Pool = new LocalPool(2) },
        cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<string> Text(IEnumerable<Choice> choices) =>
        choices.Select(choice => $"{choice.Initiative}@{choice.Start}").Order(StringComparer.Ordinal);
}
