namespace Koers.Planning.Bounding;

/// <summary>How long a solver may work on one question: by the clock or, where the same answer must come again, by steps of its own.</summary>
/// <param name="Time">Most time.</param>
/// <param name="Nodes">Most nodes of its tree; -1 = any number.</param>
internal readonly record struct Patience(TimeSpan Time, long Nodes)
{
    /// <summary>Nodes that count as a second; only for counting work.</summary>
    private const double NodesPerSecond = 100;

    /// <param name="time">How long.</param>
    /// <param name="counts">Whether nodes are counted instead of time.</param>
    public static Patience Of(TimeSpan time, bool counts) => counts
        ? new Patience(TimeSpan.FromDays(1), Math.Max(1, (long)(NodesPerSecond * time.TotalSeconds)))
        : new Patience(time, -1);

    /// <summary>As the solvers' interface takes it.</summary>
    public long Milliseconds => Math.Max(1L, (long)Math.Min(Time.TotalMilliseconds, int.MaxValue));
}
