using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

/// <summary>
/// Makes small problems from a seed: up to 8 initiatives and 6 periods, with every kind of rule mixed, some of them impossible. Amounts
/// are round, so that sums do not end up a hair beside a limit. At most a few thousand selections, so that all of them can be tried.
/// </summary>
internal sealed class ProblemGenerator
{
    private const int Selections = 4000;

    private readonly Random _random;
    private readonly Horizon _horizon;
    private readonly List<Goal> _goals;
    private readonly List<Budget> _budgets;
    private readonly List<Capacity> _capacities;
    private readonly List<Initiative> _initiatives;

    private ProblemGenerator(int seed)
    {
        _random = new Random(seed);
        _horizon = new Horizon(new DateOnly(2027, 1, 1), _random.Next(1, 7), _random.Next(1, 4));
        _goals = Many(1, 3, n => new Goal(new($"g{n}"), $"Doel {n}", One(0.0, 1, 1, 2, 0.5), Chance(0.3) ? Halves(0.5, 4) : null));
        _budgets = Many(0, 2, n => new Budget(new($"b{n}"), $"Budget {n}", PerYear(), Chance(0.4)));
        _capacities = Many(0, 2, n => new Capacity(new($"c{n}"), $"Team {n}", PerPeriod(), One(0, 0, 0.25, 0.5), Hiring()));
        _initiatives = Many(1, 8, Initiative);
        while (_initiatives.Aggregate(1.0, (product, i) => product * (1 + Options(i))) > Selections)
            ShrinkLargest();
    }

    public static Problem Make(int seed)
    {
        var made = new ProblemGenerator(seed);
        var rules = new RuleGenerator(made._random, made._horizon, made._goals, made._budgets, made._capacities, made._initiatives);
        return new Problem(
            $"Gemeente {seed}", made._horizon, made.Value(), made._goals, made._budgets, made._capacities, made._initiatives,
            rules.Relations(), rules.Frames(), rules.Reference());
    }

    private ValueSettings Value() => new(One(0, 0, 0.02, 0.5), _random.Next(0, 4), Chance(0.5));

    private double[] PerYear() => [.. Enumerable.Range(0, _horizon.Years).Select(_ => Halves(0, 8))];

    private double[] PerPeriod() => [.. Enumerable.Range(0, _horizon.Periods).Select(_ => Halves(0, 5))];

    private Hire? Hiring() =>
        _budgets.Count > 0 && Chance(0.5) ? new Hire(Halves(0, 3), Halves(0, 2), _budgets[_random.Next(_budgets.Count)].Id) : null;

    private Initiative Initiative(int n)
    {
        var labels = new Dictionary<string, string>();
        if (Chance(0.8))
            labels["soort"] = One("brug", "weg", "ict");
        if (Chance(0.6))
            labels["wijk"] = One("noord", "zuid");
        return new Initiative(new($"i{n}"), $"Initiatief {n}", labels, Chance(0.12), Many(1, 3, Variant));
    }

    private Variant Variant(int n)
    {
        // What runs already started before period 0 and may even be finished by then
        var running = Chance(0.15);
        var duration = _random.Next(1, Math.Min(3, _horizon.Periods) + 1) + (running ? _random.Next(0, 2) : 0);
        var last = _horizon.Periods - duration;
        var earliest = running ? _random.Next(-3, 0) : _random.Next(0, last + 1);
        earliest = Math.Min(earliest, last);
        var latest = running ? Math.Min(last, earliest + _random.Next(0, 3)) : _random.Next(earliest, last + 1);
        return new Variant(
            new($"v{n}"), duration, earliest, latest,
            Some(_budgets, 0.7, b => (b.Id, (IReadOnlyList<double>)Profile(duration, 4))),
            Some(_budgets, 0.15, b => (b.Id, Halves(0, 2))),
            Some(_capacities, 0.7, c => (c.Id, (IReadOnlyList<double>)Profile(duration, 3))),
            Some(_goals, 0.7, g => (g.Id, Chance(0.08) ? -Halves(0, 2) : Halves(0, 5))),
            One(1, 1, 0.75, 0.5),
            Chance(0.6) ? new Effect(new double[duration], 1) : new Effect(Profile(duration + 2, 1), Halves(0, 1)));
    }

    private double[] Profile(int atMost, int highest)
    {
        double[] profile = [.. Enumerable.Range(0, _random.Next(0, atMost + 1)).Select(_ => Halves(0, highest))];
        // Tools that round a profile correct its total in the last value, which may then lie a little under zero
        if (profile.Length > 1 && Chance(0.15))
            profile[^1] = -0.04 * profile[..^1].Sum();
        return profile;
    }

    private void ShrinkLargest()
    {
        var n = Enumerable.Range(0, _initiatives.Count).MaxBy(i => Options(_initiatives[i]));
        var variants = _initiatives[n].Variants;
        var widest = variants.MaxBy(v => v.LatestStart - v.EarliestStart)!;
        _initiatives[n] = _initiatives[n] with
        {
            Variants = widest.LatestStart > widest.EarliestStart
                ? [.. variants.Select(v => v == widest ? v with { LatestStart = v.LatestStart - 1 } : v)]
                : [.. variants.Skip(1)],
        };
    }

    private static int Options(Initiative initiative) => initiative.Variants.Sum(v => v.LatestStart - v.EarliestStart + 1);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private double Halves(double low, double high) => low + (0.5 * _random.Next(0, (int)((high - low) * 2) + 1));

    private T One<T>(params T[] values) => values[_random.Next(values.Length)];

    private List<T> Many<T>(int fewest, int most, Func<int, T> make) =>
        [.. Enumerable.Range(1, _random.Next(fewest, most + 1)).Select(make)];

    private Dictionary<TKey, TValue> Some<T, TKey, TValue>(List<T> from, double probability, Func<T, (TKey, TValue)> make)
        where TKey : notnull => from.Where(_ => Chance(probability)).Select(make).ToDictionary(p => p.Item1, p => p.Item2);
}
