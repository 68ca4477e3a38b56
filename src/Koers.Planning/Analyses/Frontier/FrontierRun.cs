using System.Diagnostics;
using Koers.Planning.Plans;
using Koers.Planning.Pools;

namespace Koers.Planning.Analyses;

/// <summary>Plans the points of a frontier: in waves, ends and middle first and then the middle of every gap, so that each point begins
/// with the plans and prices of its neighbours; then the points that seem to lag behind again, as long as there is time.</summary>
internal sealed class FrontierRun(
    FrontierKnowledge knowledge, FrontierSettings settings, AnalysisOptions options, IProgress<AnalysisProgress>? progress)
{
    /// <summary>Share of the time for the waves; the rest goes to the points that lag behind.</summary>
    private const double WaveShare = 0.6;

    /// <summary>A point of the first wave begins with nothing known, and gets so much more time than the others.</summary>
    private const double FirstWaveWeight = 3.0;

    /// <summary>Seconds below which a second look is not worth its beginning.</summary>
    private const double ShortestLook = 0.3;

    /// <summary>Share of the time limit for planning; the rest is for what takes longer than asked, and for the answer.</summary>
    private const double Planned = 0.98;

    private readonly IPlanningPool _pool = options.Pool ?? new LocalPool();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double _counted;
    private int _done;

    // Where the same answer must come on every machine, its processors do not count
    private int Width => options.Deterministic ? 1 : _pool.Width;

    private double Limit => Planned * options.TimeLimit.TotalSeconds;

    private double Left => Limit - (options.Deterministic ? _counted : _watch.Elapsed.TotalSeconds);

    /// <summary>Plans until every point is good enough, time is over or somebody stops.</summary>
    /// <returns>Whether every point had its turn.</returns>
    public bool Run(CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (!options.Deterministic)
            patience.CancelAfter(TimeSpan.FromSeconds(Limit));
        var waves = Waves(knowledge.Points.Count, Width);
        // A wave takes as long as its tasks need one after another on each processor
        double Slots(int wave) => Math.Ceiling((double)waves[wave].Length / Width) * (wave == 0 ? FirstWaveWeight : 1.0);
        var slots = Enumerable.Range(0, waves.Count).Sum(Slots);
        for (var wave = 0; wave < waves.Count && !patience.IsCancellationRequested; wave++)
        {
            // What earlier waves did not use is shared out again
            var unit = Math.Max(0.05, Math.Max(0, Left - ((1 - WaveShare) * Limit)) / slots);
            slots -= Slots(wave);
            Plan([.. waves[wave].Where(IsOpen)], unit * (wave == 0 ? FirstWaveWeight : 1.0), patience.Token);
        }
        var isFinished = !patience.IsCancellationRequested;
        Again(patience.Token);
        return isFinished || knowledge.Points.All(p => p.IsPlanned || IsClosed(p));
    }

    private void Again(CancellationToken cancelled)
    {
        var look = Math.Clamp(Left * Width / knowledge.Points.Count, ShortestLook, Math.Max(ShortestLook, 0.1 * Limit));
        while (Left > ShortestLook && !cancelled.IsCancellationRequested)
        {
            var open = Enumerable.Range(0, knowledge.Points.Count).Where(IsOpen)
                .OrderByDescending(Lag).ThenBy(point => point).Take(Width).ToArray();
            if (open.Length == 0)
                return;
            Plan(open, Math.Min(look, Left), cancelled);
        }
    }

    private bool IsOpen(int point) => !IsClosed(knowledge.Points[point]);

    private bool IsClosed(FrontierKnowledge.Known known) => known.IsInfeasible || known.Gap <= settings.Gap;

    /// <summary>How much a point promises: its gap, and how far it lies under the line between its neighbours, less each time it was
    /// looked at.</summary>
    private double Lag(int point)
    {
        var known = knowledge.Points[point];
        if (known.Value is not { } value)
            return 1.0 / (1 + known.Visits);
        var lag = 0.5 * Math.Min(1.0, known.Gap ?? 1.0);
        if (point > 0 && point + 1 < knowledge.Points.Count
            && knowledge.Points[point - 1] is { Value: { } below } less && knowledge.Points[point + 1] is { Value: { } above } more)
        {
            var line = below + ((above - below) * (known.Factor - less.Factor) / (more.Factor - less.Factor));
            lag += Math.Max(0.0, line - value) / Math.Max(1e-9, Math.Abs(value));
        }
        return lag / (1 + known.Visits);
    }

    private void Plan(int[] points, double seconds, CancellationToken cancelled)
    {
        if (points.Length == 0)
            return;
        var tasks = points.Select(point => new PlanningTask(knowledge.Points[point].Problem, Effort(point, seconds), knowledge.For(point)));
        var plans = _pool.PlanAll([.. tasks], (_, _) => Report(), cancelled);
        for (var n = 0; n < points.Length; n++)
        {
            // After a stop a task may answer without having begun; what it says is true all the same
            knowledge.Learn(points[n], plans[n]);
            knowledge.Points[points[n]].IsPlanned =
                !cancelled.IsCancellationRequested || plans[n].Bound is not null || plans[n].Status == PlanStatus.Infeasible;
            knowledge.Points[points[n]].Visits++;
        }
        _counted += seconds * points.Length;
        knowledge.Sweep();
    }

    private PlannerOptions Effort(int point, double seconds) => new()
    {
        Threads = 1,
        TimeLimit = TimeSpan.FromSeconds(Math.Max(0.01, seconds)),
        Gap = settings.Gap,
        Deterministic = options.Deterministic,
        // A second look must not go the same way
        Seed = unchecked(options.Seed + (7919 * knowledge.Points[point].Visits)) & int.MaxValue,
    };

    private void Report()
    {
        _done++;
        var total = Math.Max(_done, knowledge.Points.Count);
        progress?.Report(new AnalysisProgress(_done, total));
    }

    /// <summary>Ends and middle, and then the middle of every gap between points that had their turn; where that leaves a processor
    /// without work, the middle of the widest gap that is left besides.</summary>
    internal static List<int[]> Waves(int count, int width)
    {
        SortedSet<int> done = [0, (count - 1) / 2, count - 1];
        List<int[]> waves = [];
        var wave = done.ToList();
        while (true)
        {
            while (wave.Count % width != 0 && Gaps(done) is { Length: > 0 } gaps)
            {
                var (low, high) = gaps.MaxBy(gap => gap.High - gap.Low);
                wave.Add((low + high) / 2);
                done.Add(wave[^1]);
            }

            waves.Add([.. wave]);
            wave = [.. Gaps(done).Select(gap => (gap.Low + gap.High) / 2)];
            if (wave.Count == 0)
                return waves;
            done.UnionWith(wave);
        }
    }

    private static (int Low, int High)[] Gaps(SortedSet<int> done) =>
        [.. done.Zip(done.Skip(1), (low, high) => (Low: low, High: high)).Where(gap => gap.High - gap.Low > 1)];
}
