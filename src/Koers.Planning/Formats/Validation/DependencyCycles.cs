using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Finds circles of <c>dependsOn</c>: with the relations that are reported taken away, none is left.</summary>
internal sealed class DependencyCycles
{
    private const int IdsShown = 12;

    private readonly Dictionary<InitiativeId, List<(InitiativeId After, int Relation)>> _followers = [];

    /// <summary>What is finished, and what is being walked through with its place on the way.</summary>
    private readonly HashSet<InitiativeId> _finished = [];
    private readonly Dictionary<InitiativeId, int> _onTheWay = [];
    private readonly List<(InitiativeId Id, int NextFollower)> _way = [];

    private DependencyCycles(IReadOnlyList<Relation> relations)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            if (relations[i] is not DependsOn r || r.Before == r.After) continue; // itself: reported with the relation
            if (!_followers.TryGetValue(r.Before, out var followers)) _followers[r.Before] = followers = [];
            followers.Add((r.After, i));
        }
    }

    public static void Check(IReadOnlyList<Relation> relations, Checks checks)
    {
        var search = new DependencyCycles(relations);
        foreach (var start in search._followers.Keys) search.WalkFrom(start, checks);
    }

    /// <summary>Depth first, without recursion: a chain may be as long as there are initiatives.</summary>
    private void WalkFrom(InitiativeId start, Checks checks)
    {
        if (!_finished.Contains(start)) Enter(start);
        while (_way.Count > 0)
        {
            var (id, next) = _way[^1];
            if (!_followers.TryGetValue(id, out var followers) || next == followers.Count)
            {
                Leave(id);
                continue;
            }
            _way[^1] = (id, next + 1);
            var (after, relation) = followers[next];
            if (_onTheWay.TryGetValue(after, out var place))
                checks.Error(JsonPath.Root["relations"][relation], FaultKind.Cycle, Describe(place));
            else if (!_finished.Contains(after))
                Enter(after);
        }
    }

    private void Enter(InitiativeId id)
    {
        _onTheWay[id] = _way.Count;
        _way.Add((id, 0));
    }

    private void Leave(InitiativeId id)
    {
        _way.RemoveAt(_way.Count - 1);
        _onTheWay.Remove(id);
        _finished.Add(id);
    }

    private string Describe(int place)
    {
        var circle = _way.Skip(place).Select(step => Phrase.Plain(step.Id.Value ?? "", 60)).ToList();
        var shown = circle.Count <= IdsShown ? circle : [.. circle.Take(IdsShown), $"… ({circle.Count})"];
        return string.Join(" → ", [.. shown, circle[0]]);
    }
}
