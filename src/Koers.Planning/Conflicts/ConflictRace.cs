using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Koers.Planning.Formulation;

namespace Koers.Planning.Conflicts;

/// <summary>
/// Looks for a conflict on several threads, each in an order of its own. Whether a set of rules is soon proven irreducible is mostly chance: a rest that
/// hardly fits takes minutes, and another set seconds. The first that is proven ends the race.
/// </summary>
/// <param name="model">The problem's model.</param>
/// <param name="seed">Seed of all chance.</param>
internal sealed class ConflictRace(Model model, int seed)
{
    /// <summary>More threads find little more, and each has a model of its own.</summary>
    private const int MostThreads = 4;

    /// <summary>Larger problems have one thread: the memory of a second would be too much.</summary>
    private const int MostOptions = 40_000;

    private readonly Lock _gate = new();
    private FoundConflict? _best;

    /// <summary>How many threads look.</summary>
    /// <param name="threads">How many there are.</param>
    public int ThreadsOf(int threads) => model.Options.Count > MostOptions ? 1 : Math.Clamp(threads, 1, MostThreads);

    /// <summary>The best that was found: proven irreducible, else of the fewest rules; null where there is none.</summary>
    /// <param name="threads">How many threads look.</param>
    /// <param name="cancelled">Stops.</param>
    public FoundConflict? Run(int threads, CancellationToken cancelled)
    {
        var failures = new ConcurrentQueue<Exception>();
        using var won = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, one =>
        {
            try
            {
                using var oracle = new RuleOracle(model, unchecked(seed + one), counts: false, won.Token);
                if (new ConflictFinder(oracle, one).Find(oracle.Rules) is { } found && Take(found))
                    won.Cancel();
            }
            catch (Exception failure)
            {
                // The others may still find one
                failures.Enqueue(failure);
            }
        });
        // Only where nobody found anything the failure is the answer
        if (_best is null && failures.TryDequeue(out var first))
            ExceptionDispatchInfo.Throw(first);
        return _best;
    }

    /// <summary>Keeps the better; says whether it is proven.</summary>
    private bool Take(FoundConflict found)
    {
        lock (_gate)
        {
            if (_best is null || (found.IsIrreducible, -found.Rules.Count).CompareTo((_best.IsIrreducible, -_best.Rules.Count)) > 0)
                _best = found;
            return found.IsIrreducible;
        }
    }
}
