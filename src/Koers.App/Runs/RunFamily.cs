using Koers.App.Accounts;
using Koers.Domain.Runs;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Runs;

/// <summary>An analysis of the plan of a run.</summary>
/// <param name="Number">Number of its run.</param>
/// <param name="Kind">What it found out.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Initiative">Number of the initiative that it explains; null where it is about none.</param>
public sealed record RunRelative(int Number, RunKind Kind, RunState State, string? Initiative);

/// <summary>A run that has a plan, with what tells it from others.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it was asked.</param>
/// <param name="Scenario">Name of its scenario; null where it has none.</param>
/// <param name="AskedAt">When it was asked.</param>
public sealed record RunWithPlan(int Number, RunKind Kind, string? Scenario, DateTimeOffset AskedAt);

/// <summary>How runs belong together: what came before, and what was found out about a plan.</summary>
/// <param name="context">The register.</param>
/// <param name="list">The runs, as far as somebody may see them.</param>
public sealed class RunFamily(Storage.RegisterContext context, RunList list)
{
    /// <summary>The plan that a plan is best compared with: the one before it of the same scenario, else the one before it without a scenario.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Number of that run; null where there is none.</returns>
    public async Task<int?> Before(Actor actor, int number, CancellationToken cancellation)
    {
        var scenario = await list.SeenBy(actor).Where(r => r.Number == number).Select(r => r.ScenarioId).FirstOrDefaultAsync(cancellation);
        var earlier = Plans(actor).Where(r => r.Number < number);
        return await Last(earlier.Where(r => r.ScenarioId == scenario), cancellation)
            ?? (scenario is null ? null : await Last(earlier.Where(r => r.ScenarioId == null), cancellation));
    }

    /// <summary>Numbers of runs with a plan, the last first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="most">Most that are given.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<int>> WithPlan(Actor actor, int most, CancellationToken cancellation) =>
        await Plans(actor).OrderByDescending(r => r.Number).Select(r => r.Number).Take(most).ToListAsync(cancellation);

    /// <summary>Runs with a plan, the last first, with what people know them by.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="most">Most that are given.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<RunWithPlan>> Named(Actor actor, int most, CancellationToken cancellation) =>
        await Plans(actor).OrderByDescending(r => r.Number).Take(most)
            .Select(r => new RunWithPlan(r.Number, r.Kind, context.Scenarios.Where(s => s.Id == r.ScenarioId).Select(s => s.Name).FirstOrDefault(), r.AskedAt))
            .ToListAsync(cancellation);

    /// <summary>The last run with a plan of a scenario, or of the frames themselves.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="scenario">Which scenario; null = the frames themselves.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Its number; null where there is none.</returns>
    public Task<int?> LastOf(Actor actor, Guid? scenario, CancellationToken cancellation) =>
        Last(Plans(actor).Where(r => r.ScenarioId == scenario), cancellation);

    /// <summary>What was found out, or is being found out, about the plan of a run, the last first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="number">Number of the run.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<RunRelative>> About(Actor actor, int number, CancellationToken cancellation)
    {
        var found = await list.SeenBy(actor)
            .Where(r => r.PlanRunId == context.Runs.Where(p => p.Number == number).Select(p => (Guid?)p.Id).FirstOrDefault() && r.State != RunState.Failed)
            .OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Kind, r.State, r.Options }).ToListAsync(cancellation);
        return [.. found.Select(r => new RunRelative(r.Number, r.Kind, r.State, r.Kind == RunKind.Explain ? RunOptionsJson.Read(r.Options).Initiative : null))];
    }

    // A plan that was found: it has a worth
    private IQueryable<Run> Plans(Actor actor) => list.SeenBy(actor).Where(r =>
        (r.Kind == RunKind.Plan || r.Kind == RunKind.Replan) && (r.State == RunState.Done || r.State == RunState.Stopped) && r.Result != null && r.Value != null);

    private static Task<int?> Last(IQueryable<Run> runs, CancellationToken cancellation) =>
        runs.OrderByDescending(r => r.Number).Select(r => (int?)r.Number).FirstOrDefaultAsync(cancellation);
}
