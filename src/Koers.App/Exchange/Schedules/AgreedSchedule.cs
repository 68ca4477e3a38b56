using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Agreements;
using Koers.Domain.Initiatives;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;
using Initiative = Koers.Domain.Initiatives.Initiative;

namespace Koers.App.Exchange.Schedules;

/// <summary>What tasks stand under.</summary>
public enum ScheduleGrouping
{
    /// <summary>The programme; initiatives without one stand together at the end.</summary>
    Programme,

    /// <summary>The department.</summary>
    Department,
}

/// <summary>Makes a schedule of the agreement in force. Starts are those that were agreed; how long an initiative takes, what it is called and what
/// it waits for is as the register has it now.</summary>
internal sealed class AgreedSchedule(RegisterContext context)
{
    private const int MonthsInQuarter = 3;

    public async Task<Schedule> Read(ScheduleGrouping grouping, CancellationToken cancellation)
    {
        var agreement = await context.Agreements.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellation)
            ?? throw new NotThereException(new Text(
                "Er is nog geen portfolioafspraak, dus ook geen planning.", "There is no portfolio agreement yet, and so no schedule."));
        var ids = agreement.Initiatives.Select(line => line.InitiativeId).ToHashSet();
        var initiatives = await context.Initiatives.AsNoTracking().Include(i => i.Variants).AsSplitQuery()
            .Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var run = await context.Runs.AsNoTracking().Where(r => r.Id == agreement.RunId).Select(r => r.Problem).FirstAsync(cancellation);
        var problem = RunPlans.ProblemOf(run);
        var (groups, names) = await Groups(grouping, initiatives.Values, cancellation);
        var (taken, uids) = (new HashSet<int>(), new Dictionary<Guid, int>());
        foreach (var initiative in initiatives.Values.OrderBy(i => i.Number, StringComparer.Ordinal))
            uids[initiative.Id] = ScheduleUids.OfInitiative(initiative.Number, taken);
        var tasks = agreement.Initiatives.ToDictionary(
            line => line.InitiativeId, line => Task(line, initiatives[line.InitiativeId], uids[line.InitiativeId], groups[line.InitiativeId], problem));
        await Link(tasks, cancellation);
        ScheduleTask[] ordered = [.. tasks.Values.OrderBy(t => t.Group.Length == 0).ThenBy(t => t.Group, StringComparer.Ordinal).ThenBy(t => t.Number, StringComparer.Ordinal)];
        return new Schedule(
            agreement.Number, agreement.Name, problem.Name, agreement.AdoptedAt,
            ordered.Select(t => t.Group).Distinct().ToDictionary(code => code, code => new ScheduleGroup(ScheduleUids.OfGroup(code, taken), names[code])), ordered);
    }

    /// <summary>Code of the group of each initiative, and names of groups by code.</summary>
    private async Task<(Dictionary<Guid, string> Of, Dictionary<string, string> Names)> Groups(
        ScheduleGrouping grouping, IReadOnlyCollection<Initiative> initiatives, CancellationToken cancellation)
    {
        if (grouping == ScheduleGrouping.Department)
        {
            var departments = await context.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
            return (initiatives.ToDictionary(i => i.Id, i => departments[i.DepartmentId].Code), departments.Values.ToDictionary(d => d.Code, d => d.Name));
        }

        var programmes = await context.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Id, cancellation);
        var names = programmes.Values.ToDictionary(p => p.Code, p => p.Name);
        names[""] = "Zonder programma";
        return (initiatives.ToDictionary(i => i.Id, i => i.ProgrammeId is { } id ? programmes[id].Code : ""), names);
    }

    private static ScheduleTask Task(
        AgreedInitiative line, Initiative initiative, int uid, string group, Problem problem)
    {
        // A variant that was taken away since is as long as it was when it was agreed
        var duration = initiative.Variants.Find(v => v.Code == line.Variant)?.Duration
            ?? problem.Initiatives.First(i => i.Id.Value == initiative.Number).Variants.First(v => v.Id.Value == line.Variant).Duration;
        return new ScheduleTask(uid, initiative.Number, initiative.Name, line.Variant, group, line.Start, After(line.Start, duration).AddDays(-1));
    }

    private async Task Link(Dictionary<Guid, ScheduleTask> tasks, CancellationToken cancellation)
    {
        var relations = await context.Relations.AsNoTracking()
            .Where(r => r.Type == RelationType.DependsOn || r.Type == RelationType.Before).OrderBy(r => r.Code).ToListAsync(cancellation);
        foreach (var relation in relations)
        {
            Guid[] members = [.. relation.Members.OrderBy(m => m.Place).Select(m => m.InitiativeId)];
            if (members is not [{ } first, { } second] || !tasks.TryGetValue(first, out var before) || !tasks.TryGetValue(second, out var after))
                continue;
            // Quarters differ in length: counted in days from where the first ends, so that the link means the same quarter
            var end = before.Finish.AddDays(1);
            var days = After(end, relation.Lag).DayNumber - end.DayNumber;
            if (after.Links.TrueForAll(link => link.Uid != before.Uid))
                after.Links.Add(new ScheduleLink(before.Uid, days));
        }
    }

    private static DateOnly After(DateOnly day, int quarters) => day.AddMonths(MonthsInQuarter * quarters);
}
