using System.Data;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Planning;

/// <summary>Which frames are planned.</summary>
public enum FramesChosen
{
    /// <summary>The frames in force, or the draft where none were adopted.</summary>
    InForce,

    /// <summary>The draft.</summary>
    Draft,
}

/// <summary>Reads from the register what a problem is made of, all at one moment.</summary>
/// <param name="context">The register.</param>
public sealed class PlanningSources(RegisterContext context)
{
    /// <summary>Reads it.</summary>
    /// <param name="scenario">The scenario, with its choices; null = the municipality's own frames.</param>
    /// <param name="frames">Which frames, where there is no scenario.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="AgainstRuleException">The municipality has not been set up yet.</exception>
    public async Task<PlanningSource> Read(Scenario? scenario, FramesChosen frames, CancellationToken cancellation)
    {
        // What others change meanwhile is in the problem as a whole or not at all
        await using var moment = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return new PlanningSource
        {
            Frames = scenario is not null ? FrameContents.Deserialise(scenario.Content) : await FramesOf(frames, cancellation),
            Initiatives = await context.Initiatives.AsNoTracking().Include(i => i.Variants).AsSplitQuery().ToListAsync(cancellation),
            Relations = await context.Relations.AsNoTracking().ToListAsync(cancellation),
            Scores = await context.Scores.AsNoTracking().ToListAsync(cancellation),
            Choices = scenario?.Choices ?? [],
            Agreement = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellation),
            Departments = await context.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Code, cancellation),
            Programmes = await context.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Code, cancellation),
        };
    }

    /// <summary>The frames in force, or the draft where none were adopted.</summary>
    internal Task<FrameContent> InForce(CancellationToken cancellation) => FramesOf(FramesChosen.InForce, cancellation);

    private async Task<FrameContent> FramesOf(FramesChosen frames, CancellationToken cancellation)
    {
        var adopted = frames == FramesChosen.Draft
            ? null
            : await context.AdoptedFrames.AsNoTracking().OrderByDescending(f => f.Number).Select(f => f.Content).FirstOrDefaultAsync(cancellation);
        return adopted is null ? await FrameContents.ReadDraft(context, cancellation) : FrameContents.Deserialise(adopted);
    }
}
