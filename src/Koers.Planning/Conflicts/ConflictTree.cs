namespace Koers.Planning.Conflicts;

/// <summary>
/// Finds every irreducible conflict by a hitting-set tree (R. Reiter 1987): each node leaves out one rule of a known conflict, and where
/// the rest still cannot hold together, it holds another conflict. When no node is left, every set of rules that hits all known conflicts
/// has been shown to be a way out, and then, because the irreducible conflicts are the minimal sets that hit all ways out, none is
/// missing (Bailey and Stuckey 2005).
/// </summary>
internal sealed class ConflictTree(RuleOracle oracle, int most)
{
    private readonly List<FoundConflict> _conflicts = [];
    private readonly List<HashSet<int>> _waysOut = [];

    /// <summary>What was found, in the order in which it was.</summary>
    public IReadOnlyList<FoundConflict> Conflicts => _conflicts;

    /// <summary>Whether there are no others; false also where time ran out before that was known.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Searches until the list is complete or as long as asked for, or until stopped.</summary>
    public void Run() => Visit([], []);

    // Without what is left out; spared is what sisters of this node and of those above it already left out
    private void Visit(HashSet<int> leftOut, HashSet<int> spared)
    {
        if (_waysOut.Exists(leftOut.IsSupersetOf))
            return;
        var conflict = _conflicts.Find(c => !c.Rules.Any(leftOut.Contains)) ?? FindWithout(leftOut);
        if (conflict is null)
            return;
        var now = new HashSet<int>(spared);
        foreach (var rule in conflict.Rules)
        {
            if (spared.Contains(rule))
                continue;
            Visit([.. leftOut, rule], now);
            now = [.. now, rule];
            if (oracle.IsStopped)
                IsComplete = false;
            if (!IsComplete)
                return;
        }
    }

    private FoundConflict? FindWithout(HashSet<int> leftOut)
    {
        int[] rest = [.. oracle.Rules.Where(n => !leftOut.Contains(n))];
        var answer = oracle.Ask(rest);
        if (answer.Verdict == Togetherness.Possible)
        {
            _waysOut.Add([.. leftOut]);
            return null;
        }
        if (answer.Verdict == Togetherness.Unknown || _conflicts.Count >= most)
        {
            IsComplete = false;
            return null;
        }
        var found = new ConflictFinder(oracle).Find(rest);
        if (found is null)
        {
            IsComplete = false;
            return null;
        }
        _conflicts.Add(found);
        // Not proven irreducible: what lies beneath it may hold smaller ones
        IsComplete &= found.IsIrreducible;
        return found;
    }
}
