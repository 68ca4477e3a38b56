namespace Koers.App.Runs;

/// <summary>Tells workers that a run waits. Nothing depends on it but speed: a run that nobody was told of is found all the same.</summary>
public interface IRunBell
{
    /// <summary>Tells that a run waits.</summary>
    /// <param name="run">Its id.</param>
    void Ring(Guid run);
}

/// <summary>A bell in one process: with SQLite the server plans itself.</summary>
public sealed class LocalBell : IRunBell, IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <inheritdoc/>
    public void Ring(Guid run)
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already, and whoever hears it looks for all that waits
        }
    }

    /// <summary>Waits until it rings, or for a time: another process may have asked for a run.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellation">Stops.</param>
    public Task Wait(TimeSpan atMost, CancellationToken cancellation) => _rung.WaitAsync(atMost, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
