using Koers.Planning.Problems;

namespace Koers.Planning.Search;

/// <summary>Selections to begin a search with.</summary>
internal static class Start
{
    /// <summary>What the linear relaxation takes for more than half, each initiative in the option that it takes most of.</summary>
    public static int[] Rounded(SearchTables tables, ReadOnlySpan<double> share)
    {
        var chosen = Nothing(tables);
        var first = tables.Model.Options.First;
        for (var i = 0; i < chosen.Length; i++)
        {
            var (whole, most, option) = (0.0, 1e-9, chosen[i]);
            for (var o = first[i]; o < first[i + 1]; o++)
            {
                whole += share[o];
                if (share[o] > most && !tables.Out[o])
                    (most, option) = (share[o], o);
            }
            if (whole > 0.5 || tables.Forced[i])
                chosen[i] = option;
        }
        return chosen;
    }

    /// <summary>What is worth more than it costs at some prices.</summary>
    public static int[] Priced(SearchTables tables, ReadOnlySpan<double> reducedValue)
    {
        var chosen = Nothing(tables);
        var first = tables.Model.Options.First;
        for (var i = 0; i < chosen.Length; i++)
        {
            var best = tables.Forced[i] ? double.NegativeInfinity : 0.0;
            for (var o = first[i]; o < first[i + 1]; o++)
                if (!tables.Out[o] && reducedValue[o] > best)
                    (best, chosen[i]) = (reducedValue[o], o);
        }
        return chosen;
    }

    /// <summary>A plan made for another problem, as far as this problem has its options; initiatives that every plan holds are added in
    /// their first option.</summary>
    public static int[] Known(SearchTables tables, IReadOnlyList<Choice> plan)
    {
        var chosen = Nothing(tables);
        foreach (var choice in plan)
            if (tables.Model.Options.Find(choice) is >= 0 and var option && !tables.Out[option])
                chosen[tables.Model.Options.Initiative[option]] = option;
        return chosen;
    }

    /// <summary>Nothing but what every plan holds, in its first option that is not out of reach.</summary>
    public static int[] Nothing(SearchTables tables)
    {
        var chosen = new int[tables.Initiatives];
        Array.Fill(chosen, -1);
        var first = tables.Model.Options.First;
        for (var i = 0; i < chosen.Length; i++)
            for (var o = first[i]; o < first[i + 1] && tables.Forced[i] && chosen[i] < 0; o++)
                if (!tables.Out[o])
                    chosen[i] = o;
        return chosen;
    }
}
