using System.Text;
using Koers.App.Operation;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Koers.App.Runs;

/// <summary>
/// Does runs, one at a time. Which worker does a run is decided by one conditional statement on its row (<see cref="RunClaim"/>), so any number of
/// workers on any number of machines can look at the same runs. A worker that goes away stops renewing its lease; when that is over another begins
/// the run again, from the best plan that was kept.
/// </summary>
/// <param name="address">The register.</param>
/// <param name="settings">How it works.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Where it says what happened.</param>
public sealed partial class RunWorker(DatabaseAddress address, RunWorkerSettings settings, TimeProvider clock, ILogger<RunWorker> log)
{
    /// <summary>How often a run is begun before it is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>How it works.</summary>
    public RunWorkerSettings Settings { get; } = settings;

    /// <summary>Runs that wait for a worker, the first asked first.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Ids, each with how often it was begun.</returns>
    public async Task<IReadOnlyList<(Guid Run, int Attempts)>> Waiting(CancellationToken cancellation)
    {
        await using var context = RegisterContext.Open(address);
        var waiting = await RunClaim.Waiting(context, clock.GetUtcNow()).Select(run => new { run.Id, run.Attempts }).ToListAsync(cancellation);
        return [.. waiting.Select(run => (run.Id, run.Attempts))];
    }

    /// <summary>Does every run that waits.</summary>
    /// <param name="stopping">Stops: the run that is being worked on goes back to the queue.</param>
    /// <returns>How many it did.</returns>
    public async Task<int> WorkOff(CancellationToken stopping)
    {
        var done = 0;
        while (!stopping.IsCancellationRequested)
        {
            var before = done;
            foreach (var (run, _) in await Waiting(stopping))
                if (!stopping.IsCancellationRequested && await Work(run, stopping))
                    done++;
            if (done == before)
                break;
        }

        return done;
    }

    /// <summary>Does a run, where it waits and no other worker is first.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="stopping">Stops: the run goes back to the queue.</param>
    /// <returns>Whether it did.</returns>
    public async Task<bool> Work(Guid run, CancellationToken stopping)
    {
        await using var context = RegisterContext.Open(address);
        if (await RunClaim.Take(context, run, Settings, clock, stopping) is not { } claim)
            return false;
        using var measured = new RunMeasurement(claim.Kind, claim.Number, claim.Attempt, clock);
        Begins(log, claim.Number);
        using var stop = new CancellationTokenSource();
        var watch = new RunWatch(claim, Settings, clock, stop);
        var work = Task.Factory.StartNew(
            () => Execute(run, watch, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await watch.Until(work, context, stopping);
        if (watch.IsLost || watch.IsGivenBack)
        {
            if (watch.IsGivenBack)
                await claim.GiveBack(context, watch.Unkept);
            if (!watch.IsLost)
                measured.GivenBack();
            Leaves(log, claim.Number, watch.IsLost);
            return false;
        }

        await End(context, claim, work, watch.IsStopped, measured);
        return true;
    }

    private async Task End(RegisterContext context, RunClaim claim, Task<RunAnswer> work, bool isStopped, RunMeasurement measured)
    {
        try
        {
            if (work.IsFaulted)
            {
                var fault = work.Exception.InnerException!;
                Fails(log, fault, claim.Number);
                measured.Failed(fault);
                measured.Ended(await claim.EndWithout(
                    context, RunState.Failed, new RunProgress(null, null, null, RunMessages.Broken), RunMessages.Broken));
                return;
            }

            var (result, plan) = await work;
            var state = isStopped ? RunState.Stopped : result is not null ? RunState.Done : RunState.Failed;
            var figures = new RunProgress(plan?.Value, Finite(plan?.Bound), Finite(plan?.Gap), result is not null || isStopped ? "" : RunMessages.NothingFound);
            var ended = result is null
                ? await claim.EndWithout(context, state, figures, "")
                : await claim.End(context, state, Encoding.UTF8.GetString(result), figures);
            measured.Ended(ended);
            Ends(log, claim.Number, ended);
        }
        catch (LostRunException)
        {
            Leaves(log, claim.Number, isLost: true);
        }
    }

    private RunAnswer Execute(Guid run, RunWatch watch, CancellationToken stop)
    {
        LowPriority.Take();
        var task = ReadTask(run);
        watch.Begin(task.Kept?.Value);
        try
        {
            return new RunExecution(task, Settings.Threads, watch.Tell, stop).Run();
        }
        finally
        {
            SolverMemory.GiveBack();
        }
    }

    private RunTask ReadTask(Guid id)
    {
        using var context = RegisterContext.Open(address);
        var run = context.Runs.AsNoTracking().First(r => r.Id == id);
        var options = RunOptionsJson.Read(run.Options);
        var plans = new List<(int, Plan)>();
        if (run.PlanRunId is { } planRun)
        {
            var first = context.Runs.AsNoTracking().First(r => r.Id == planRun);
            plans.Add((first.Number, RunPlans.PlanOf(first.Kind, first.Result)!));
        }

        foreach (var number in options.OtherRuns ?? [])
        {
            var other = context.Runs.AsNoTracking().First(r => r.Number == number);
            plans.Add((other.Number, RunPlans.PlanOf(other.Kind, other.Result)!));
        }

        return new RunTask(run.Kind, options, RunPlans.ProblemOf(run.Problem), plans) { Kept = RunPlans.KeptBy(run) };
    }

    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Planning run {Run} begins")]
    private static partial void Begins(ILogger log, int run);

    [LoggerMessage(Level = LogLevel.Information, Message = "Planning run {Run} ends: {State}")]
    private static partial void Ends(ILogger log, int run, RunState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Planning run {Run} is left; another worker took it: {IsLost}")]
    private static partial void Leaves(ILogger log, int run, bool isLost);

    [LoggerMessage(Level = LogLevel.Error, Message = "Planning run {Run} failed")]
    private static partial void Fails(ILogger log, Exception e, int run);
}
