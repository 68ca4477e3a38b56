using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Running;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class FailureTests
{
    /// <summary>How a run works: on one thread, on one counting steps, on two.</summary>
    public static TheoryData<int, bool> Ways => new() { { 1, false }, { 1, true }, { 2, false } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_proving_fails_from_the_start_the_search_still_finds_a_plan(int threads, bool deterministic)
    {
        var plan = Run(OneOfTwo, threads, deterministic, seconds: 1, side => Fail(side == Side.Proving));
        // Nothing was proven but what both are worth together: 3 + 5. They exclude each other, so that the better one is the plan.
        Assert.Equal(PlanStatus.Feasible, plan.Status);
        Assert.Equal(5, plan.Value!.Value, 1e-9);
        Assert.Equal(8, plan.Bound!.Value, 1e-9);
        Assert.True(Evaluator.Check(OneOfTwo, plan).Holds);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_proving_fails_later_what_it_proved_before_is_kept(int threads, bool deterministic)
    {
        var proofs = 0;
        var plan = Run(BusyTown.Make(6), threads, deterministic, seconds: 3, side => Fail(side == Side.Proving && ++proofs > 1));
        Assert.True(proofs > 1, "proving was never to fail");
        Assert.Equal(PlanStatus.Feasible, plan.Status);
        Assert.NotEmpty(plan.Certificate!.Prices);
        Assert.True(Evaluator.Check(BusyTown.Make(6), plan).Holds);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_proving_fails_and_no_plan_is_found_the_answer_is_unknown(int threads, bool deterministic)
    {
        var plan = Run(Impossible, threads, deterministic, seconds: 1, side => Fail(side == Side.Proving));
        Assert.Equal(PlanStatus.Unknown, plan.Status);
        Assert.Empty(plan.Selected);
        Assert.Null(plan.Value);
        Assert.NotNull(plan.Bound);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_searching_fails_proving_goes_on(int threads, bool deterministic)
    {
        var plan = Run(Impossible, threads, deterministic, seconds: 30, side => Fail(side == Side.Searching));
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Equal(["budget/geld", "frame/noord", "frame/zuid"], plan.Conflict.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_both_fail_without_a_plan_the_failures_are_the_answer(int threads, bool deterministic)
    {
        var failed = Assert.Throws<AggregateException>(() => Run(Impossible, threads, deterministic, seconds: 30, _ => Fail(true)));
        Assert.All(failed.InnerExceptions, one => Assert.Equal("the solver broke down", one.Message));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Where_both_fail_the_plan_known_until_then_is_the_answer(int threads, bool deterministic)
    {
        var plan = Run(OneOfTwo, threads, deterministic, seconds: 30, _ => Fail(true));
        Assert.Equal(PlanStatus.Feasible, plan.Status); // doing nothing keeps every rule
        Assert.Equal(0, plan.Value);
        Assert.Empty(plan.Selected);
    }

    private static Problem OneOfTwo { get; } = Town.Plans(2).Values(tail: 0).Goal("doel")
        .Can("a", Way.Of(1).Between(0, 0).Brings("doel", 3)).Can("b", Way.Of(1).Between(0, 0).Brings("doel", 5))
        .Has(new Excludes(new("een"), Town.Ids("a", "b"))).Problem();

    /// <summary>North and south each want 60 of the 100. No row alone says no, and the options are too many to be searched at once.</summary>
    private static Problem Impossible { get; } = MakeImpossible();

    private static Problem MakeImpossible()
    {
        var town = Town.Plans(20, perYear: 20).Budget("geld", 100);
        for (var i = 0; i < 30; i++)
            town = town.Can($"i{i}", Way.Of(1).Spends("geld", 10)).Labelled("deel", i % 2 == 0 ? "noord" : "zuid");
        foreach (var part in new[] { "noord", "zuid" })
            town = town.Has(new SpendFrame(new(part), part, Town.Where("deel", part), null, null, 60, null));
        return town.Problem();
    }

    private static Plan Run(Problem problem, int threads, bool deterministic, double seconds, Action<Side> before)
    {
        var options = new PlannerOptions
        {
            Gap = 0,
            TimeLimit = TimeSpan.FromSeconds(seconds),
            Threads = threads,
            Deterministic = deterministic,
        };
        using var run = new PlanningRun(options, null, TestContext.Current.CancellationToken, new Attempts(before));
        return run.Plan(problem);
    }

    private static void Fail(bool now)
    {
        if (now)
            throw new InvalidOperationException("the solver broke down");
    }
}
