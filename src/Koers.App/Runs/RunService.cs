using Koers.App.Storage;
using Microsoft.Extensions.Logging;

namespace Koers.App.Runs;

/// <summary>Keeps a worker at work until it is told to stop: in the server, or as <c>koers worker</c>.</summary>
/// <param name="worker">The worker.</param>
/// <param name="bell">What tells it that a run waits.</param>
/// <param name="log">Where it says what went wrong.</param>
public sealed partial class RunService(RunWorker worker, IRunBell bell, ILogger<RunService> log)
{
    /// <summary>The bell that fits a database.</summary>
    /// <param name="address">The register.</param>
    public static IRunBell BellFor(DatabaseAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Kind == DatabaseKind.Sqlite ? new LocalBell() : new HangfireBell(address);
    }

    /// <summary>Works until it is stopped; a run that is being worked on then goes back to the queue. A database that is away for a while is waited
    /// for.</summary>
    /// <param name="stopping">Stops.</param>
    public async Task Run(CancellationToken stopping)
    {
        // Whoever starts it need not wait for the first look into the database
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (bell is HangfireBell hangfire)
                    await Serve(hangfire, stopping);
                else
                    await Listen((LocalBell)bell, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Troubled(log, e);
                await Task.Delay(worker.Settings.Poll, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(LocalBell local, CancellationToken stopping)
    {
        await worker.WorkOff(stopping);
        await local.Wait(worker.Settings.Poll, stopping);
    }

    private async Task Serve(HangfireBell hangfire, CancellationToken stopping)
    {
        using var server = hangfire.Serve(worker);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker for planning runs had trouble and goes on")]
    private static partial void Troubled(ILogger log, Exception e);
}
