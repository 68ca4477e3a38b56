namespace Koers.Planning.Formats;

/// <summary>The ids of one sort of things: each once, and what refers to them refers to one of them.</summary>
internal sealed class IdSet
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly Phrase _sort;
    private readonly Checks _checks;
    private readonly bool _isKnown;

    /// <summary>Checks the ids of a list: not empty, without control characters, each once.</summary>
    /// <remarks>Anything else may stand in an id, spaces and slashes too: <see cref="NameCollisions"/> sees to names of rows.</remarks>
    public IdSet(IEnumerable<string?> ids, JsonPath list, Phrase sort, Checks checks)
    {
        (_sort, _checks, _isKnown) = (sort, checks, !checks.Faults.IsUnusable(list));
        var position = 0;
        foreach (var id in ids) Add(id, position++, list);
    }

    /// <summary>Whether something has this id; if not, that is reported at the place that refers to it.</summary>
    public bool Has(string? id, JsonPath path)
    {
        if (_positions.ContainsKey(id ?? "") || !_isKnown) return true;
        if (_checks.Faults.Lists(Severity.Error))
            _checks.Error(path, FaultKind.UnknownId, Phrase.Quote(id), _sort, NearestName.Suggest(id ?? "", _positions.Keys));
        else
            _checks.Error(path, FaultKind.UnknownId);
        return false;
    }

    private void Add(string? id, int position, JsonPath list)
    {
        if (string.IsNullOrEmpty(id))
        {
            _checks.Error(list[position]["id"], FaultKind.EmptyId);
            return;
        }
        if (id.Any(char.IsControl)) _checks.Error(list[position]["id"], FaultKind.ControlCharacter, Phrase.Quote(id));
        if (!_positions.TryAdd(id, position))
            _checks.Error(list[position]["id"], FaultKind.DuplicateId, Phrase.Quote(id), list[_positions[id]].ToString(), _sort);
    }
}
