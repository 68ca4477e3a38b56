namespace Koers.Planning.Bounding;

/// <summary>Something that can be put into a <see cref="Packing"/>: options of one initiative that use the same of every row.</summary>
/// <param name="Initiative">The initiative; at most one item of each can be chosen.</param>
/// <param name="Uses">Use per row of the packing, each ≥ 0.</param>
internal sealed record PackingItem(int Initiative, double[] Uses)
{
    /// <summary>The options that it stands for.</summary>
    public List<int> Options { get; } = [];

    /// <summary>How much of those options the relaxation takes.</summary>
    public double Taken { get; set; }

    /// <summary>What choosing it is worth.</summary>
    public double Worth { get; set; }
}

/// <summary>
/// The most valuable choice that fits into a few rows at once, at most one item per initiative: found by going through all choices, depth
/// first, leaving off what a fractional knapsack shows to be no better (Horowitz and Sahni 1974). Meant for rows into which a handful of
/// items fit.
/// </summary>
/// <param name="limits">Limit per row.</param>
/// <param name="rates">Per row, what a unit of it counts in the fractional knapsack; ≥ 0, not all 0.</param>
/// <param name="patience">Choices looked at before giving up.</param>
internal sealed class Packing(double[] limits, double[] rates, long patience)
{
    private readonly double[] _room = new double[limits.Length];
    private readonly List<PackingItem> _now = [];
    private readonly double[] _filled = new double[limits.Length];
    private PackingItem[][] _groups = [];
    private double[] _bestFrom = [];                         // worth of the groups from here on, were there room for all
    private (double Worth, double Size, int Group)[] _dense = [];
    private double _best;
    private long _left;

    /// <summary>Choices looked at in all.</summary>
    public long Looked { get; private set; }

    /// <summary>Whether a question took too long.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The items of the best choice found last.</summary>
    public List<PackingItem> Chosen { get; } = [];

    /// <summary>The best choice found last, and besides it what still fits, the most taken first.</summary>
    public List<PackingItem> Filled(IEnumerable<PackingItem> items)
    {
        var chosen = new List<PackingItem>(Chosen);
        limits.CopyTo(_filled, 0);
        foreach (var item in chosen)
            Fill(item);
        foreach (var item in items.OrderByDescending(i => i.Taken))
            if (!chosen.Exists(c => c.Initiative == item.Initiative) && !item.Uses.Where((use, r) => use > _filled[r]).Any())
            {
                chosen.Add(item);
                Fill(item);
            }
        return chosen;
    }

    private void Fill(PackingItem item)
    {
        for (var r = 0; r < _filled.Length; r++)
            _filled[r] -= item.Uses[r];
    }

    /// <summary>The most that a choice of these items is worth; null where that took too long.</summary>
    /// <param name="items">The items; those worth nothing are not looked at.</param>
    /// <param name="besides">An item that is chosen already and takes its room and its initiative; or null.</param>
    public double? Most(IEnumerable<PackingItem> items, PackingItem? besides = null)
    {
        for (var r = 0; r < limits.Length; r++)
            _room[r] = limits[r] - (besides?.Uses[r] ?? 0.0);
        Arrange(items.Where(i => i.Worth > 1e-9 && i.Initiative != besides?.Initiative && Fits(i)));
        (_best, _left) = (0.0, patience);
        Chosen.Clear();
        _now.Clear();
        Choose(0, 0.0, Size(_room));
        Looked += patience - Math.Max(0, _left);
        GaveUp |= _left < 0;
        return _left < 0 ? null : _best;
    }

    private void Arrange(IEnumerable<PackingItem> items)
    {
        _groups = [.. items.GroupBy(i => i.Initiative)
            .Select(g => g.OrderByDescending(i => i.Worth).ToArray())
            .OrderByDescending(g => g[0].Worth / Math.Max(1e-9, Size(g[0].Uses)))];
        _bestFrom = new double[_groups.Length + 1];
        for (var g = _groups.Length - 1; g >= 0; g--)
            _bestFrom[g] = _bestFrom[g + 1] + _groups[g][0].Worth;
        _dense = [.. _groups.SelectMany((g, at) => g.Select(i => (i.Worth, Size: Size(i.Uses), Group: at)))
            .OrderByDescending(i => i.Worth / Math.Max(1e-9, i.Size))];
    }

    private double Size(double[] uses)
    {
        var size = 0.0;
        for (var r = 0; r < uses.Length; r++)
            size += rates[r] * uses[r];
        return size;
    }

    private bool Fits(PackingItem item)
    {
        for (var r = 0; r < _room.Length; r++)
            if (item.Uses[r] > _room[r])
                return false;
        return true;
    }

    private void Choose(int group, double worth, double size)
    {
        if (--_left < 0)
            return;
        if (worth > _best + 1e-12)
        {
            _best = worth;
            Chosen.Clear();
            Chosen.AddRange(_now);
        }
        if (group == _groups.Length || worth + _bestFrom[group] <= _best || worth + Fractional(group, size) <= _best)
            return;
        foreach (var item in _groups[group])
            if (Fits(item))
            {
                Move(item, -1.0);
                _now.Add(item);
                Choose(group + 1, worth + item.Worth, size - Size(item.Uses));
                _now.RemoveAt(_now.Count - 1);
                Move(item, 1.0);
            }
        Choose(group + 1, worth, size);
    }

    /// <summary>What the groups from one on are worth if items may be cut in pieces and only their size counts.</summary>
    private double Fractional(int group, double size)
    {
        var worth = 0.0;
        foreach (var item in _dense)
        {
            if (item.Group < group)
                continue;
            if (item.Size > size)
                return worth + (item.Worth * Math.Max(0.0, size) / item.Size);
            worth += item.Worth;
            size -= item.Size;
        }
        return worth;
    }

    private void Move(PackingItem item, double sign)
    {
        for (var r = 0; r < _room.Length; r++)
            _room[r] += sign * item.Uses[r];
    }
}
