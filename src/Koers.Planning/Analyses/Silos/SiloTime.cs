using System.Diagnostics;

namespace Koers.Planning.Analyses;

/// <summary>How the time of the analysis is divided. Where effort is counted in steps the clock decides nothing.</summary>
internal sealed class SiloTime(AnalysisOptions options, int width)
{
    // Shares of the whole time. The parts get the most: their plans are many. What others leave goes to the last plan of the whole.
    private const double WholeShare = 0.3;
    private const double PartsShare = 0.32;
    private const double OwnLimitsShare = 0.12;
    private const double TogetherShare = 0.04;
    private const double LastShare = 0.2;

    // What reading and showing take is not planned
    private const double Used = 0.96;

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public TimeSpan Whole => Of(WholeShare);

    public TimeSpan Together => Of(TogetherShare);

    /// <summary>For one of so many parts, which the pool plans some at a time.</summary>
    public TimeSpan Part(int parts) => Of(PartsShare / Rounds(parts));

    /// <summary>For one of so many parts that must be planned again with its own lower limits.</summary>
    public TimeSpan PartAgain(int parts) => Of(OwnLimitsShare / Rounds(parts));

    public TimeSpan Last => options.Deterministic ? Of(LastShare) : Max(Of(0.02), (options.TimeLimit * Used) - _watch.Elapsed);

    private int Rounds(int parts) => Math.Max(1, (parts + width - 1) / width);

    private TimeSpan Of(double share) => Max(Least, options.TimeLimit * share);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
