namespace Koers.Planning.Analyses;

/// <summary>
/// Does runs in blocks, on several threads. Threads take blocks in the order of their numbers, and finished blocks are added up in that
/// order. After a stop, what counts is every run before the first that was not done.
/// </summary>
internal sealed class RunBlocks(
    RiskModel model, PlannedUse planned, RiskRecords records, int runs, int seed, IProgress<AnalysisProgress>? progress)
{
    private const int RunsInBlock = 128;

    private readonly Lock _adding = new();
    private readonly SortedDictionary<int, RiskTally> _waiting = [];
    private readonly Stack<RiskTally> _free = [];
    private int _next = -1;
    private int _added;
    private bool _cutOff;

    /// <summary>All runs that count.</summary>
    public RiskTally Tally { get; } = new(model);

    public void Run(int threads, CancellationToken cancellationToken)
    {
        var blocks = ((runs - 1) / RunsInBlock) + 1;
        void Work()
        {
            var (simulator, observer) = (new RunSimulator(model), new RunObserver(model, planned, records));
            for (var n = Interlocked.Increment(ref _next); n < blocks; n = Interlocked.Increment(ref _next))
            {
                var tally = Take();
                var end = Math.Min(runs, (n + 1) * RunsInBlock);
                for (var run = n * RunsInBlock; run < end; run++)
                {
                    // The very first run is done in any case, so that there is always an answer
                    if (run > 0 && cancellationToken.IsCancellationRequested)
                        break;
                    simulator.Do(seed, run);
                    observer.Look(simulator, run, tally);
                }

                Add(n, tally);
                if (cancellationToken.IsCancellationRequested)
                    return;
            }
        }

        var helpers = Enumerable.Range(0, Math.Min(threads, blocks) - 1)
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Work();
        Task.WaitAll(helpers, CancellationToken.None);
    }

    private RiskTally Take()
    {
        lock (_adding)
            return _free.TryPop(out var free) ? free : new RiskTally(model);
    }

    private void Add(int block, RiskTally tally)
    {
        lock (_adding)
        {
            _waiting.Add(block, tally);
            while (!_cutOff && _waiting.Remove(_added, out var next))
            {
                Tally.Add(next);
                _cutOff = next.Whole[0] < Math.Min(RunsInBlock, runs - (_added * RunsInBlock));
                _added++;
                next.Clear();
                _free.Push(next);
                progress?.Report(new AnalysisProgress((int)Tally.Whole[0], runs));
            }
        }
    }
}
