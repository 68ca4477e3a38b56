using Koers.App.Accounts;
using Koers.Domain.Frames;
using Koers.Planning.Problems;
using Calendar = Koers.App.Planning.Calendar;

namespace Koers.App.Agreements;

/// <summary>Measures the agreement in force against its frames and means.</summary>
/// <param name="plans">The agreement in force.</param>
public sealed class AgreedMeasures(AgreedPlans plans)
{
    /// <summary>What the agreement in force measures and uses; null where there is none, or none for this actor to see.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<AgreedUse?> Show(Actor actor, CancellationToken cancellation) =>
        AgreementRights.MaySee(actor) && await plans.InForce(cancellation) is { } agreed ? Measure(agreed) : null;

    private static AgreedUse Measure(AgreedPlan agreed)
    {
        var (agreement, problem, figures) = (agreed.Agreement, agreed.Problem, agreed.Figures);
        var calendar = new Calendar(problem.Horizon.Start, problem.Horizon.Periods);
        return new AgreedUse
        {
            Number = agreement.Number,
            Name = agreement.Name,
            AdoptedAt = agreement.AdoptedAt,
            Initiatives = agreement.Initiatives.Count,
            Value = figures.Value,
            Goals = [.. figures.Goals.Select(goal => new GoalUse(goal.Goal.Id.Value, goal.Score, goal.Value))],
            Frames = [.. figures.Frames.Select(frame => new FrameUse(frame.Frame.Id.Value, TypeOf(frame.Frame), frame.Measured, frame.Min, frame.Max))],
            Budgets = [.. figures.Budgets.Select(budget => new BudgetUse(
                budget.Budget.Id.Value, budget.Budget.Name, budget.Budget.CarryOver,
                [.. budget.Spent.Select((spent, y) => new YearUse(calendar.Start.Year + y, spent, budget.Available[y]))]))],
            Pools = [.. figures.Capacities.Select(pool => new PoolUse(
                pool.Capacity.Id.Value, pool.Capacity.Name,
                [.. pool.Used.Select((used, period) => QuarterOf(calendar.QuarterOf(period), used, pool.Hired[period], pool.Available[period]))]))],
        };
    }

    private static QuarterUse QuarterOf((int Year, int Quarter) at, double used, double hired, double available) =>
        new(at.Year, at.Quarter, used, hired, available);

    private static FrameType TypeOf(Koers.Planning.Problems.Frame frame) => frame switch
    {
        GoalFloor => FrameType.GoalFloor,
        SpendFrame => FrameType.Spend,
        SpendShareFrame => FrameType.SpendShare,
        CountFrame => FrameType.Count,
        ConcurrentFrame => FrameType.Concurrent,
        StartsFrame => FrameType.Starts,
        EffortFrame => FrameType.Effort,
        RiskFrame => FrameType.Risk,
        _ => throw new ArgumentException($"Frame {frame.Id}: no type of the register is {frame.Type}.", nameof(frame)),
    };
}
