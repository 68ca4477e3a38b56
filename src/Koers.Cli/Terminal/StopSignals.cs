using System.Runtime.InteropServices;

namespace Koers.Cli.Terminal;

/// <summary>
/// Ctrl-C and its relatives. The first one (also SIGTERM, and SIGHUP of a closed terminal) asks the search to stop, so that the best
/// plan so far is shown and written; the second ends the program at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether somebody asked to stop.</summary>
    public bool IsStopping => Volatile.Read(ref _count) > 0;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _count) == 1)
        {
            context.Cancel = true;
            // Not here: whoever listens may take its time, and the next signal must get through
            _ = _stop.CancelAsync();
            return;
        }

        // The live display hid the cursor; nothing else will bring it back
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\e[?25h\n");
    }
}
