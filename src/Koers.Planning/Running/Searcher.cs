using System.Diagnostics;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>The searching side of a run: one of these per searching thread.</summary>
internal sealed class Searcher(Knowledge knowledge, int seed)
{
    /// <summary>What one step of annealing takes, in seconds, per entry of an option and besides; only for counting work.</summary>
    private const double SecondsPerEntry = 2.5e-9;

    private const double SecondsPerStep = 4.5e-8;

    /// <summary>Length of the first run, in seconds; while there is no plan each next one is longer.</summary>
    private const double ShortRun = 0.4;

    private const double Longer = 1.7;

    /// <summary>Length of a run once there is a plan, in seconds per option, and at least and at most, as a share of the time limit.</summary>
    private const double RunPerOption = 5e-5;

    private const double ShortestRun = 0.008;
    private const double LongestRun = 0.03;

    /// <summary>The most where plans are known: fewer looks are needed before some find more, and short solves have no time for many.</summary>
    private const double LongestRunFromKnown = 0.1;

    private readonly Improvement _improvement = new(knowledge.Tables, knowledge.Incumbent, knowledge.KnownStarts, seed);
    private readonly double _secondsPerBatch = 1024 * (SecondsPerStep
        + (SecondsPerEntry * knowledge.Tables.Use.Key.Length / Math.Max(1, knowledge.Tables.Model.Options.Count)));

    private double _short = ShortRun;

    /// <summary>Whether the search has found nothing new for long.</summary>
    public bool IsStale => _improvement.IsStale;

    /// <summary>Anneals once, or until done.</summary>
    /// <param name="interrupted">Asked now and then; true ends the run early.</param>
    public void Anneal(Func<bool>? interrupted = null)
    {
        if (knowledge.Guidance is not { } guidance || knowledge.Tables.Initiatives == 0)
            return;
        var watch = Stopwatch.StartNew();
        var effort = knowledge.Effort;
        var seconds = Length();
        var idle = true;
        _improvement.Run(guidance, batch =>
        {
            idle = false;
            if (effort.Counts && batch > 0)
                effort.Count(_secondsPerBatch);
            if (knowledge.IsDone || (interrupted is not null && interrupted()))
                return 1.0;
            return effort.Counts ? batch * _secondsPerBatch / seconds : watch.Elapsed.TotalSeconds / seconds;
        });
        if (idle)
            Rest(seconds);
    }

    /// <summary>Where there was nothing to anneal, time passes all the same.</summary>
    private void Rest(double seconds)
    {
        knowledge.Effort.Count(seconds);
        if (!knowledge.Effort.Counts)
            knowledge.Effort.Cancelled.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(10));
    }

    private double Length()
    {
        var (left, limit) = (knowledge.Effort.Left, knowledge.Effort.Limit);
        if (_improvement.Next == Stage.FirstPlan)
        {
            var length = Math.Clamp(0.4 * left, 0.05, _short);
            _short *= Longer;
            return length;
        }
        if (_improvement.Next == Stage.Trial && knowledge.KnownStarts.Count > 0)
            return Math.Clamp(0.1 * limit, 0.05, 5.0);
        var longest = knowledge.KnownStarts.Count > 0 ? LongestRunFromKnown : LongestRun;
        var run = Math.Clamp(RunPerOption * knowledge.OptionsLeft, ShortestRun * limit, longest * limit);
        return Math.Clamp(run * _improvement.Stretch, 0.05, Math.Max(0.05, 0.4 * left));
    }
}
