using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Explain;

/// <summary>The example of docs/method-explain.md: one year, 12 of money; school 6 for 12 points, bridge 4 for 6, park 5 for 7. Felt in the
/// year after, so that a point scores 1. School and park, 19 for 11, is best; school and bridge give 18 for 10, bridge and park 13 for 9, all
/// together ask 15.</summary>
public class ExplainByHandTests
{
    private static readonly AnalysisOptions Repeatable = new() { Deterministic = true, TimeLimit = TimeSpan.FromSeconds(60), Pool = new LocalPool(2) };

    private static Town Example => Empty
        .Can("school", Way.Of(1).Spends("geld", 6).Brings("doel", 12))
        .Can("brug", Way.Of(1).Spends("geld", 4).Brings("doel", 6))
        .Can("park", Way.Of(1).Spends("geld", 5).Brings("doel", 7));

    private static Town Empty => Town.Plans(1).Values(tail: 1).Goal("doel").Budget("geld", 12);

    [Fact]
    public void The_bridge_is_out_because_it_pushes_out_the_park_which_brings_a_point_more()
    {
        var told = Explain(Example.Problem(), "brug", "school@0 park@0");
        Assert.Equal((false, false), (told.IsInPlan, told.Belongs!.Value));
        Assert.Equal((18.0, 19.0, -1.0), (told.With.Value!.Value, told.Without.Value!.Value, told.Difference!.Value));
        Assert.Equal((PlanStatus.Optimal, PlanStatus.Optimal), (told.With.Status, told.Without.Status));
        Assert.Equal(new Interval(-1, -1), new Interval(Math.Round(told.DifferenceRange!.Value.Low, 6), Math.Round(told.DifferenceRange.Value.High, 6)));
        Assert.Equal([("brug", true), ("park", false)], told.Changes.Select(c => (c.Initiative.Id.Value, c.IsIn)).Order());
        Assert.True(told.IsComplete);
    }

    [Fact]
    public void The_bridge_comes_in_with_a_sixth_more_effect_three_quarters_cheaper_or_three_more_money()
    {
        var points = Explain(Example.Problem(), "brug", "school@0 park@0").TurningPoints;
        // More effect: school and bridge, 12 + 6 (1 + x) ≥ 19, from x = 1/6; intervals end at multiples of 1/128, 21/128 < 1/6 < 22/128.
        // Cheaper: all three, 6 + 5 + 4 (1 − x) ≤ 12, from x = 3/4. More money: all three, 15 ≤ 12 + 4x, from x = 3/4, so 3
        Assert.Equal(
            [(ChangeKind.Contribution, 22 / 128.0, 21 / 128.0, 6 * 22 / 128.0), (ChangeKind.Cost, 0.75, 95 / 128.0, 3), (ChangeKind.Budget, 0.75, 95 / 128.0, 3)],
            points.Select(p => (p.Kind, p.InAt!.Value, p.OutAt!.Value, p.Amount!.Value)));
        Assert.All(points, p => Assert.True(p is { Verdict: TurnVerdict.Turns, IsNarrow: true, IsOutProven: true }, $"{p}"));
        Assert.Equal((25.0, 19.0), (points[1].Proof!.ValueWith, points[1].Proof!.ValueWithout!.Value));
        Assert.Equal(["brug", "park", "school"], points[2].Proof!.With.Select(c => c.Initiative.Value).Order());
    }

    [Fact]
    public void A_bridge_that_is_worth_as_much_in_as_out_needs_no_change_to_come_in()
    {
        // As much as the park for as much money: school and bridge are worth 19 too, so it is in at 0 and nothing brings it in
        var problem = Empty
            .Can("school", Way.Of(1).Spends("geld", 6).Brings("doel", 12))
            .Can("brug", Way.Of(1).Spends("geld", 5).Brings("doel", 7))
            .Can("park", Way.Of(1).Spends("geld", 5).Brings("doel", 7)).Problem();
        var told = Explain(problem, "brug", "school@0 park@0");
        Assert.Equal((false, 0.0), (told.Belongs!.Value, told.Difference!.Value));
        Assert.Empty(told.TurningPoints);
        Assert.True(told.IsComplete);
    }

    [Fact]
    public void The_school_can_become_a_third_dearer_or_half_as_good_and_stay_in()
    {
        var told = Explain(Example.Problem(), "school", "school@0 park@0");
        Assert.Equal((true, 6.0), (told.Belongs!.Value, told.Difference!.Value));
        // Dearer: with the park while 6 (1 + x) + 5 ≤ 12, up to 1/6; with the bridge, 18, while 6 (1 + x) + 4 ≤ 12, up to 1/3; then alone it is
        // worth 12, less than the 13 of bridge and park. 42/128 < 1/3 < 43/128. Weaker: 12 (1 − x) + 7 ≥ 13, up to 1/2
        Assert.Equal(
            [(ChangeKind.Cost, 42 / 128.0, 43 / 128.0), (ChangeKind.Contribution, 0.5, 65 / 128.0)],
            told.TurningPoints.Select(p => (p.Kind, p.InAt!.Value, p.OutAt!.Value)));
        Assert.Equal(18, told.TurningPoints[0].Proof!.ValueWith);
    }

    [Fact]
    public void The_bill_is_what_it_brings_less_what_it_uses_at_the_prices_of_the_certificate()
    {
        // At 1.4 points per unit of money the bridge brings 6 and uses 4 × 1.4: the prices alone would take it, and only solving says why not
        var bill = Explain(Example.Problem(), "brug", "school@0 park@0", ("budget/geld/0", 1.4), ("budget/weg/0", 9), ("x", double.NaN)).Bill!;
        Assert.Equal((Town.Chosen("brug@0"), 6.0), (bill.Option, bill.Brings));
        var line = Assert.Single(bill.Lines);
        Assert.Equal(("budget/geld", "budget/geld/0", 4.0, 1.4), (line.Rule, line.Row, line.Amount, line.Price));
        Assert.Equal(5.6, line.Cost, 1e-12);
        Assert.Equal(0.4, bill.Net, 1e-12);
    }

    [Fact]
    public void A_plan_that_is_not_the_best_is_told_to_be_improved_by_taking_it_in()
    {
        var told = Explain(Example.Problem(), "school", "brug@0 park@0");
        Assert.Equal((false, true, 13.0, 6.0), (told.IsInPlan, told.Belongs!.Value, told.PlanValue, told.Improvement));
        Assert.All(told.TurningPoints, p => Assert.Contains(p.Kind, (ChangeKind[])[ChangeKind.Cost, ChangeKind.Contribution]));
    }

    [Fact]
    public void A_statutory_task_belongs_in_and_what_the_duty_costs_is_told()
    {
        var problem = Empty.Can("school", Way.Of(1).Spends("geld", 6).Brings("doel", 12))
            .Must("brug", Way.Of(1).Spends("geld", 4).Brings("doel", 6)).Can("park", Way.Of(1).Spends("geld", 5).Brings("doel", 7)).Problem();
        var told = Explain(problem, "brug", "school@0 brug@0");
        Assert.Equal((true, -1.0, 0.0), (told.Belongs!.Value, told.Difference!.Value, told.Improvement));
        Assert.Equal(["park", "school"], told.Without.Selected.Select(c => c.Initiative.Value).Order());
        // Without the duty it would go out already: it can bear nothing
        Assert.Empty(told.TurningPoints);
    }

    [Fact]
    public void What_no_plan_can_hold_says_why_and_what_would_bring_it_in()
    {
        var told = Explain(Empty.Can("haven", Way.Of(1).Spends("geld", 16).Brings("doel", 3)).Problem(), "haven", "");
        Assert.Equal(PlanStatus.Infeasible, told.With.Status);
        Assert.Equal(["budget/geld", "mandatory/haven"], told.With.Conflict.Order());
        Assert.Equal((false, 0.0), (told.Belongs!.Value, told.Without.Value!.Value));
        Assert.Null(told.Difference);
        Assert.Null(told.DifferenceRange);
        // 16 (1 − x) ≤ 12 from x = 1/4, and 16 ≤ 12 + 16x too; no effect of any size helps
        Assert.Equal(
            [(ChangeKind.Cost, TurnVerdict.Turns, 0.25), (ChangeKind.Budget, TurnVerdict.Turns, 0.25), (ChangeKind.Contribution, TurnVerdict.DoesNotTurn, null)],
            told.TurningPoints.Select(p => (p.Kind, p.Verdict, p.InAt)));
    }

    [Fact]
    public void Fewer_people_or_half_a_person_more_bring_in_what_the_team_has_no_room_for()
    {
        // A team of 4, half of it kept free: 2. The school asks 1.5 of it, the helpdesk 1
        var problem = Town.Plans(1).Values(tail: 1).Goal("doel").Capacity("team", [4], reserve: 0.5)
            .Can("school", Way.Of(1).Asks("team", 1.5).Brings("doel", 5)).Can("loket", Way.Of(1).Asks("team", 1).Brings("doel", 2)).Problem();
        var points = Explain(problem, "loket", "school@0").TurningPoints;
        // 1.5 + 1 (1 − x) ≤ 2 from 1/2; 2.5 ≤ 2 + x from 1/2, so half a person that can be planned; 2 (1 + x) ≥ 5 from 1.5
        Assert.Equal(
            [(ChangeKind.EffortOfOne, 0.5, 0.5), (ChangeKind.Capacity, 0.5, 0.5), (ChangeKind.Contribution, 1.5, 3.0)],
            points.Select(p => (p.Kind, p.InAt!.Value, p.Amount!.Value)));
        Assert.Equal(["team", "team", null], points.Select(p => p.Resource));
    }

    [Fact]
    public void What_a_statutory_task_depends_on_cannot_be_missed()
    {
        var problem = Town.Plans(2).Values(tail: 1).Goal("doel").Budget("geld", 5, 5)
            .Can("eerst", Way.Of(1).Spends("geld", 4)).Must("dan", Way.Of(1).Spends("geld", 4).Brings("doel", 1))
            .Has(new DependsOn(new("r"), new("eerst"), new("dan"), 0)).Problem();
        var told = Explain(problem, "eerst", "eerst@0 dan@1");
        Assert.Equal(PlanStatus.Infeasible, told.Without.Status);
        Assert.Equal(["dependsOn/r", "mandatory/dan"], told.Without.Conflict.Order());
        Assert.Equal([new InitiativeId("dan")], Assert.Single(told.Relations).Chosen);
        // 4 (1 + x) ≤ 5 up to 1/4, after which there is no plan at all
        var cost = told.TurningPoints.Single(p => p.Kind == ChangeKind.Cost);
        Assert.Equal((0.25, 33 / 128.0), (cost.InAt!.Value, cost.OutAt!.Value));
        Assert.Null(cost.Proof!.Without);
    }

    [Fact]
    public void Worth_as_much_on_both_sides_it_stays_as_the_plan_has_it()
    {
        var problem = Town.Plans(1).Values(tail: 1).Goal("doel").Budget("geld", 1)
            .Can("a", Way.Of(1).Spends("geld", 1).Brings("doel", 2)).Can("b", Way.Of(1).Spends("geld", 1).Brings("doel", 2)).Problem();
        Assert.True(Explain(problem, "a", "a@0").Belongs);
        Assert.False(Explain(problem, "a", "b@0").Belongs);
    }

    private static Explanation Explain(Problem problem, string initiative, string plan, params (string Row, double Price)[] prices) => Explanation.Of(
        problem,
        new Plan(
            PlanStatus.Feasible, [.. plan.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Town.Chosen)], null, null,
            prices.Length == 0 ? null : new Certificate(0, prices.ToDictionary(p => p.Row, p => p.Price)), [], 0, "hand"),
        new(initiative), options: Repeatable, cancellationToken: TestContext.Current.CancellationToken);
}
