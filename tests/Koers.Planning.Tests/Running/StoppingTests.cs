using System.Diagnostics;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class StoppingTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(6); // for a machine that is busy with other things

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Stopped_halfway_it_returns_the_best_plan_so_far(int threads)
    {
        using var stop = new CancellationTokenSource();
        // Stop as soon as something has been planned, so that it is halfway on any machine
        var log = new ProgressLog(p =>
        {
            if (p is { Value: > 0, Bound: not null })
                stop.Cancel();
        });
        var clock = Stopwatch.StartNew();
        var problem = BusyTown.Make(1);
        var plan = Planner.Plan(problem, new() { Gap = 0, TimeLimit = TimeSpan.FromSeconds(60), Threads = threads }, log, stop.Token);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30) + Grace, $"stopped after {clock.Elapsed}");
        Assert.Equal(PlanStatus.Feasible, plan.Status);
        Assert.True(plan.Value >= log.Reports.Max(r => r.Value) - 1e-9, "a plan that was reported is lost");
        AssertHolds(problem, plan);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Stopped_before_the_start_it_returns_what_it_has_without_an_exception(int threads)
    {
        var problem = BusyTown.Make(2);
        var plan = Planner.Plan(problem, new() { Threads = threads }, cancellationToken: new CancellationToken(canceled: true));
        Assert.NotEqual(PlanStatus.Infeasible, plan.Status);
        AssertHolds(problem, plan);
    }

    [Fact]
    public void Stopped_without_a_plan_it_says_unknown_and_states_no_value()
    {
        // The statutory tasks rule out the empty plan, and there was no time to find another
        var problem = BusyTown.Make(3, mandatory: 8);
        var plan = Planner.Plan(problem, new() { Threads = 1 }, cancellationToken: new CancellationToken(canceled: true));
        if (plan.Status == PlanStatus.Unknown)
        {
            Assert.Empty(plan.Selected);
            Assert.Null(plan.Value);
            Assert.Null(plan.Gap);
            Assert.True(plan.Bound is null || double.IsFinite(plan.Bound.Value));
        }
        else
            AssertHolds(problem, plan);
    }

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    public void The_time_limit_is_kept(int threads, double seconds)
    {
        var problem = BusyTown.Make(4);
        var clock = Stopwatch.StartNew();
        var plan = Planner.Plan(
            problem, new() { Gap = 0, TimeLimit = TimeSpan.FromSeconds(seconds), Threads = threads },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(seconds) + Grace, $"took {clock.Elapsed}");
        AssertHolds(problem, plan);
    }

    private static void AssertHolds(Problem problem, Plan plan)
    {
        var report = Evaluator.Check(problem, plan);
        Assert.True(report.Holds, string.Join(" ", [.. report.Faults, .. report.Violations]));
        Assert.Empty(plan.Conflict);
    }
}
