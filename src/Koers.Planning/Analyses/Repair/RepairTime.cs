using System.Diagnostics;

namespace Koers.Planning.Analyses;

/// <summary>How the time of a repair is divided. Each part of the work may go on until a share of all time is over, so that what an
/// earlier part leaves goes to the later ones. Where work is counted the clock decides nothing, and each part has its own share.</summary>
internal sealed class RepairTime(AnalysisOptions options)
{
    /// <summary>Even the shortest time leaves room to price a plan or two.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public bool Counts => options.Deterministic;

    /// <summary>What is left until a share of all time is over; at least a moment.</summary>
    /// <param name="until">That share, 0 to 1.</param>
    /// <param name="counted">Where work is counted, the share of all time that this part may take.</param>
    public TimeSpan Left(double until, double counted)
    {
        var left = Counts ? options.TimeLimit * counted : (options.TimeLimit * until) - _watch.Elapsed;
        return left > Least ? left : Least;
    }
}
