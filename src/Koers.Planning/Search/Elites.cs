namespace Koers.Planning.Search;

/// <summary>The best selections that a searching thread met, each with its worth, the best first. What several of them have in common is
/// likely to be right; where they differ is where to look (Glover 1998, on scatter search and path relinking).</summary>
internal sealed class Elites
{
    private const int Most = 12;

    /// <summary>Selections that differ less in worth than this, relative to it, are taken for the same.</summary>
    private const double Same = 1e-9;

    private readonly List<(double Value, int[] Chosen)> _members = [];

    public int Count => _members.Count;

    /// <summary>Takes a selection in where it is new and among the best.</summary>
    /// <param name="chosen">Per initiative its option or -1.</param>
    /// <param name="value">Its worth; minus infinity where it breaks a rule.</param>
    /// <returns>Whether it was taken in.</returns>
    public bool Add(int[] chosen, double value)
    {
        foreach (var (other, selection) in _members)
            if (Math.Abs(other - value) <= Same * Math.Max(1.0, Math.Abs(value)) || selection.AsSpan().SequenceEqual(chosen))
                return false;
        var at = _members.FindIndex(member => member.Value < value);
        if (at < 0 && _members.Count >= Most)
            return false;
        _members.Insert(at < 0 ? _members.Count : at, (value, (int[])chosen.Clone()));
        if (_members.Count > Most)
            _members.RemoveAt(Most);
        return true;
    }

    /// <summary>Some of them by chance, the best first.</summary>
    public IReadOnlyList<int[]> Pick(int count, Draw draw)
    {
        var places = Enumerable.Range(0, _members.Count).ToList();
        while (places.Count > count)
            places.RemoveAt(draw.Below(places.Count));
        return places.ConvertAll(at => _members[at].Chosen);
    }
}
