using Koers.Cli.Progress;
using Koers.Cli.Terminal;
using Koers.Planning;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary>Runs the planner while its progress is shown.</summary>
internal static class Search
{
    public static Plan Run(Screen screen, Problem problem, PlannerOptions options, bool quiet, StopSignals signals)
    {
        var latest = new LatestProgress(TimeProvider.System);
        var search = Task.Factory.StartNew(
            () => Planner.Plan(problem, options, latest, signals.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!quiet && screen.IsLive)
            new LiveProgress(screen, problem.Name, options.TimeLimit).Follow(search, latest, signals);
        else if (!quiet)
            new LineProgress(Console.Error, screen.Vocabulary).Follow(search, latest, signals);
        return search.GetAwaiter().GetResult();
    }
}
