using System.Diagnostics;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Pools;

public class LocalPoolTests
{
    private static readonly PlannerOptions ToTheEnd = new() { Gap = 0, Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void Plans_come_back_in_the_order_of_the_tasks(int threads)
    {
        var problems = Enumerable.Range(7100, 12).Select(ProblemGenerator.Make).ToArray();
        var told = new List<int>();
        var plans = new LocalPool(threads).PlanAll(
            [.. problems.Select(p => new PlanningTask(p, ToTheEnd))], (n, plan) => told.Add(n), TestContext.Current.CancellationToken);
        Assert.Equal(problems.Select(p => new BruteForce(p).Best()?.Value), plans.Select(p => p.Value), SameValue);
        Assert.Equal(Enumerable.Range(0, 12), told.Order());
    }

    [Fact]
    public void Nothing_to_plan_gives_no_plans() =>
        Assert.Empty(new LocalPool().PlanAll([], null, TestContext.Current.CancellationToken));

    [Fact]
    public void After_a_stop_what_was_known_comes_back_for_every_task()
    {
        var problem = BusyTown.Make(25);
        var earlier = Planner.Plan(problem, new() { TimeLimit = TimeSpan.FromSeconds(1) }, known: null, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var slow = new PlannerOptions { Gap = 0, Threads = 1, TimeLimit = TimeSpan.FromSeconds(60) };
        var clock = Stopwatch.StartNew();
        stop.CancelAfter(TimeSpan.FromSeconds(1));
        var plans = new LocalPool(2).PlanAll(
            [.. Enumerable.Range(0, 5).Select(_ => new PlanningTask(problem, slow, Foreknowledge.Of(earlier)))], null, stop.Token);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"stopped after {clock.Elapsed}");
        Assert.All(plans, plan => Assert.True(plan.Value >= earlier.Value - 1e-9));
    }

    [Fact]
    public void A_pool_needs_a_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new LocalPool(0));

    private static bool SameValue(double? one, double? other) =>
        one is null == other is null && (one is null || Math.Abs(one.Value - other!.Value) <= 1e-6 * Math.Max(1, Math.Abs(one.Value)));
}
