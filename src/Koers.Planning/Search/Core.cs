namespace Koers.Planning.Search;

/// <summary>
/// The part of a problem in which a search looks: the options whose reduced value, at the prices of the linear relaxation, is not much
/// below the best of their initiative. A narrow core makes a search quick; a wide one lets it look further.
/// </summary>
internal sealed class Core
{
    private readonly int[] _first;
    private readonly int[] _options;

    private Core(int[] first, int[] options, bool[] mayBeNone)
    {
        (_first, _options, MayBeNone) = (first, options, mayBeNone);
        Active = [.. Enumerable.Range(0, mayBeNone.Length).Where(i => first[i + 1] > first[i])];
    }

    /// <param name="tables">The problem.</param>
    /// <param name="reducedValue">Per option, its value less the prices of what it uses; null where no prices are known: then every
    /// option is in the core.</param>
    /// <param name="margin">How far below the best of its initiative an option may be, in points.</param>
    /// <param name="start">Where the search begins: what it chooses is in the core, or the search could never let go of it.</param>
    public Core(SearchTables tables, double[]? reducedValue, double margin, int[] start)
    {
        var first = tables.Model.Options.First;
        var options = new List<int>();
        var active = new List<int>();
        _first = new int[tables.Initiatives + 1];
        MayBeNone = new bool[tables.Initiatives];
        for (var i = 0; i < tables.Initiatives; i++)
        {
            var best = tables.Forced[i] ? double.NegativeInfinity : 0.0;
            for (var o = first[i]; reducedValue is not null && o < first[i + 1]; o++)
                if (!tables.Out[o])
                    best = Math.Max(best, reducedValue[o]);
            for (var o = first[i]; o < first[i + 1]; o++)
                if (!tables.Out[o] && (reducedValue is null || reducedValue[o] >= best - margin || start[i] == o))
                    options.Add(o);
            _first[i + 1] = options.Count;
            MayBeNone[i] = !tables.Forced[i] && (reducedValue is null || best <= margin);
            if (_first[i + 1] > _first[i])
                active.Add(i);
        }
        _options = [.. options];
        Active = [.. active];
    }

    /// <summary>What lies between some selections: the options that they hold, with those near them in the list of options. What all
    /// hold stays in; what none holds stays out.</summary>
    /// <param name="tables">The problem.</param>
    /// <param name="selections">Per initiative an option or -1; at least one selection.</param>
    /// <param name="width">How many options before and after one that is held are in the core: other starts, and other variants.</param>
    public static Core Between(SearchTables tables, IReadOnlyList<int[]> selections, int width)
    {
        var first = tables.Model.Options.First;
        var (starts, options, mayBeNone) = (new int[tables.Initiatives + 1], new List<int>(), new bool[tables.Initiatives]);
        for (var i = 0; i < tables.Initiatives; i++)
        {
            for (var o = first[i]; o < first[i + 1]; o++)
                if (!tables.Out[o] && selections.Any(held => held[i] >= 0 && Math.Abs(held[i] - o) <= width))
                    options.Add(o);
            starts[i + 1] = options.Count;
            mayBeNone[i] = !tables.Forced[i] && selections.Any(held => held[i] < 0);
        }
        return new Core(starts, [.. options], mayBeNone);
    }

    /// <summary>Initiatives that have an option in the core.</summary>
    public int[] Active { get; }

    /// <summary>Per initiative, whether leaving it out is in the core.</summary>
    public bool[] MayBeNone { get; }

    public ReadOnlySpan<int> Options(int initiative) => _options.AsSpan(_first[initiative], _first[initiative + 1] - _first[initiative]);

    public int Count => _options.Length;
}
