using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Replan;

public class ReplannerTests
{
    private static readonly AnalysisOptions Repeatable = new()
    {
        Deterministic = true,
        TimeLimit = TimeSpan.FromSeconds(20),
        Pool = new LocalPool(2),
    };

    private static readonly ReplanSettings Costs = new() { DropPenalty = 3, AddPenalty = 2, ShiftPenalty = 1, VariantPenalty = 1 };

    // The example of docs/method-replan.md. Four years, 60 a year; every initiative takes a year, and its effect is felt in every year
    // after that. The school cannot start in year 0 any more, the park never could.
    private static Problem Example => Town.Plans(4).Goal("doel").Budget("geld", 60, 60, 60, 60)
        .Can("school", Way.Of(1).Between(1, 3).Spends("geld", 60).Brings("doel", 4))
        .Can("brug", Way.Of(1).Spends("geld", 50).Brings("doel", 3))
        .Can("park", Way.Of(1).Between(1, 3).Spends("geld", 40).Brings("doel", 5.5)).Problem();

    [Fact]
    public void The_example_moves_the_school_and_lets_the_bridge_go_first()
    {
        var replanning = Replan(Example, Costs, "school@0 brug@1 park@2");
        // school@1: 2 years × 4 = 8; brug@0: 3 × 3 = 9; park@2: 1 × 5.5. 22.5, less two moves of one year
        Assert.Equal(["brug@0", "park@2", "school@1"], Text(replanning.Plan.Selected));
        Assert.Equal(20.5, replanning.Plan.Value!.Value, 1e-9);
        Assert.Equal(PlanStatus.Optimal, replanning.Plan.Status);
        Assert.Equal(new ChangeCounts(2, 0, 0, 2, 0, 2), replanning.Counts);
        // The school at its nearest, year 1, beside the bridge: 60 + 50 > 60
        Assert.Equal(["brug@1", "park@2", "school@1"], Text(replanning.Reference.AsItCanBe));
        Assert.Equal("budget/geld/1", Assert.Single(replanning.Reference.Broken).Row);
        Assert.Equal(["school@0"], Text(replanning.Reference.Impossible));

        var (school, brug) = (replanning.Changes[0], replanning.Changes[1]);
        Assert.Equal((ReplanReason.NoLongerPossible, Town.Chosen("school@1")), (school.Reason, school.UndoneTo));
        Assert.Null(school.NetLoss);
        Assert.Equal(ReplanReason.ForcedByRules, brug.Reason);
        Assert.Equal(110, Assert.Single(brug.Broken).Found);
    }

    [Fact]
    public void The_curve_of_the_example_has_two_points()
    {
        var curve = Replan(Example, Costs, "school@0 brug@1 park@2").Curve;
        // More value: brug@0 9, park@1 2 × 5.5, school@2 4: 24, for moves of 2 + 1 + 1 years. 22.5 − 2k and 24 − 4k are equal at k = 0.75
        Assert.Equal([22.5, 24.0], curve.Points.Select(point => point.Value));
        Assert.Equal([2.0, 4.0], curve.Points.Select(point => point.Disturbance));
        Assert.Equal([(true, 1.0), (false, 0.0)], curve.Points.Select(point => (point.IsAnswer, point.FromScale)));
        Assert.Equal(0.5, curve.Points[1].ToScale);
        // Values lie between 0 and (2·4 + 3·3 + 2·5.5) = 28, one year moved costs 1: 32 is the first power of two above it.
        // F(32) = 22.5 − 64 proves a penalty of at least (0 + 41.5) / 32
        Assert.Equal(32.0, curve.Points[0].ToScale);
        Assert.Equal(41.5 / 32, curve.LeastDisturbance!.Value, 1e-6);
        Assert.Equal(24.0, curve.Points[1].ValueBound!.Value, 1e-6);
    }

    [Fact]
    public void Frozen_the_bridge_of_the_example_cannot_go_first()
    {
        var replanning = Replan(Example, Costs with { Freeze = 1 }, "school@0 brug@1 park@2");
        // The school is frozen at its nearest, 8; the bridge can only go last, worth 0: 13.5, less 1 + 2 years moved
        Assert.Equal(["brug@3", "park@2", "school@1"], Text(replanning.Plan.Selected));
        Assert.Equal(10.5, replanning.Plan.Value!.Value, 1e-9);
        Assert.Equal(["school@0"], Text(replanning.Reference.Frozen));
    }

    [Fact]
    public void Room_is_made_for_what_is_worth_more()
    {
        var problem = Town.Plans(2).Goal("doel").Budget("geld", 60, 0)
            .Can("oud", Way.Of(1).Between(0, 0).Spends("geld", 60).Brings("doel", 10))
            .Can("nieuw", Way.Of(1).Between(0, 0).Spends("geld", 60).Brings("doel", 20)).Problem();
        var replanning = Replan(problem, Costs, "oud@0");
        var (old, now) = (replanning.Changes[0], replanning.Changes[1]);
        // nieuw 20 instead of oud 10, less 3 dropped and 2 added: undoing both brings back 10 for 15
        Assert.Equal((ReplanReason.MakesRoom, new InitiativeId("nieuw")), (old.Reason, old.For));
        Assert.Equal((10.0, 5.0), (old.Loss!.Value, old.NetLoss!.Value));
        Assert.Equal("budget/geld", Assert.Single(old.Broken).Rule);
        // Only leaving nieuw out: 0 less 3 for 15
        Assert.Equal((ReplanReason.WorthIt, 20.0, 18.0), (now.Reason, now.Loss!.Value, now.NetLoss!.Value));
    }

    [Fact]
    public void What_cannot_be_frozen_is_named_with_what_would_help()
    {
        // Two works that begin in year 0, and only 100 for 110; in year 1 there is room for one of them
        var problem = Town.Plans(2).Goal("doel").Budget("geld", 100, 100)
            .Can("school", Way.Of(1).Spends("geld", 60).Brings("doel", 4)).Can("brug", Way.Of(1).Spends("geld", 50).Brings("doel", 3))
            .Can("park", Way.Of(1).Spends("geld", 40).Brings("doel", 2)).Problem();
        var replanning = Replan(problem, Costs with { Freeze = 1 }, "school@0 brug@0 park@1");
        Assert.Equal(PlanStatus.Infeasible, replanning.Plan.Status);
        Assert.Equal(["budget/geld", "mandatory/brug", "mandatory/school"], replanning.Plan.Conflict.Order(StringComparer.Ordinal));
        Assert.Equal(["brug@0", "school@0"], Text(replanning.Unfreezing!.InConflict));
        Assert.Equal(["brug@0", "school@0"], Text(replanning.Unfreezing.Release));
        Assert.Equal(0, replanning.Unfreezing.Freeze);
        Assert.NotEqual(PlanStatus.Infeasible, replanning.Unfreezing.WithoutAny);
    }

    [Fact]
    public void A_problem_without_any_plan_is_not_blamed_on_freezing()
    {
        var problem = Town.Plans(2).Goal("doel").Budget("geld", 10, 10).Must("school", Way.Of(1).Spends("geld", 60)).Problem();
        var replanning = Replan(problem, Costs with { Freeze = 1 }, "school@0");
        Assert.Equal(PlanStatus.Infeasible, replanning.Unfreezing!.WithoutAny);
        Assert.Null(replanning.Unfreezing.Freeze);
    }

    [Fact]
    public void Running_work_stays_without_freezing()
    {
        // Without it the park, worth 20, would fit
        var problem = Town.Plans(2).Goal("doel").Budget("geld", 50, 0)
            .Can("riool", Way.Of(2).Between(-1, 0).Spends("geld", 40, 40).Brings("doel", 1))
            .Can("park", Way.Of(1).Between(0, 0).Spends("geld", 40).Brings("doel", 20)).Problem();
        var replanning = Replan(problem, Costs, "riool@-1");
        Assert.Equal(["riool@-1"], Text(replanning.Plan.Selected));
        Assert.Equal(["riool@-1"], Text(replanning.Reference.Frozen));
        Assert.Equal(0, replanning.Counts!.Changes);
    }

    [Fact]
    public void A_variant_that_is_gone_changes_at_no_cost_into_the_nearest()
    {
        var problem = Town.Plans(3).Goal("doel").Budget("geld", 60, 60, 60)
            .Can("school", Way.Of(1).Named("sober").Brings("doel", 4), Way.Of(1).Named("ruim").Between(2, 2).Brings("doel", 4)).Problem();
        // Earlier is worth more, but not 10 a year
        var replanning = Replan(problem, Costs with { ShiftPenalty = 10 }, "school/basis@1");
        var change = Assert.Single(replanning.Changes);
        Assert.Equal((ReplanReason.NoLongerPossible, Town.Chosen("school/sober@1")), (change.Reason, change.UndoneTo));
        Assert.True(change.Change.IsOtherVariant);
        Assert.Equal(0, replanning.Figures!.Penalty);
        Assert.DoesNotContain(ProblemValidator.Validate(replanning.Problem), fault => fault.Severity == Severity.Error);
    }

    [Fact]
    public void What_has_no_start_left_after_freezing_is_excluded_and_said_to_be()
    {
        // The plan had it in year 2; now it could only be done in year 0, which is frozen
        var problem = Town.Plans(3).Goal("doel").Budget("geld", 60, 60, 60).Can("school", Way.Of(1).Between(0, 0).Brings("doel", 4)).Problem();
        var replanning = Replan(problem, Costs with { Freeze = 1 }, "school@2");
        Assert.Empty(replanning.Plan.Selected);
        var change = Assert.Single(replanning.Changes);
        Assert.Equal(ReplanReason.NoLongerPossible, change.Reason);
        Assert.Null(change.UndoneTo);
        Assert.DoesNotContain(ProblemValidator.Validate(replanning.Problem), fault => fault.Severity == Severity.Error);
        Assert.True(Evaluator.Check(replanning.Problem, replanning.Plan).Holds);
    }

    [Fact]
    public void Initiatives_that_are_gone_are_named_and_a_plan_of_another_problem_is_refused()
    {
        var replanning = Replan(Example, Costs, "brug@1 park@2 haven@0");
        Assert.Equal(["haven@0"], Text(replanning.Reference.Gone));
        Assert.Equal(0, replanning.Counts!.Dropped);
        Assert.True(Replanner.IsOfAnother(Example, [Town.Chosen("brug@1"), Town.Chosen("haven@0"), Town.Chosen("dok@0")]));
        Assert.Throws<ArgumentException>(() => Replan(Example, Costs, "brug@1 haven@0 dok@0"));
        Assert.Throws<ArgumentException>(() => Replan(Example, Costs, "brug@1 brug@2"));
    }

    [Fact]
    public void An_empty_reference_makes_everything_new()
    {
        var replanning = Replan(Example, Costs, "");
        Assert.Equal(replanning.Plan.Selected.Count, replanning.Counts!.Added);
        Assert.Equal(replanning.Counts.Changes, replanning.Counts.Added);
    }

    [Fact]
    public void Penalties_come_from_what_is_asked_then_the_problem_then_what_initiatives_are_worth()
    {
        // At their nearest: school@1 8, brug@1 2 × 3 = 6, park@2 5.5: 19.5 / 3 = 6.5
        var derived = Replan(Example, new ReplanSettings { AddPenalty = 7 }, "school@0 brug@1 park@2").Penalties;
        Assert.Equal(MeanWorthOf.Reference, derived.MeanOf);
        Assert.Equal(6.5, derived.MeanWorth, 1e-12);
        Assert.Equal(new Penalty(7, PenaltySource.Asked), derived.Add);
        Assert.Equal(PenaltySource.Derived, derived.Drop.Source);
        Assert.Equal((3.25, 0.325, 1.625), (derived.Drop.Points, derived.Shift.Points, derived.Variant.Points));
        var stated = Replan(Example with { Reference = new([], 5, 0, 4, 0) }, new ReplanSettings(), "brug@1").Penalties;
        Assert.Equal((5.0, 0.0, PenaltySource.Problem), (stated.Drop.Points, stated.Add.Points, stated.Variant.Source));
        // A reference without penalties says nothing of what changes cost
        var silent = Replan(Example with { Reference = new([], 0, 0, 0, 0) }, new ReplanSettings(), "brug@1").Penalties;
        Assert.Equal(PenaltySource.Derived, silent.Drop.Source);
    }

    [Fact]
    public void Without_penalties_the_curve_is_the_answer()
    {
        var free = new ReplanSettings { DropPenalty = 0, AddPenalty = 0, ShiftPenalty = 0, VariantPenalty = 0 };
        var replanning = Replan(Example, free, "school@0 brug@1 park@2");
        Assert.Equal(24, Assert.Single(replanning.Curve.Points).Value);
        Assert.Equal(0, replanning.Figures!.Penalty);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var problem = BusyTown.Make(3);
        var options = Repeatable with { TimeLimit = TimeSpan.FromSeconds(0.5) };
        IReadOnlyList<Choice> reference = [.. problem.Initiatives.Take(20).Select((i, n) => new Choice(i.Id, i.Variants[0].Id, n % 8))];
        Replanning Again() =>
            Replanner.Replan(problem, reference, Costs, options, cancellationToken: TestContext.Current.CancellationToken);
        var (first, second) = (Again(), Again());
        Assert.Equal(first.Plan.Selected, second.Plan.Selected);
        Assert.Equal(first.Curve.Points.Select(point => point.Value), second.Curve.Points.Select(point => point.Value));
        Assert.Equal(first.Plan.Bound, second.Plan.Bound);
    }

    [Fact]
    public void Stopped_at_once_it_answers_with_what_is_known()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var works = Replanner.Replan(Example, [Town.Chosen("brug@1")], Costs, Repeatable, cancellationToken: stop.Token);
        // The reference keeps every rule: it is a plan, whatever was not tried
        Assert.Equal(["brug@1"], Text(works.Plan.Selected));
        Assert.False(works.IsComplete);
        Assert.Equal(PlanStatus.Feasible, works.Plan.Status);
    }

    [Fact]
    public void The_time_limit_is_kept_and_what_is_found_by_then_is_checked()
    {
        var problem = BusyTown.Make(5);
        IReadOnlyList<Choice> reference = [.. problem.Initiatives.Take(30).Select((i, n) => new Choice(i.Id, i.Variants[0].Id, n % 8))];
        var replanning = Replanner.Replan(
            problem, reference, new ReplanSettings { Freeze = 0 }, new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(1) },
            cancellationToken: TestContext.Current.CancellationToken);
        if (replanning.Plan.Status is PlanStatus.Optimal or PlanStatus.Feasible)
            Assert.True(Evaluator.Check(replanning.Problem, replanning.Plan).Holds);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Frozen_periods_outside_the_horizon_are_refused(int freeze) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Replan(Example, Costs with { Freeze = freeze }, "brug@1"));

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_penalty_below_zero_or_none_at_all_is_refused(double points) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Replan(Example, Costs with { ShiftPenalty = points }, "brug@1"));

    private static Replanning Replan(Problem problem, ReplanSettings settings, string reference) => Replanner.Replan(
        problem, [.. reference.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Town.Chosen)], settings, Repeatable,
        cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<string> Text(IEnumerable<Choice> choices) =>
        choices.Select(choice => $"{choice.Initiative}@{choice.Start}").Order(StringComparer.Ordinal);
}
