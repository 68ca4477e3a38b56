using System.Linq.Expressions;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Operation;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Koers.App.Runs;

/// <summary>
/// A run that a worker has for itself: its row says who works on it, in which attempt and until when. Every write asks whether that is still so, in
/// the same statement, so that whoever lost it writes nothing.
/// </summary>
internal sealed class RunClaim
{
    private readonly Expression<Func<Run, bool>> _isMine;
    private readonly RunWorkerSettings _worker;
    private readonly TimeProvider _clock;

    private RunClaim(Guid id, (int Number, RunKind Kind) which, int attempt, RunWorkerSettings worker, TimeProvider clock)
    {
        (Id, Number, Kind, Attempt, _worker, _clock) = (id, which.Number, which.Kind, attempt, worker, clock);
        var name = worker.Name;
        _isMine = run => run.Id == id && run.State == RunState.Running && run.Worker == name && run.Attempts == attempt;
    }

    public Guid Id { get; }

    public int Number { get; }

    public RunKind Kind { get; }

    /// <summary>Which attempt at the run it is, 1 …</summary>
    public int Attempt { get; }

    /// <summary>Runs that wait for a worker: asked, or left by one that went away.</summary>
    public static IQueryable<Run> Waiting(RegisterContext context, DateTimeOffset now) => context.Runs.AsNoTracking()
        .Where(run => run.State == RunState.Queued || (run.State == RunState.Running && run.LeaseUntil < now)).OrderBy(run => run.Number);

    /// <summary>Takes a run that waits; null where it does not wait, or another was first.</summary>
    public static async Task<RunClaim?> Take(
        RegisterContext context, Guid id, RunWorkerSettings worker, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var seen = await Waiting(context, now).Where(run => run.Id == id)
            .Select(run => new { run.Number, run.Kind, run.Attempts, run.IsStopAsked }).FirstOrDefaultAsync(cancellation);
        if (seen is null)
            return null;
        var free = context.Runs.Where(run => run.Id == id && run.Attempts == seen.Attempts
            && (run.State == RunState.Queued || (run.State == RunState.Running && run.LeaseUntil < now)));
        if (seen.IsStopAsked || seen.Attempts >= RunWorker.MostAttempts)
        {
            await GiveUp(context, free, (seen.Number, seen.Kind), seen.IsStopAsked, worker, clock, cancellation);
            return null;
        }

        var (name, until) = (worker.Name, now + worker.Lease);
        var won = await free.ExecuteUpdateAsync(
            run => run.SetProperty(r => r.State, RunState.Running).SetProperty(r => r.Worker, name).SetProperty(r => r.LeaseUntil, until)
                .SetProperty(r => r.Attempts, r => r.Attempts + 1).SetProperty(r => r.StartedAt, now).SetProperty(r => r.Message, "")
                .SetProperty(r => r.Value, r => r.Result == null ? null : r.Value).SetProperty(r => r.Bound, (double?)null)
                .SetProperty(r => r.Gap, (double?)null),
            cancellation);
        return won == 1 ? new RunClaim(id, (seen.Number, seen.Kind), seen.Attempts + 1, worker, clock) : null;
    }

    /// <summary>Says how far it is, keeps a better plan where there is one, and has the run for another while; false where it is not this worker's
    /// any more.</summary>
    public async Task<bool> Renew(RegisterContext context, RunProgress? progress, Plan? better, CancellationToken cancellation)
    {
        var until = _clock.GetUtcNow() + _worker.Lease;
        var plan = better is null ? null : Written(better);
        return await context.Runs.Where(_isMine).ExecuteUpdateAsync(
            run =>
            {
                run.SetProperty(r => r.LeaseUntil, until);
                if (plan is not null)
                    run.SetProperty(r => r.Result, plan);
                // Until the engine has the plan that was kept, what that is worth stays
                if (progress?.Value is { } value)
                    run.SetProperty(r => r.Value, value);
                if (progress is not null)
                    run.SetProperty(r => r.Bound, progress.Bound).SetProperty(r => r.Gap, progress.Gap).SetProperty(r => r.Message, progress.Message);
            },
            cancellation) == 1;
    }

    /// <summary>Whether somebody asked it to stop; null where it is not this worker's any more.</summary>
    public Task<bool?> IsStopAsked(RegisterContext context, CancellationToken cancellation) =>
        context.Runs.Where(_isMine).Select(run => (bool?)run.IsStopAsked).FirstOrDefaultAsync(cancellation);

    /// <summary>Puts it back in the queue, as if it had not been begun; the best plan so far is kept.</summary>
    public async Task GiveBack(RegisterContext context, Plan? better)
    {
        if (better is not null)
            await Renew(context, new RunProgress(better.Value, null, null, ""), better, CancellationToken.None);
        await context.Runs.Where(_isMine).ExecuteUpdateAsync(
            run => run.SetProperty(r => r.State, RunState.Queued).SetProperty(r => r.Worker, (string?)null)
                .SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null).SetProperty(r => r.Attempts, r => r.Attempts - 1)
                .SetProperty(r => r.StartedAt, (DateTimeOffset?)null).SetProperty(r => r.Message, "")
                .SetProperty(r => r.Value, r => r.Result == null ? null : r.Value).SetProperty(r => r.Bound, (double?)null)
                .SetProperty(r => r.Gap, (double?)null),
            CancellationToken.None);
    }

    /// <summary>Writes how it ended, together with the line in the audit trail.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="LostRunException">It is not this worker's any more; nothing is written.</exception>
    public Task<RunState> End(RegisterContext context, RunState state, string? result, RunProgress figures) => End(
        context, context.Runs.Where(_isMine), (Number, Kind), _worker, _clock,
        run => run.SetProperty(r => r.State, state).SetProperty(r => r.Result, result).SetProperty(r => r.Value, figures.Value)
            .SetProperty(r => r.Bound, figures.Bound).SetProperty(r => r.Gap, figures.Gap).SetProperty(r => r.Message, figures.Message),
        state, CancellationToken.None);

    /// <summary>Writes that it ended without an answer of the engine: stopped with the plan that was kept, or as given where there is none.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="LostRunException">It is not this worker's any more; nothing is written.</exception>
    public Task<RunState> EndWithout(RegisterContext context, RunState state, RunProgress figures, string keptMessage) =>
        EndWithout(context, context.Runs.Where(_isMine), (Number, Kind), _worker, _clock, (state, figures), keptMessage, CancellationToken.None);

    private static async Task<RunState> EndWithout(
        RegisterContext context, IQueryable<Run> which, (int Number, RunKind Kind) run, RunWorkerSettings worker, TimeProvider clock,
        (RunState State, RunProgress Figures) otherwise, string keptMessage, CancellationToken cancellation)
    {
        var (state, figures) = otherwise;
        if (await which.AsNoTracking().FirstOrDefaultAsync(cancellation) is { } stored && RunPlans.KeptBy(stored) is { } plan)
        {
            // What was proven in the last attempt holds for this plan too
            plan = plan with { Bound = stored.Bound };
            (state, figures) = (RunState.Stopped, new RunProgress(plan.Value, plan.Bound, plan.Gap, keptMessage));
        }

        return await End(
            context, which, run, worker, clock,
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.Message, figures.Message).SetProperty(r => r.Value, figures.Value)
                .SetProperty(r => r.Bound, figures.Bound).SetProperty(r => r.Gap, figures.Gap),
            state, cancellation);
    }

    private static RunProgress Nothing(string message) => new(null, null, null, message);

    private static string Written(Plan plan) => Encoding.UTF8.GetString(PlanWriter.ToBytes(plan));

    private static async Task GiveUp(
        RegisterContext context, IQueryable<Run> free, (int Number, RunKind Kind) run, bool isStopAsked, RunWorkerSettings worker, TimeProvider clock,
        CancellationToken cancellation)
    {
        try
        {
            await EndWithout(
                context, free, run, worker, clock,
                isStopAsked ? (RunState.Stopped, Nothing("")) : (RunState.Failed, Nothing(RunMessages.TooManyAttempts)),
                isStopAsked ? "" : RunMessages.BrokenOff, cancellation);
        }
        catch (LostRunException)
        {
            // Another saw the same and was first
        }
    }

    private static async Task<RunState> End(
        RegisterContext context, IQueryable<Run> which, (int Number, RunKind Kind) run, RunWorkerSettings worker, TimeProvider clock,
        Action<UpdateSettersBuilder<Run>> set, RunState state, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await new AuditTrail(context, clock).Save(
            new Actor(null, "koers", [], worker.Name),
            async stop =>
            {
                var written = await which.ExecuteUpdateAsync(
                    row =>
                    {
                        set(row);
                        row.SetProperty(r => r.EndedAt, now).SetProperty(r => r.Worker, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null);
                    },
                    stop);
                return written == 1
                    ? new Happening(
                        "planningsrun.einde", RunDesk.TargetOf(run.Number), After: $$"""{"toestand":"{{Requests.Words.Json(state)}}"}""")
                    : throw new LostRunException();
            },
            cancellation);
        Instruments.RunFinished(run.Kind, state);
        return state;
    }
}

/// <summary>A worker was silent for too long, and another has its run.</summary>
internal sealed class LostRunException() : Exception("The run is not this worker's any more.");
