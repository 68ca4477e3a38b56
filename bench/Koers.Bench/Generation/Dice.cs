namespace Koers.Bench.Generation;

/// <summary>Seeded chance: the same seed gives the same municipality on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public double Between(double low, double high) => low + ((high - low) * _random.NextDouble());

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Whole(int low, int high) => _random.Next(low, high + 1);

    /// <summary>A lognormal amount with this median; <paramref name="spread"/> is the standard deviation of its logarithm.</summary>
    public double Lognormal(double median, double spread)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        return median * Math.Exp(spread * radius * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>The index of a share, drawn in proportion to the shares.</summary>
    public int Weighted(params ReadOnlySpan<double> shares)
    {
        var at = _random.NextDouble();
        for (var k = 0; k < shares.Length - 1; k++)
        {
            at -= shares[k];
            if (at < 0)
                return k;
        }
        return shares.Length - 1;
    }

    /// <summary>Different items, in the order drawn.</summary>
    public List<T> Sample<T>(IReadOnlyList<T> from, int count)
    {
        var drawn = new HashSet<int>();
        var items = new List<T>(count);
        while (items.Count < Math.Min(count, from.Count))
        {
            var k = _random.Next(from.Count);
            if (drawn.Add(k))
                items.Add(from[k]);
        }
        return items;
    }
}
