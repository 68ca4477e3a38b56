using System.Data.Common;
using System.Diagnostics.Metrics;
using Koers.App.Runs;
using Koers.App.Storage;

namespace Koers.App.Operation;

/// <summary>How many runs wait for a worker, counted in the register whenever the figures are gathered: a worker that is at work itself does not look.</summary>
public sealed class RunQueueLength : IDisposable
{
    private readonly Meter _meter = new(Instruments.Name);

    /// <summary>Measures from here until it is disposed of.</summary>
    /// <param name="address">The register.</param>
    /// <param name="clock">The time.</param>
    public RunQueueLength(DatabaseAddress address, TimeProvider clock) =>
        // No sum: every server and worker on a register sees the same queue
        _meter.CreateObservableGauge("koers.run.waiting", () => Count(address, clock), "{run}", "Planning runs and analyses that wait for a worker.");

    private static IEnumerable<Measurement<int>> Count(DatabaseAddress address, TimeProvider clock)
    {
        try
        {
            using var context = RegisterContext.Open(address);
            return [new(RunClaim.Waiting(context, clock.GetUtcNow()).Count())];
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException)
        {
            // The register is away for a while; that is no queue of none
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
