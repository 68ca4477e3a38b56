using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The parts into which a label divides the initiatives: by name, those without the label last.</summary>
internal sealed class LabelParts
{
    public LabelParts(Problem problem, string label)
    {
        Problem = problem;
        Values = [.. problem.Initiatives.Select(i => i.Labels.GetValueOrDefault(label)).Distinct(StringComparer.Ordinal)
            .OrderBy(value => value is null).ThenBy(value => value, StringComparer.OrdinalIgnoreCase)
            .ThenBy(value => value, StringComparer.Ordinal)];
        Of = [.. problem.Initiatives.Select(i => Values.IndexOf(i.Labels.GetValueOrDefault(label)))];
        _index = problem.Initiatives.Index().ToDictionary(i => i.Item.Id, i => i.Index);
    }

    private readonly Dictionary<InitiativeId, int> _index;

    public Problem Problem { get; }

    /// <summary>Per part, the value of the label; null = those without.</summary>
    public List<string?> Values { get; }

    /// <summary>Per initiative, its part.</summary>
    public int[] Of { get; }

    public int Count => Values.Count;

    public int PartOf(InitiativeId initiative) => Of[_index[initiative]];

    public IEnumerable<Initiative> Initiatives(int part) => Problem.Initiatives.Where((_, i) => Of[i] == part);

    /// <summary>The parts of which initiatives are named, in order, each once.</summary>
    public int[] Over(IEnumerable<InitiativeId> initiatives) => [.. initiatives.Select(PartOf).Distinct().Order()];

    /// <summary>The parts of which initiatives are selected, in order, each once.</summary>
    public int[] Over(Selector where) =>
        [.. Problem.Initiatives.Index().Where(i => where.Matches(i.Item)).Select(i => Of[i.Index]).Distinct().Order()];

    /// <summary>Per part, a sum over its initiatives.</summary>
    public double[] Sum(Func<int, double> ofInitiative)
    {
        var sums = new double[Count];
        for (var i = 0; i < Of.Length; i++)
            sums[Of[i]] += ofInitiative(i);
        return sums;
    }
}

/// <summary>What initiatives ask: the first option of each, the first variant from its earliest start.</summary>
internal sealed class Asking(OptionSet options)
{
    public double Money(int initiative, Func<int, int, bool> counts)
    {
        if (First(initiative) is not { } o)
            return 0.0;
        var (sum, keys, amounts) = (0.0, options.Spend.Keys(o).ToArray(), options.Spend.Amounts(o).ToArray());
        for (var e = 0; e < keys.Length; e++)
            if (counts(keys[e] / options.Years, keys[e] % options.Years))
                sum += amounts[e];
        return sum;
    }

    public double People(int initiative, int capacity)
    {
        if (First(initiative) is not { } o)
            return 0.0;
        var (sum, keys, amounts) = (0.0, options.Effort.Keys(o).ToArray(), options.Effort.Amounts(o).ToArray());
        for (var e = 0; e < keys.Length; e++)
            if (keys[e] / options.Periods == capacity)
                sum += amounts[e];
        return sum;
    }

    public double Exposure(int initiative) => First(initiative) is { } o ? options.Exposure[o] : 0.0;

    private int? First(int initiative) => options.First[initiative] < options.First[initiative + 1] ? options.First[initiative] : null;
}
