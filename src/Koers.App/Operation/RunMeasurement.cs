using System.Diagnostics;
using Koers.App.Requests;
using Koers.Domain.Runs;

namespace Koers.App.Operation;

/// <summary>One attempt at a run, as a span and in the figures, from here until it is disposed of.</summary>
internal sealed class RunMeasurement : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly string _kind;
    private readonly long _begin;
    private readonly Activity? _span;

    // Whoever breaks off without saying more, has lost the run: another begins it once the lease is over
    private string _outcome = "lost";

    /// <summary>Begins.</summary>
    /// <param name="kind">What the run finds out.</param>
    /// <param name="number">Its number.</param>
    /// <param name="attempt">Which attempt it is, 1 …</param>
    /// <param name="clock">The time.</param>
    public RunMeasurement(RunKind kind, int number, int attempt, TimeProvider clock)
    {
        (_clock, _kind, _begin) = (clock, Words.English(kind), clock.GetTimestamp());
        _span = Instruments.Source.StartActivity($"run {_kind}", ActivityKind.Consumer);
        _span?.SetTag(Instruments.RunKindTag, _kind).SetTag("koers.run.number", number).SetTag("koers.run.attempt", attempt);
    }

    /// <summary>The run is over.</summary>
    /// <param name="state">How it ended.</param>
    public void Ended(RunState state) => _outcome = Words.English(state);

    /// <summary>The run went back to the queue, because the worker has to stop.</summary>
    public void GivenBack() => _outcome = "returned";

    /// <summary>The engine broke down. What it says about that may name what is in the register, and stays in the log.</summary>
    /// <param name="fault">How.</param>
    public void Failed(Exception fault)
    {
        _span?.SetTag("error.type", fault.GetType().FullName);
        _span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        Instruments.Duration.Record(
            _clock.GetElapsedTime(_begin).TotalSeconds, new(Instruments.RunKindTag, _kind), new(Instruments.RunOutcomeTag, _outcome));
        _span?.SetTag(Instruments.RunOutcomeTag, _outcome);
        _span?.Dispose();
    }
}
