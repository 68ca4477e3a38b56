using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning;

namespace Koers.Cli.Progress;

/// <summary>Progress where no terminal is: a plain line on standard error, at most once a second, and only when there is something to say
/// or five seconds have gone by.</summary>
internal sealed class LineProgress(TextWriter output, Vocabulary vocabulary)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(5);
    private readonly Numbers _numbers = Numbers.For(vocabulary.Language);
    private PlanningProgress? _said;
    private bool _saidStopping;

    public void Follow(Task search, LatestProgress latest, StopSignals signals)
    {
        // Also where the plan is there within a moment: who reads the log sees that it began
        Say(latest.Now, signals.IsStopping);
        while (Task.WaitAny([search], Tick) < 0)
            Say(latest.Now, signals.IsStopping);
    }

    /// <summary>Says how far it is, where that is worth a line.</summary>
    internal void Say(PlanningProgress now, bool isStopping)
    {
        if (isStopping && !_saidStopping)
        {
            _saidStopping = true;
            output.WriteLine(vocabulary.Messages.Stopping);
        }

        var since = _said is null ? AtLeastEvery : now.Elapsed - _said.Elapsed;
        if (since < AtMostEvery || (IsOld(now) && since < AtLeastEvery))
            return;
        _said = now;
        output.WriteLine(ProgressText.Line(vocabulary.Messages, _numbers, now));
    }

    private bool IsOld(PlanningProgress now) => _said is not null && _said with { Elapsed = now.Elapsed } == now;
}
