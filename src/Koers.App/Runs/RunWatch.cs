using System.Data.Common;
using Koers.App.Storage;
using Koers.Planning.Plans;

namespace Koers.App.Runs;

/// <summary>Looks after a run while the engine works: says how far it is, keeps its best plan and the lease, and stops the engine where somebody asks for that, where
/// the worker itself must stop, or where the run is not this worker's any more.</summary>
internal sealed class RunWatch(RunClaim claim, RunWorkerSettings settings, TimeProvider clock, CancellationTokenSource stop)
{
    private RunProgress? _latest;
    private double _kept = double.NegativeInfinity;

    /// <summary>Whether somebody asked it to stop before it was ready.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether another has the run, or may have.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the worker itself had to stop before it was ready.</summary>
    public bool IsGivenBack { get; private set; }

    /// <summary>The best plan that the engine told of, where the register does not have it or a better one; null otherwise.</summary>
    public Plan? Unkept => UnkeptOf(Volatile.Read(ref _latest));

    /// <summary>Told before the engine begins what the plan is worth that the register has already.</summary>
    public void Begin(double? kept) => _kept = kept ?? double.NegativeInfinity;

    /// <summary>Told by the engine, on any thread, how far it is.</summary>
    public void Tell(RunProgress progress) => Volatile.Write(ref _latest, progress);

    public async Task Until(Task work, RegisterContext context, CancellationToken stopping)
    {
        RunProgress? said = null;
        var (renewed, last) = (clock.GetTimestamp(), clock.GetTimestamp());
        while (!work.IsCompleted)
        {
            // The stop of the worker wakes it too; after that the engine ends by itself in a moment
            await Task.WhenAny(work, Task.Delay(settings.Beat, clock, IsEnding ? CancellationToken.None : stopping));
            if (work.IsCompleted)
                break;
            if (stopping.IsCancellationRequested && !IsEnding)
            {
                IsGivenBack = true;
                await stop.CancelAsync();
            }

            try
            {
                var latest = Volatile.Read(ref _latest);
                var plan = UnkeptOf(latest);
                if (latest != said || plan is not null || clock.GetElapsedTime(renewed) > settings.Lease / 3)
                {
                    IsLost |= !await claim.Renew(context, plan is null ? OfKept(latest) : latest, plan, CancellationToken.None);
                    (said, renewed) = (latest, clock.GetTimestamp());
                    if (plan is not null)
                        _kept = plan.Value!.Value;
                }

                var asked = await claim.IsStopAsked(context, CancellationToken.None);
                IsLost |= asked is null;
                IsStopped |= asked is true && !IsGivenBack;
                last = clock.GetTimestamp();
            }
            catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
            {
                // The database may be back in a moment; until the lease is over the run is still this worker's
                IsLost |= clock.GetElapsedTime(last) > settings.Lease;
            }

            if (IsStopped || IsLost)
                await stop.CancelAsync();
        }
    }

    private Plan? UnkeptOf(RunProgress? progress) => progress?.Plan is { Value: { } value } plan && value > _kept ? plan : null;

    /// <summary>How far it is, with what the plan is worth that the register has: one that goes on from a kept plan may not have found it again yet.</summary>
    private RunProgress? OfKept(RunProgress? progress) => progress?.Plan is { } plan && double.IsFinite(_kept)
        ? progress with { Value = _kept, Gap = (plan with { Value = _kept, Bound = progress.Bound }).Gap }
        : progress;

    private bool IsEnding => IsStopped || IsLost || IsGivenBack;
}
