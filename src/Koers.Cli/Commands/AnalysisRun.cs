using Koers.Cli.Progress;
using Koers.Cli.Terminal;
using Koers.Planning.Analyses;

namespace Koers.Cli.Commands;

/// <summary>Runs an analysis while its progress is shown. The first Ctrl-C asks it to answer with what it has.</summary>
internal static class AnalysisRun
{
    /// <param name="screen">Where progress is shown.</param>
    /// <param name="title">What is analysed, in words.</param>
    /// <param name="quiet">Whether progress is left out.</param>
    /// <param name="analysis">The analysis: given progress and a token, its answer.</param>
    /// <param name="stepsOf">How far it is, in words, with places for what is done and for all; null = plans made.</param>
    public static T Run<T>(
        Screen screen, string title, bool quiet, Func<IProgress<AnalysisProgress>, CancellationToken, T> analysis, string? stepsOf = null)
    {
        var steps = stepsOf ?? screen.Vocabulary.Messages.StepsOf;
        using var signals = new StopSignals();
        var latest = new LatestStep();
        var run = Task.Factory.StartNew(
            () => analysis(latest, signals.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!quiet && screen.IsLive)
            new LiveSteps(screen, title, steps).Follow(run, latest, signals);
        else if (!quiet)
            new LineSteps(Console.Error, screen.Vocabulary, steps).Follow(run, latest, signals);
        return run.GetAwaiter().GetResult();
    }
}
