using System.Diagnostics;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>The searching side of a run: one of these per searching thread.</summary>
internal sealed class Searcher(Knowledge knowledge, int seed)
{
    /// <summary>What one step of annealing takes, in seconds, per entry of an option and besides; only for counting work.</summary>
    private const double SecondsPerEntry = 6e-9;

    private const double SecondsPerStep = 8e-8;

    private readonly Improvement _improvement = new(knowledge.Tables, knowledge.Incumbent, seed);
    private readonly double _secondsPerBatch = 1024 * (SecondsPerStep
        + (SecondsPerEntry * knowledge.Tables.Use.Key.Length / Math.Max(1, knowledge.Tables.Model.Options.Count)));

    /// <summary>Anneals once for about so many seconds, or until done.</summary>
    /// <param name="seconds">Length of the run.</param>
    /// <param name="interrupted">Asked now and then; true ends the run early.</param>
    public void Anneal(double seconds, Func<bool>? interrupted = null)
    {
        if (knowledge.Guidance is not { } guidance || knowledge.Tables.Initiatives == 0)
            return;
        var watch = Stopwatch.StartNew();
        var effort = knowledge.Effort;
        _improvement.Run(guidance, batch =>
        {
            if (effort.Counts && batch > 0)
                effort.Count(_secondsPerBatch);
            if (knowledge.IsDone || (interrupted is not null && interrupted()))
                return 1.0;
            return effort.Counts ? batch * _secondsPerBatch / seconds : watch.Elapsed.TotalSeconds / seconds;
        });
    }
}
