using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Running;

public class ProgressTests
{
    [Fact]
    public void Progress_comes_every_second_and_only_gets_better()
    {
        var log = new ProgressLog();
        var problem = BusyTown.Make(5);
        var plan = Planner.Plan(
            problem, new() { Gap = 0, TimeLimit = TimeSpan.FromSeconds(4), Threads = 2 }, log,
            TestContext.Current.CancellationToken);
        var reports = log.Reports;
        Assert.True(reports.Count >= (int)plan.Seconds, $"{reports.Count} reports in {plan.Seconds} s");
        Assert.Equal(PlanningPhase.Done, reports[^1].Phase);
        Assert.Equal(plan.Value, reports[^1].Value);
        Assert.Equal(plan.Bound, reports[^1].Bound);
        foreach (var (earlier, later) in reports.Zip(reports.Skip(1)))
        {
            // A timer may hand out two reports at once on a busy machine: order is only claimed where time passed
            if (later.Elapsed <= earlier.Elapsed)
                continue;
            Assert.True(earlier.Value is null || later.Value >= earlier.Value - 1e-9, $"value falls from {earlier} to {later}");
            Assert.True(earlier.Bound is null || later.Bound <= earlier.Bound + 1e-9, $"bound rises from {earlier} to {later}");
        }
        Assert.All(reports, r => Assert.Equal(r.Value, r.Plan?.Value));
        Assert.All(reports.Select(r => r.Plan).OfType<Plan>().Distinct(), p => Assert.True(Evaluator.Check(problem, p).Holds));
        Assert.Equal(plan.Selected, reports[^1].Plan!.Selected);
        Assert.All(reports, r => Assert.Equal(r.Value is null || r.Bound is null, r.Gap is null));
        Assert.All(reports, r => Assert.True(r.Value is null || r.Bound is null || r.Value <= r.Bound + 1e-9, r.ToString()));
    }
}
