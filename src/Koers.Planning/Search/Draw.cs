namespace Koers.Planning.Search;

/// <summary>A small, fast, seeded source of chance (xorshift128+, S. Vigna 2014): the same seed always draws the same row.</summary>
internal sealed class Draw
{
    /// <summary>The middle of each step; of the first, where it begins.</summary>
    private static readonly double[] Steps =
        [.. Enumerable.Range(0, 4096).Select(k => k == 0 ? -Math.Log(1.0 / 4096) : -Math.Log((k + 0.5) / 4096))];

    private ulong _a;
    private ulong _b;

    public Draw(int seed)
    {
        unchecked
        {
            _a = ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL) + 1;
            _b = 0xD1B54A32D192ED03UL ^ (uint)seed;
        }
        for (var k = 0; k < 20; k++)
            Next();
    }

    /// <summary>A whole number from 0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below)
    {
        unchecked
        {
            return (int)(((Next() >> 32) * (ulong)below) >> 32);
        }
    }

    /// <summary>A number of the exponential distribution of mean 1, in one of 4,096 steps of equal chance: a logarithm each time was an eighth of
    /// what a search cost.</summary>
    public double Exponential()
    {
        var step = (int)(Next() >> 52);
        return step > 0 ? Steps[step] : Steps[0] - Math.Log(1.0 - Share());
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / 9007199254740992.0);

    private ulong Next()
    {
        unchecked
        {
            var (x, y) = (_a, _b);
            _a = y;
            x ^= x << 23;
            _b = x ^ y ^ (x >> 18) ^ (y >> 5);
            return _b + y;
        }
    }
}
