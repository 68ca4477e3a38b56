using Koers.Planning.Analyses;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses;

/// <summary>Answers that can be worked out by hand. docs/method-frontier.md has the same example.</summary>
public class FrontierByHandTests
{
    private static readonly FrontierSettings Money = new() { Budgets = [new("geld")], Points = 5, Gap = 0 };

    // From 50% to 150% of 100 in five points:
    //    50: kade                11 + 1 = 12    (park 5; brug does not fit)
    //    75: brug                20 + 1 = 21    (kade and park 16)
    //   100: brug, park          25 + 1 = 26    (kade and park 16)
    //   125: brug, kade          31 + 1 = 32
    //   150: brug, kade, park    36 + 1 = 37
    // The note costs nothing and is always in; the stadium costs 400 and never is.
    private static Problem FiveWishes() => Town.Plans(periods: 1).Values(tail: 1).Budget("geld", 100)
        .Can("kade", Way.Of(1).Spends("geld", 50).Brings("doel", 11))
        .Can("brug", Way.Of(1).Spends("geld", 75).Brings("doel", 20))
        .Can("park", Way.Of(1).Spends("geld", 25).Brings("doel", 5))
        .Can("nota", Way.Of(1).Brings("doel", 1))
        .Can("stadion", Way.Of(1).Spends("geld", 400).Brings("doel", 50)).Problem();

    [Fact]
    public void Every_point_is_worth_the_best_that_its_money_can_buy()
    {
        var result = Trace(FiveWishes(), Money);
        Assert.Equal([0.5, 0.75, 1, 1.25, 1.5], result.Points.Select(point => point.Factor));
        Assert.Equal([50.0, 75, 100, 125, 150], result.Points.Select(point => point.Amount));
        Assert.Equal(["kade nota", "brug nota", "brug park nota", "kade brug nota", "kade brug park nota"], result.Points.Select(Held));
        foreach (var (point, value) in result.Points.Zip([12.0, 21, 26, 32, 37]))
        {
            Assert.Equal(PlanStatus.Optimal, point.Plan.Status);
            Assert.Equal(value, point.Plan.Value!.Value, 1e-9);
            Assert.Equal(value, point.Plan.Bound!.Value, 1e-6);
        }

        Assert.Equal(FrontierMeasure.Money, result.Measure);
    }

    [Fact]
    public void Each_step_says_what_its_money_brings_and_what_comes_and_goes()
    {
        var result = Trace(FiveWishes(), Money);
        Assert.Equal(4, result.Steps.Count);
        foreach (var (step, gain) in result.Steps.Zip([9.0, 5, 6, 5]))
        {
            Assert.Equal(25, step.Amount, 1e-9);
            Assert.Equal(gain, step.Gain!.Value, 1e-9);
            Assert.Equal(gain / 25, step.PerUnit!.Value, 1e-9);
            // Proven to the end, there is no room
            Assert.Equal(gain, step.LeastGain!.Value, 1e-5);
            Assert.Equal(gain, step.MostGain!.Value, 1e-5);
        }

        Assert.Equal(["+brug -kade", "+park -", "+kade -park", "+park -"], result.Steps.Select(s => $"+{Names(s.In)} -{Names(s.Out)}"));
        FrontierPresence Of(string id) => result.Presence.Single(p => p.Initiative.Id.Value == id);
        Assert.Equal((FrontierCourse.ComesAndGoes, "0-0 3-4"), (Of("kade").Course, Spans(Of("kade"))));
        Assert.Equal((FrontierCourse.ComesIn, "1-4"), (Of("brug").Course, Spans(Of("brug"))));
        Assert.Equal((FrontierCourse.ComesAndGoes, "2-2 4-4"), (Of("park").Course, Spans(Of("park"))));
        Assert.Equal((FrontierCourse.Always, "0-4"), (Of("nota").Course, Spans(Of("nota"))));
        Assert.Equal((FrontierCourse.Never, ""), (Of("stadion").Course, Spans(Of("stadion"))));
    }

    [Fact]
    public void The_knee_is_farthest_above_the_line_from_the_first_to_the_last_point()
    {
        // Above the line, as a share of 37 - 12 = 25: at 75% 9/25 - 1/4 = 0.11, at 100% 14/25 - 1/2 = 0.06, at 125% 20/25 - 3/4 = 0.05
        var result = Trace(FiveWishes(), Money);
        Assert.Equal((1, 1, 1), (result.Knee!.Point, result.Knee.First, result.Knee.Last));
        Assert.Equal(0.11, result.Knee.Distance, 1e-9);
    }

    [Theory]
    // At 0, 1, 2, 3 and 4: above the line from 0 to 8 lie 4/8 - 1/4 = 0.25, 6.4/8 - 2/4 = 0.3 and 7/8 - 3/4 = 0.125
    [InlineData(4, 7, 8, 2, 2)]
    // The second point may be worth 4.4, 0.3 above the line, or the fourth 8.4, 0.3 above it
    [InlineData(4.5, 7, 8, 1, 2)]
    [InlineData(4, 8.5, 9, 2, 3)]
    // The last may be worth 12: against that line the second point lies 4/12 - 1/4 = 0.083 above, the third 6.4/12 - 2/4 = 0.033
    [InlineData(4, 7, 12, 1, 2)]
    [InlineData(4, 7, 9.5, 2, 2)]
    public void The_knee_may_lie_where_the_gaps_leave_room_for_it(double second, double fourth, double last, int from, int to)
    {
        var points = new[] { (0.0, 0.0), (4, second), (6.4, 6.4), (7, fourth), (8, last) }.Select((p, k) => new FrontierPoint(
            k, k, new Plan(PlanStatus.Feasible, [], p.Item1, p.Item2, null, [], 0, ""), true)).ToArray();
        var knee = FrontierShape.Knee(points)!;
        Assert.Equal((2, from, to), (knee.Point, knee.First, knee.Last));
        Assert.Equal(0.3, knee.Distance, 1e-9);
    }

    [Theory]
    // Of five points 0 to 4 one step is a quarter of the range, two are half of it
    [InlineData(1, 2, false)]
    [InlineData(1, 3, true)]
    public void A_knee_that_may_lie_anywhere_in_more_than_a_third_of_the_range_is_not_named(int from, int to, bool isUncertain)
    {
        var points = Enumerable.Range(0, 5).Select(k => new FrontierPoint(
            k, k, new Plan(PlanStatus.Feasible, [], k, k, null, [], 0, ""), true)).ToArray();
        var result = new FrontierResult(points, [], [], new FrontierKnee(2, 0.1, from, to), [], FrontierMeasure.Money, true);
        Assert.Equal(isUncertain, result.IsKneeUncertain);
    }

    [Theory]
    // At 0, 1 and 2, worth 0, 6 and 10: surely bent where 6 at least in the first step exceeds what is at most added in the second
    [InlineData(0, 10, true)]
    [InlineData(0, 11.9, true)]
    [InlineData(0, 12.1, false)]
    [InlineData(2.1, 10, false)]
    public void A_knee_is_proven_only_where_the_slope_before_a_point_surely_exceeds_the_slope_after(double first, double last, bool isProven)
    {
        var points = new[] { (0.0, first), (6, 7), (10, last) }.Select((p, k) => new FrontierPoint(
            k, k, new Plan(PlanStatus.Feasible, [], p.Item1, p.Item2, null, [], 0, ""), true)).ToArray();
        var result = new FrontierResult(points, [], [], FrontierShape.Knee(points), [], FrontierMeasure.Money, true);
        Assert.Equal((true, isProven), (result.Knee is not null, result.IsKneeProven));
    }

    [Fact]
    public void The_envelope_leaves_out_what_lies_under_the_line_between_others()
    {
        // From 75% to 125% the line passes 100% at (21 + 32) / 2 = 26.5, above 26
        Assert.Equal([0, 1, 3, 4], Trace(FiveWishes(), Money).Hull);
    }

    [Fact]
    public void One_price_proves_a_straight_line_of_bounds()
    {
        // At 100% the bridge and half the quay: the price of money is 11/50 = 0.22. What is left over after paying it: brug 20 - 16.5 = 3.5,
        // nota 1, the others nothing. So no plan is worth more than 4.5 + 0.22 · 100 · factor.
        var problem = FiveWishes();
        var model = new Model(problem);
        var lines = new PriceLines(model, new FrontierMeans(problem, Money).Scales(model));
        Assert.Null(lines.At(1));
        lines.Add(new Certificate(26.5, new Dictionary<string, double> { ["budget/geld/0"] = 0.22 }));
        foreach (var (factor, bound) in ((double, double)[])[(0.5, 15.5), (0.75, 21), (1, 26.5), (1.25, 32), (1.5, 37.5)])
            Assert.Equal(bound, lines.At(factor)!.Bound, 1e-9);
        // A higher price proves more where money is short: 0.28 leaves only the note over, 1 + 28 · 0.5 = 15 < 15.5
        lines.Add(new Certificate(29, new Dictionary<string, double> { ["budget/geld/0"] = 0.28 }));
        Assert.Equal(15, lines.At(0.5)!.Bound, 1e-9);
        Assert.Equal(26.5, lines.At(1)!.Bound, 1e-9);
    }

    [Fact]
    public void What_goes_out_for_good_is_said_to_go_out()
    {
        var result = Trace(FiveWishes(), Money with { To = 0.75, Points = 2 });
        Assert.Equal(FrontierCourse.GoesOut, result.Presence[0].Course);
        Assert.Equal(FrontierCourse.ComesIn, result.Presence[1].Course);
        Assert.Null(result.Knee);
        Assert.Equal([0, 1], result.Hull);
    }

    [Fact]
    public void Values_on_a_straight_line_have_no_knee()
    {
        // Three alike: every 10 buys 1, at 0, 10, 20 and 30
        var town = Town.Plans(periods: 1).Values(tail: 1).Budget("geld", 10);
        foreach (var id in (string[])["a", "b", "c"])
            town.Can(id, Way.Of(1).Spends("geld", 10).Brings("doel", 1));
        var result = Trace(town.Problem(), Money with { From = 0, To = 3, Points = 4 });
        Assert.Equal([0.0, 1, 2, 3], result.Points.Select(point => point.Plan.Value!.Value));
        Assert.Null(result.Knee);
        Assert.Equal([0, 3], result.Hull);
    }

    [Fact]
    public void Means_too_scarce_for_what_must_be_done_have_no_plan_but_a_conflict()
    {
        // A statutory task of 60 does not fit in 0, 25 and 50
        var problem = Town.Plans(periods: 1).Values(tail: 1).Budget("geld", 100)
            .Must("riool", Way.Of(1).Spends("geld", 60).Brings("doel", 2))
            .Can("park", Way.Of(1).Spends("geld", 40).Brings("doel", 5)).Problem();
        var result = Trace(problem, Money with { From = 0, To = 1 });
        Assert.Equal([null, null, null, 2.0, 7.0], result.Points.Select(point => point.Plan.Value));
        foreach (var point in result.Points.Take(3))
        {
            Assert.Equal(PlanStatus.Infeasible, point.Plan.Status);
            Assert.Null(point.Plan.Bound);
            Assert.Equal(["budget/geld", "mandatory/riool"], point.Plan.Conflict.Order(StringComparer.Ordinal));
        }

        Assert.All(result.Steps.Take(3), step => Assert.Null(step.Gain));
        Assert.Equal(5, result.Steps[3].Gain!.Value, 1e-9);
        Assert.Null(result.Knee);
        Assert.Equal("3-4", Spans(result.Presence[0]));
        Assert.Equal(FrontierCourse.Always, result.Presence[0].Course);
    }

    [Fact]
    public void People_are_counted_with_their_reserve_and_hiring_stays_as_it_is()
    {
        // 4 people less a quarter is 3, doubled 6, and 1 more can be hired: work for 7 fits, a second one for 7 does not
        var town = Town.Plans(periods: 1).Values(tail: 1).Budget("geld", 100)
            .Capacity("team", [4], 0.25, new Hire(1, 1, new("geld")));
        foreach (var (id, people) in ((string, double)[])[("a", 4), ("b", 7), ("c", 8)])
            town.Can(id, Way.Of(1).Asks("team", people).Brings("doel", people));
        var result = Trace(town.Problem(), new FrontierSettings { Capacities = [new("team")], From = 1, To = 2, Points = 2, Gap = 0 });
        Assert.Equal(FrontierMeasure.People, result.Measure);
        Assert.Equal([4.0, 8], result.Points.Select(point => point.Amount));
        Assert.Equal([4.0, 7], result.Points.Select(point => point.Plan.Value!.Value));
    }

    [Fact]
    public void Money_and_people_together_are_counted_by_their_factor()
    {
        // 10 money and 1 person for each: half of both carries one of two
        var town = Town.Plans(periods: 1).Values(tail: 1).Budget("geld", 20).Capacity("team", [2]);
        foreach (var id in (string[])["a", "b"])
            town.Can(id, Way.Of(1).Spends("geld", 10).Asks("team", 1).Brings("doel", 3));
        var result = Trace(town.Problem(), Money with { Capacities = [new("team")], To = 1, Points = 2 });
        Assert.Equal(FrontierMeasure.Factor, result.Measure);
        Assert.Equal([0.5, 1], result.Points.Select(point => point.Amount));
        Assert.Equal([3.0, 6], result.Points.Select(point => point.Plan.Value!.Value));
        Assert.Equal(6, result.Steps[0].PerUnit!.Value, 1e-9);
    }

    private static FrontierResult Trace(Problem problem, FrontierSettings settings) =>
        Frontier.Trace(problem, settings, FrontierTrial.Repeatable(), cancellationToken: TestContext.Current.CancellationToken);

    private static string Held(FrontierPoint point) => string.Join(' ', point.Plan.Selected.Select(choice => choice.Initiative.Value));

    private static string Names(IReadOnlyList<InitiativeId> ids) => string.Join(' ', ids.Select(id => id.Value));

    private static string Spans(FrontierPresence presence) => string.Join(' ', presence.Spans.Select(span => $"{span.First}-{span.Last}"));
}
