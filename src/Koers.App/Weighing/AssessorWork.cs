using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>What an assessor can score now: how far that is, and what comes next.</summary>
/// <param name="context">The register.</param>
public sealed class AssessorWork(RegisterContext context)
{
    /// <summary>Reads it. A goal counts as scored where this assessor gave a score.</summary>
    /// <param name="actor">An assessor with an account.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor is no assessor, or no account.</exception>
    public async Task<AssessorWorkView> Read(Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Id is not { } assessor || !actor.HasSomewhere(Role.Assessor))
            throw new NotAllowedException(new Text("Deze werklijst is voor beoordelaars.", "This list of work is for assessors."));
        var leaves = context.Goals.Where(goal => !context.Goals.Any(below => below.ParentId == goal.Id));
        var count = await leaves.CountAsync(cancellation);
        var given = await context.Scores.AsNoTracking().Where(score => score.AssessorId == assessor && leaves.Any(goal => goal.Id == score.GoalId))
            .GroupBy(score => score.InitiativeId).Select(scores => new { scores.Key, Count = scores.Count() })
            .ToDictionaryAsync(scores => scores.Key, scores => scores.Count, cancellation);
        var isForAll = actor.Has(Role.Assessor);
        var departments = actor.Grants.Where(g => g.Role == Role.Assessor).Select(g => g.DepartmentId ?? Guid.Empty).ToArray();
        var open = await (
            from initiative in context.Initiatives.AsNoTracking()
            where initiative.State == InitiativeState.Submitted && initiative.ProposerId != assessor && initiative.LeadId != assessor
            where isForAll || departments.Contains(initiative.DepartmentId)
            join department in context.Departments on initiative.DepartmentId equals department.Id
            orderby initiative.Number
            select new { initiative.Id, initiative.Number, initiative.Name, Department = department.Code }).ToListAsync(cancellation);
        return new AssessorWorkView([.. open.Select(line => new WorkLine(
            line.Number, line.Name, line.Department, given.GetValueOrDefault(line.Id), count))]);
    }
}

/// <summary>What an assessor can score now.</summary>
/// <param name="Lines">Every initiative, scored or not, in order of number.</param>
public sealed record AssessorWorkView(IReadOnlyList<WorkLine> Lines)
{
    /// <summary>Initiatives that are scored on every goal.</summary>
    public int Done => Lines.Count(IsDone);

    /// <summary>Scores that were given.</summary>
    public int Given => Lines.Sum(line => Math.Min(line.Scored, line.ToScore));

    /// <summary>Scores that there are to give.</summary>
    public int ToGive => Lines.Sum(line => line.ToScore);

    /// <summary>The first initiative after another that is not scored on every goal, beginning again after the last; null where all are.</summary>
    /// <param name="number">After which; null = from the first.</param>
    public string? NextAfter(string? number)
    {
        var left = Lines.Where(line => !IsDone(line) && line.Number != number).ToArray();
        return (left.FirstOrDefault(line => number is null || string.CompareOrdinal(line.Number, number) > 0) ?? left.FirstOrDefault())?.Number;
    }

    /// <summary>Whether an initiative is scored on every goal.</summary>
    /// <param name="line">The initiative.</param>
    public static bool IsDone(WorkLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Scored >= line.ToScore;
    }
}
