using Koers.App.Accounts;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Koers.Domain.Frames;
using Koers.Domain.Runs;
using Koers.Planning.Checking;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;
using Calendar = Koers.App.Planning.Calendar;

namespace Koers.App.Agreements;

/// <summary>Measures the agreement in force against its frames and means. An agreement never changes, so that the last measured is kept.</summary>
/// <param name="context">The register.</param>
/// <param name="kept">What was measured before.</param>
public sealed class AgreedMeasures(RegisterContext context, AgreedMeasuresKept kept)
{
    /// <summary>What the agreement in force measures and uses; null where there is none, or none for this actor to see.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<AgreedUse?> Show(Actor actor, CancellationToken cancellation)
    {
        if (!AgreementRights.MaySee(actor)
            || await context.Agreements.OrderByDescending(a => a.Number).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation) is not { } last)
            return null;
        if (kept.Last is { } known && known.Agreement == last)
            return known.Use;
        var agreement = await context.Agreements.AsNoTracking().FirstAsync(a => a.Id == last, cancellation);
        var run = await context.Runs.AsNoTracking().FirstAsync(r => r.Id == agreement.RunId, cancellation);
        var use = Measure(agreement, run);
        kept.Last = new(last, use);
        return use;
    }

    private static AgreedUse Measure(PortfolioAgreement agreement, Run run)
    {
        var problem = RunPlans.ProblemOf(run.Problem);
        var plan = RunPlans.PlanOf(run.Kind, run.Result) ?? throw new InvalidDataException($"Run {run.Number} was adopted without a plan.");
        var figures = Evaluator.Evaluate(problem, plan.Selected);
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

/// <summary>The last agreement that was measured: one for the server.</summary>
public sealed class AgreedMeasuresKept
{
    internal volatile Measured? Last;

    internal sealed record Measured(Guid Agreement, AgreedUse Use);
}
