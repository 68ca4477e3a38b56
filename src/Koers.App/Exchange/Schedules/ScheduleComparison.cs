using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;

namespace Koers.App.Exchange.Schedules;

/// <summary>Lays a schedule from elsewhere beside the agreement in force, and says what differs. It stores nothing: what changes is planned and
/// agreed again.</summary>
/// <param name="context">The register.</param>
public sealed class ScheduleComparison(RegisterContext context)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 20 << 20;

    private const int MostUnknown = 1_000;
    private const int MonthsInQuarter = 3;
    private const int MonthsInYear = 12;

    /// <summary>Refuses who may not compare: only those who plan.</summary>
    /// <param name="actor">Who.</param>
    /// <exception cref="NotAllowedException">This actor may not ask for runs.</exception>
    public static void Demand(Actor actor)
    {
        if (!RunRights.MayAsk(actor))
            throw new NotAllowedException(new Text(
                "Een planning vergelijken met de portfolioafspraak kan de portfoliomanager of een bestuurder.",
                "The portfolio manager or an executive may compare a schedule with the portfolio agreement."));
    }

    /// <summary>What differs.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="file">MSPDI. Tasks are known by their number in Text1, otherwise by their UID.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not ask for runs.</exception>
    /// <exception cref="InvalidInputException">The file cannot be read, or an initiative is in it twice.</exception>
    /// <exception cref="NotThereException">There is no agreement yet.</exception>
    public async Task<SchedulePreview> Compare(Actor actor, byte[] file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        Demand(actor);
        var read = MspdiReader.Read(file);
        var schedule = await new AgreedSchedule(context).Read(ScheduleGrouping.Programme, cancellation);
        var (found, unknown) = Match(read, schedule);
        var differences = schedule.Tasks.Where(task => found.ContainsKey(task)).Select(task => Between(task, found[task])).OfType<ScheduleDifference>().ToArray();
        return new SchedulePreview
        {
            Agreement = schedule.Agreement,
            Unchanged = found.Count - differences.Length,
            Differences = [.. differences.OrderBy(d => d.Number, StringComparer.Ordinal)],
            Missing = [.. schedule.Tasks.Where(task => !found.ContainsKey(task)).Select(task => task.Number).Order(StringComparer.Ordinal)],
            Unknown = [.. unknown.Take(MostUnknown).Select(task => new UnknownTask(task.Line, task.Name))],
        };
    }

    private static (Dictionary<ScheduleTask, ReadTask> Found, List<ReadTask> Unknown) Match(IReadOnlyList<ReadTask> read, Schedule schedule)
    {
        var byNumber = schedule.Tasks.ToDictionary(task => task.Number, StringComparer.Ordinal);
        var byUid = schedule.Tasks.ToDictionary(task => task.Uid);
        var (found, unknown, check) = (new Dictionary<ScheduleTask, ReadTask>(ReferenceEqualityComparer.Instance), new List<ReadTask>(), new InputCheck());
        foreach (var task in read.Where(task => task is { IsNone: false, IsActive: true }))
        {
            var ours = task.Number is { } number ? byNumber.GetValueOrDefault(number) : task.Uid is { } uid ? byUid.GetValueOrDefault(uid) : null;
            if (ours is not null)
                check.That(
                    found.TryAdd(ours, task), $"/regel {task.Line}", $"Initiatief {ours.Number} staat er twee keer in.", $"Initiative {ours.Number} is in it twice.");
            else if (!task.IsSummary)
                unknown.Add(task);
        }

        check.Done();
        return (found, unknown);
    }

    private static ScheduleDifference? Between(ScheduleTask agreed, ReadTask read) => read.Start == agreed.Start && read.Finish == agreed.Finish
        ? null
        : new ScheduleDifference(
            agreed.Number, agreed.Name, agreed.Start, read.Start, agreed.Finish, read.Finish, read.Start is { } start ? Quarter(start) - Quarter(agreed.Start) : null);

    private static int Quarter(DateOnly day) => ((day.Year * MonthsInYear) + day.Month - 1) / MonthsInQuarter;
}
