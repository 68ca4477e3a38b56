namespace Koers.Planning.Analyses;

/// <summary>
/// Chance by counting: the n-th number of a run depends on the seed, the run and n, and on nothing that was drawn before. So runs can be
/// done in any order on any number of threads, and an initiative has the same luck in every plan of the problem. A number is the
/// finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood 2014, Fast splittable pseudorandom number generators, <i>OOPSLA</i>) of a counter,
/// as J. Salmon and others propose (2011, Parallel random numbers: as easy as 1, 2, 3, <i>SC11</i>).
/// </summary>
internal readonly struct CountedDraw
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;
    private readonly ulong _key;

    public CountedDraw(int seed, int run)
    {
        unchecked
        {
            _key = Mix(Mix(((ulong)(uint)seed + 1) * Golden) + (((ulong)(uint)run + 1) * Golden));
        }
    }

    /// <summary>A number between 0 and 1, neither of them included.</summary>
    public double Share(int number)
    {
        unchecked
        {
            return ((Mix(_key + (((ulong)(uint)number + 1) * Golden)) >> 11) + 0.5) * (1.0 / 9007199254740992.0);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
