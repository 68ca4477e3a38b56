using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>What uses a budget, pool or goal of the draft.</summary>
internal static class PartUses
{
    public static async Task Note(RegisterContext context, Budget budget, Uses uses, CancellationToken cancellation)
    {
        uses.Note(
            await context.Initiatives.Where(i => i.Variants.Any(v => v.Spends.Any(s => s.BudgetId == budget.Id)))
                .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "initiatief", "initiative");
        uses.Note(
            await context.CapacityPools.Where(p => p.HireBudgetId == budget.Id).OrderBy(p => p.Code).Select(p => p.Code).ToListAsync(cancellation),
            "inhuur van capaciteitspool", "hiring of capacity pool");
        var frames = await context.Frames.AsNoTracking().OrderBy(f => f.Code).ToListAsync(cancellation);
        uses.Note([.. frames.Where(f => f.BudgetIds.Contains(budget.Id)).Select(f => f.Code)], "kader", "frame");
    }

    public static async Task Note(RegisterContext context, CapacityPool pool, Uses uses, CancellationToken cancellation)
    {
        uses.Note(
            await context.Initiatives.Where(i => i.Variants.Any(v => v.Efforts.Any(e => e.PoolId == pool.Id)))
                .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "initiatief", "initiative");
        uses.Note(
            await context.Frames.Where(f => f.PoolId == pool.Id).OrderBy(f => f.Code).Select(f => f.Code).ToListAsync(cancellation), "kader", "frame");
    }

    public static async Task Note(RegisterContext context, Goal goal, Uses uses, CancellationToken cancellation)
    {
        uses.Note(
            await context.Goals.Where(g => g.ParentId == goal.Id).OrderBy(g => g.Code).Select(g => g.Code).ToListAsync(cancellation),
            "onderliggend doel", "part");
        uses.Note(
            await context.Frames.Where(f => f.GoalId == goal.Id).OrderBy(f => f.Code).Select(f => f.Code).ToListAsync(cancellation), "kader", "frame");
        await NoteScoring(context, goal.Id, uses, cancellation);
    }

    /// <summary>What initiatives bring for a goal: scores by assessors, and estimates of those who proposed them.</summary>
    public static async Task NoteScoring(RegisterContext context, Guid goal, Uses uses, CancellationToken cancellation)
    {
        uses.Note(
            await context.Initiatives.Where(i => context.Scores.Any(s => s.GoalId == goal && s.InitiativeId == i.Id))
                .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "scores van initiatief", "scores of initiative");
        uses.Note(
            await context.Initiatives.Where(i => i.Variants.Any(v => v.Effects.Any(e => e.GoalId == goal)))
                .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(cancellation),
            "effecten van initiatief", "effects of initiative");
    }
}
