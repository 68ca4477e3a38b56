using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Scenarios;

/// <summary>
/// Writes the content of a scenario over the draft, by code: what is there is changed, what is missing is added, and what the scenario does not
/// have is removed, unless initiatives use it. Such budgets and pools are kept as they are, and such goals with a weight of 0.
/// </summary>
/// <param name="context">The register, within a transaction.</param>
/// <param name="clock">The time.</param>
internal sealed class ScenarioPromotion(RegisterContext context, TimeProvider clock)
{
    private readonly List<string> _kept = [];

    /// <summary>Writes it. Saves nothing yet that the caller's transaction does not save or drop with it.</summary>
    /// <returns>What was kept although the scenario does not have it.</returns>
    public async Task<IReadOnlyList<string>> Run(Actor actor, FrameContent content, CancellationToken cancellation)
    {
        var before = await FrameContents.ReadDraft(context, cancellation);
        var register = await FrameReferences.OfDraft(context, cancellation);
        var document = ContentDocument.Read(content, register);
        await RefuseOutsideScale(document.Settings, cancellation);
        var (goals, budgets, pools, frames) = (
            await context.Goals.ToListAsync(cancellation), await context.Budgets.ToListAsync(cancellation),
            await context.CapacityPools.ToListAsync(cancellation), await context.Frames.ToListAsync(cancellation));

        // First everything that can be referred to, so that references find it
        foreach (var input in document.Goals.Where(input => !goals.Exists(goal => goal.Code == input.Code)))
            goals.Add(Added(new Goal { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name }));
        foreach (var input in document.Budgets.Where(input => !budgets.Exists(budget => budget.Code == input.Code)))
            budgets.Add(Added(new Budget { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name }));
        foreach (var input in document.CapacityPools.Where(input => !pools.Exists(pool => pool.Code == input.Code)))
            pools.Add(Added(new CapacityPool { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name }));
        var codes = register.Within(new FrameContent { Settings = content.Settings, Goals = goals, Budgets = budgets, CapacityPools = pools });

        var settings = await context.Settings.FirstAsync(cancellation);
        document.Settings.Write(settings);
        settings.Version++;
        foreach (var input in document.Frames)
        {
            var frame = frames.Find(f => f.Code == input.Code) ?? Added(new Frame { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name });
            input.Write(frame, codes);
            frame.Version++;
        }

        context.RemoveRange(frames.Where(frame => document.Frames.All(input => input.Code != frame.Code)));
        await WriteGoals(document, goals, codes, cancellation);
        await WriteMeans(document, budgets, pools, codes, cancellation);
        KeepWeights(actor, before, goals);
        return _kept;
    }

    private async Task WriteGoals(FrameContentInput document, List<Goal> goals, FrameReferences codes, CancellationToken cancellation)
    {
        foreach (var input in document.Goals)
        {
            var goal = goals.Find(g => g.Code == input.Code)!;
            input.Write(goal, codes);
            goal.Version++;
        }

        // From the bottom: what is kept keeps what it is part of
        var missing = goals.Where(goal => document.Goals.All(input => input.Code != goal.Code))
            .OrderByDescending(goal => Goals.GoalOrder.LevelOf(goals, goal)).ToList();
        foreach (var goal in missing)
        {
            var isUsed = goals.Exists(other => other.ParentId == goal.Id) || await IsScored(goal.Id, cancellation);
            if (!isUsed)
            {
                goals.Remove(goal);
                context.Remove(goal);
                continue;
            }

            _kept.Add($"doel/{goal.Code}");
            (goal.Weight, goal.Version) = (0, goal.Version + 1);
        }

        await RefuseScoredTops(goals, cancellation);
    }

    private async Task WriteMeans(
        FrameContentInput document, List<Budget> budgets, List<CapacityPool> pools, FrameReferences codes, CancellationToken cancellation)
    {
        foreach (var input in document.Budgets)
        {
            var budget = budgets.Find(b => b.Code == input.Code)!;
            input.Write(budget);
            budget.Version++;
        }

        foreach (var input in document.CapacityPools)
        {
            var pool = pools.Find(p => p.Code == input.Code)!;
            input.Write(pool, codes);
            pool.Version++;
        }

        foreach (var pool in pools.Where(pool => document.CapacityPools.All(input => input.Code != pool.Code)).ToList())
            if (await context.Initiatives.AnyAsync(i => i.Variants.Any(v => v.Efforts.Any(e => e.PoolId == pool.Id)), cancellation))
                _kept.Add($"capaciteitspool/{pool.Code}");
            else
            {
                pools.Remove(pool);
                context.Remove(pool);
            }

        foreach (var budget in budgets.Where(budget => document.Budgets.All(input => input.Code != budget.Code)))
            if (pools.Exists(pool => pool.HireBudgetId == budget.Id)
                || await context.Initiatives.AnyAsync(i => i.Variants.Any(v => v.Spends.Any(s => s.BudgetId == budget.Id)), cancellation))
                _kept.Add($"budget/{budget.Code}");
            else
                context.Remove(budget);
    }

    /// <summary>Levels that got other weights were weighed: who, when and what stays known for them too.</summary>
    private void KeepWeights(Actor actor, FrameContent before, List<Goal> goals)
    {
        var old = before.Goals.ToDictionary(goal => goal.Id, goal => goal.Weight);
        foreach (var level in goals.GroupBy(goal => goal.ParentId))
            if (level.Any(goal => !old.TryGetValue(goal.Id, out var weight) || weight != goal.Weight))
                context.Add(new GoalWeighing
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    ParentId = level.Key,
                    Method = WeighingMethod.Direct,
                    Answers = JsonSerializer.Serialize(level.ToDictionary(goal => goal.Code, goal => goal.Weight), RegisterJson.Options),
                    SetById = actor.Id,
                    SetAt = clock.GetUtcNow(),
                });
    }

    private async Task RefuseScoredTops(List<Goal> goals, CancellationToken cancellation)
    {
        foreach (var goal in goals.Where(goal => goals.Exists(other => other.ParentId == goal.Id)))
            if (await IsScored(goal.Id, cancellation))
                throw new AgainstRuleException(new Text(
                    $"Het scenario hangt doelen onder doel {goal.Code}, waarop initiatieven zijn gescoord; dan zou dat niet meer tellen.",
                    $"The scenario puts goals below goal {goal.Code}, on which initiatives were scored; then that would no longer count."));
    }

    private async Task RefuseOutsideScale(SettingsInput settings, CancellationToken cancellation)
    {
        var (lowest, highest) = (settings.LowestScore, settings.HighestScore);
        if (await context.Scores.CountAsync(score => score.Points < lowest || score.Points > highest, cancellation) is > 0 and var outside)
            throw new AgainstRuleException(new Text(
                $"Buiten de schaal van het scenario liggen {outside} scores.", $"Outside the scale of the scenario lie {outside} scores."));
    }

    private async Task<bool> IsScored(Guid goal, CancellationToken cancellation) =>
        await context.Scores.AnyAsync(score => score.GoalId == goal, cancellation)
        || await context.Initiatives.AnyAsync(i => i.Variants.Any(v => v.Effects.Any(e => e.GoalId == goal)), cancellation);

    private T Added<T>(T part) where T : class
    {
        context.Add(part);
        return part;
    }
}
