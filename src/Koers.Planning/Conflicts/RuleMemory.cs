namespace Koers.Planning.Conflicts;

/// <summary>What was learnt of sets of rules, by their numbers: which can hold together, which cannot, and what known selections break.</summary>
internal sealed class RuleMemory
{
    private readonly List<int[]> _impossible = [];
    private readonly List<HashSet<int>> _possible = [];
    private readonly List<HashSet<int>> _broken = [];

    /// <summary>What is known of these rules; null = nothing.</summary>
    public Answer? Of(IReadOnlyList<int> rules)
    {
        var asked = rules.ToHashSet();
        if (_impossible.Find(asked.IsSupersetOf) is { } core)
            return new Answer(Togetherness.Impossible, core);
        return rules.Count == 0 || _possible.Exists(asked.IsSubsetOf) || _broken.Exists(broken => !broken.Overlaps(asked))
            ? new Answer(Togetherness.Possible, [])
            : null;
    }

    /// <summary>These rules cannot hold together.</summary>
    public Answer Impossible(IReadOnlyList<int> rules)
    {
        _impossible.RemoveAll(known => rules.All(known.Contains));
        _impossible.Add([.. rules]);
        return new Answer(Togetherness.Impossible, rules);
    }

    /// <summary>These rules can hold together.</summary>
    public Answer Possible(IReadOnlyList<int> rules)
    {
        _possible.RemoveAll(known => known.IsSubsetOf(rules));
        _possible.Add([.. rules]);
        return new Answer(Togetherness.Possible, []);
    }

    /// <summary>A selection breaks these rules and keeps all others.</summary>
    public void Broken(HashSet<int> rules)
    {
        if (_broken.Exists(known => known.IsSubsetOf(rules)))
            return;
        _broken.RemoveAll(known => known.IsSupersetOf(rules));
        _broken.Add(rules);
    }
}
