using Koers.Planning.Options;

namespace Koers.Planning.Bounding;

/// <summary>
/// A question with two answers that together leave no plan out: is an initiative in or not, or does it start up to a period or later?
/// Whole initiatives are asked about, not single options, because an option left out changes next to nothing.
/// </summary>
/// <param name="Initiative">The initiative asked about.</param>
/// <param name="Split">Last period of the early answer; null where the question is whether it is in at all.</param>
internal readonly record struct Branching(int Initiative, int? Split)
{
    /// <summary>Marks what an answer excludes: yes = in the plan, or starting up to the split.</summary>
    public void Answer(OptionSet options, bool yes, bool[] outOfReach, bool[] forced)
    {
        if (Split is null && yes)
            forced[Initiative] = true;
        for (var o = options.First[Initiative]; o < options.First[Initiative + 1]; o++)
            if (Split is { } split ? options.Start[o] <= split != yes : !yes)
                outOfReach[o] = true;
    }

    /// <summary>The questions that a relaxation leaves open, the most open first.</summary>
    /// <param name="options">All options.</param>
    /// <param name="share">How much of each option the relaxation takes.</param>
    public static List<(Branching Question, double Openness)> Open(OptionSet options, double[] share)
    {
        var open = new List<(Branching, double)>();
        for (var i = 0; i + 1 < options.First.Length; i++)
        {
            var (whole, mean, largest) = (0.0, 0.0, 0.0);
            for (var o = options.First[i]; o < options.First[i + 1]; o++)
            {
                whole += share[o];
                mean += share[o] * options.Start[o];
                largest = Math.Max(largest, share[o]);
            }
            if (whole > 1e-6 && whole < 1 - 1e-6)
                open.Add((new Branching(i, null), Math.Min(whole, 1 - whole)));
            if (largest < whole - 1e-6)
                AddSplit(options, share, i, mean / whole, open);
        }
        open.Sort((a, b) => b.Item2.CompareTo(a.Item2));
        return open;
    }

    private static void AddSplit(OptionSet options, double[] share, int initiative, double mean, List<(Branching, double)> open)
    {
        var split = (int)Math.Floor(mean);
        var (early, late) = (0.0, 0.0);
        for (var o = options.First[initiative]; o < options.First[initiative + 1]; o++)
            if (options.Start[o] <= split)
                early += share[o];
            else
                late += share[o];
        if (early > 1e-6 && late > 1e-6)
            open.Add((new Branching(initiative, split), Math.Min(early, late)));
    }
}
