using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class PlannerTests
{
    private static readonly PlannerOptions ToTheEnd = new() { Gap = 0, TimeLimit = TimeSpan.FromSeconds(20), Threads = 1 };

    [Fact]
    public void Without_initiatives_the_empty_plan_is_optimal()
    {
        var plan = Planner.Plan(Town.Plans(4).Budget("geld", 1, 1, 1, 1).Problem(), ToTheEnd, cancellationToken: TestRun);
        AssertOptimal(0, [], plan);
    }

    [Fact]
    public void Where_nothing_is_worth_doing_nothing_is_done()
    {
        var town = Town.Plans(3).Goal("rust").Can("lawaai", Way.Of(1).Brings("rust", -2)).Can("niets", Way.Of(1))
            .Held(add: 1); // doing what brings nothing costs the penalty of adding it
        AssertOptimal(0, [], Planner.Plan(town.Problem(), ToTheEnd, cancellationToken: TestRun));
    }

    [Fact]
    public void A_statutory_task_is_done_even_at_a_loss()
    {
        // It must start at once and does harm of 2 in every period after its finish.
        var town = Town.Plans(3).Goal("rust").Must("sloop", Way.Of(1).Between(0, 0).Brings("rust", -2));
        AssertOptimal(-4, ["sloop@0"], Planner.Plan(town.Problem(), ToTheEnd, cancellationToken: TestRun)); // -2 × 2 periods
    }

    [Fact]
    public void Nothing_fits_is_not_the_same_as_infeasible()
    {
        var town = Town.Plans(1).Values(tail: 1).Goal("doel").Budget("geld", 1).Can("groot", Way.Of(1).Spends("geld", 2).Brings("doel", 9));
        AssertOptimal(0, [], Planner.Plan(town.Problem(), ToTheEnd, cancellationToken: TestRun));
    }

    [Fact]
    public void An_infeasible_problem_names_a_conflict_of_which_nothing_can_be_left_out_and_states_no_numbers()
    {
        // The two statutory tasks want 3 + 3 from the 5 of year 0; the other budget and frame have nothing to do with it.
        var town = Town.Plans(2).Budget("geld", 5, 9).Budget("fonds", 0, 0)
            .Must("a", Way.Of(1).Between(0, 0).Spends("geld", 3)).Must("b", Way.Of(1).Between(0, 0).Spends("geld", 3))
            .Must("c", Way.Of(1).Spends("geld", 1)).Can("d", Way.Of(1).Spends("fonds", 1))
            .Has(new CountFrame(new("f"), "Hooguit vier", Selector.Everything, null, 4));
        var plan = Planner.Plan(town.Problem(), ToTheEnd, cancellationToken: TestRun);
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Equal(["budget/geld", "mandatory/a", "mandatory/b"], plan.Conflict.Order(StringComparer.Ordinal));
        Assert.Empty(plan.Selected);
        Assert.Null(plan.Value);
        Assert.Null(plan.Bound);
        Assert.Null(plan.Gap);
        Assert.Null(plan.Certificate);
    }

    [Fact]
    public void A_conflict_that_only_fractions_show_is_named_on_two_threads_too()
    {
        // North and south each want 60 of the 100: no row alone says no, and 600 options are too many to be searched exactly at once.
        var town = Town.Plans(20, perYear: 20).Budget("geld", 100).Budget("fonds", 5);
        for (var i = 0; i < 30; i++)
            town = town.Can($"i{i}", Way.Of(1).Spends("geld", 10)).Labelled("deel", i % 2 == 0 ? "noord" : "zuid");
        var problem = town.Has(AtLeast60For("noord")).Has(AtLeast60For("zuid")).Problem();
        var plan = Planner.Plan(problem, new() { Threads = 2, TimeLimit = TimeSpan.FromSeconds(30) }, cancellationToken: TestRun);
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Equal(["budget/geld", "frame/noord", "frame/zuid"], plan.Conflict.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_capped_score_may_be_negative_because_its_effect_is()
    {
        // x must be done and costs a point in each of 2 periods after its first; y brings 3 × 1 to another goal.
        var town = Town.Plans(3).Goal("rust", cap: 10).Goal("groen")
            .Must("x", Way.Of(1).Between(0, 0).Brings("rust", 1).Works([0.0], after: -1)).Can("y", Way.Of(1).Between(0, 0).Brings("groen", 3));
        AssertOptimal(-2 + 6, ["x@0", "y@0"], Planner.Plan(town.Problem(), ToTheEnd, cancellationToken: TestRun));
    }

    [Fact]
    public void A_wide_gap_is_enough_where_it_is_asked_for()
    {
        var problem = BusyTown.Make(8);
        var plan = Planner.Plan(problem, new() { Gap = 0.5, TimeLimit = TimeSpan.FromSeconds(30) }, cancellationToken: TestRun);
        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.True(plan.Gap <= 0.5);
        Assert.True(Evaluator.Check(problem, plan).Holds);
    }

    [Theory]
    [InlineData(0.0, 0.1, 1)]
    [InlineData(-1.0, 0.1, 1)]
    [InlineData(1.0, -0.1, 1)]
    [InlineData(1.0, double.NaN, 1)]
    [InlineData(1.0, double.PositiveInfinity, 1)]
    [InlineData(1.0, 0.1, 0)]
    public void Options_out_of_range_are_refused(double seconds, double gap, int threads)
    {
        var options = new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(seconds), Gap = gap, Threads = threads };
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Planner.Plan(Town.Plans(1).Can("a").Problem(), options, cancellationToken: TestRun));
    }

    private static SpendFrame AtLeast60For(string part)
    {
        var where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["deel"] = [part] };
        return new SpendFrame(new(part), part, new Selector(where), null, null, 60, null);
    }

    private static CancellationToken TestRun => TestContext.Current.CancellationToken;

    private static void AssertOptimal(double value, string[] chosen, Plan plan)
    {
        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.Equal(chosen.Select(Town.Chosen), plan.Selected);
        Assert.Equal(value, plan.Value!.Value, 1e-9);
        Assert.Equal(value, plan.Bound!.Value, 1e-9);
        Assert.Equal(0, plan.Gap!.Value, 1e-9);
        Assert.NotNull(plan.Certificate);
        Assert.Empty(plan.Conflict);
        Assert.True(plan.Seconds >= 0);
        Assert.StartsWith("koers ", plan.Engine, StringComparison.Ordinal);
    }
}
