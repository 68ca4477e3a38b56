using System.Collections.Concurrent;

namespace Koers.Web.Site.Runs;

/// <summary>A moment of a run.</summary>
/// <param name="Seconds">Seconds since it began.</param>
/// <param name="Value">Worth of the best plan by then; null where there was none.</param>
/// <param name="Bound">No plan is worth more; null where nothing was known.</param>
public sealed record TracePoint(double Seconds, double? Value, double? Bound);

/// <summary>How value and bound of runs moved while somebody watched: a register keeps the last of them only. One for the server, and forgotten
/// with it.</summary>
internal sealed class RunTraces
{
    private const int MostRuns = 50;
    private const int MostPoints = 240;

    private readonly ConcurrentDictionary<int, List<TracePoint>> _runs = new();

    /// <summary>Notes where a run is, and gives what is known of it until then.</summary>
    public IReadOnlyList<TracePoint> Note(int run, TracePoint now)
    {
        if (_runs.Count >= MostRuns && !_runs.ContainsKey(run))
            _runs.Clear();
        var points = _runs.GetOrAdd(run, _ => []);
        lock (points)
        {
            // Another attempt begins again at 0
            points.RemoveAll(point => point.Seconds >= now.Seconds);
            if (now.Value is not null || now.Bound is not null)
                points.Add(now);
            if (points.Count > MostPoints)
                for (var i = points.Count - 2; i > 0; i -= 2)
                    points.RemoveAt(i);
            return [.. points];
        }
    }

    /// <summary>What is known of a run.</summary>
    public IReadOnlyList<TracePoint> Of(int run)
    {
        if (!_runs.TryGetValue(run, out var points))
            return [];
        lock (points)
            return [.. points];
    }
}
