using System.Diagnostics;

namespace Koers.Planning.Analyses;

/// <summary>How much of the analysis's time is over. Where the answer must be repeatable a clock decides nothing: every run then has its
/// fixed number of steps.</summary>
internal sealed class ReplanClock : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly AnalysisOptions _options;
    private readonly CancellationTokenSource _stop;

    public ReplanClock(AnalysisOptions options, CancellationToken cancelled)
    {
        _options = options;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (!options.Deterministic)
            _stop.CancelAfter(options.TimeLimit);
    }

    public CancellationToken Token => _stop.Token;

    public bool IsOver => _stop.IsCancellationRequested;

    public double Seconds => _watch.Elapsed.TotalSeconds;

    /// <summary>The share of the time limit that is left; all of it where time is not what counts.</summary>
    public double Left => _options.Deterministic ? 1.0 : Math.Max(0.0, 1.0 - (_watch.Elapsed / _options.TimeLimit));

    /// <summary>A share of the time limit, at most what is left.</summary>
    public TimeSpan Part(double share)
    {
        var part = _options.TimeLimit * Math.Min(share, Left);
        return part < Shortest ? Shortest : part;
    }

    public void Dispose() => _stop.Dispose();
}
