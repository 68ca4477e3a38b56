using System.Diagnostics;

namespace Koers.Planning.Running;

/// <summary>The two sides of a run.</summary>
internal enum Side
{
    /// <summary>Finds bounds and prices.</summary>
    Proving,

    /// <summary>Finds plans.</summary>
    Searching,
}

/// <summary>
/// Lets the parts of a run fail one by one. A failure, of a solver for example, costs what that part was still to find and no more: it is
/// traced, and the others go on with what they know.
/// </summary>
/// <param name="before">Called before every attempt, on its thread; tests let it fail.</param>
internal sealed class Attempts(Action<Side>? before = null)
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];

    /// <summary>Does a part of the work; returns whether it ended without failing.</summary>
    public bool Make(Side side, Action work)
    {
        try
        {
            before?.Invoke(side);
            work();
            return true;
        }
        catch (Exception failure)
        {
            Trace.TraceError($"{side} failed; the rest of the run goes on. {failure}");
            lock (_lock)
                _failures.Add(failure);
            return false;
        }
    }

    /// <summary>Nobody is left to go on: what failed becomes the answer.</summary>
    /// <exception cref="AggregateException">Always: everything that failed, in the order in which it did.</exception>
    public void GiveUp()
    {
        lock (_lock)
            throw new AggregateException(_failures);
    }
}
