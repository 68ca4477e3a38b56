using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Towns;

/// <summary>A town with far more wishes than money and people, so that planning it to the end takes long.</summary>
internal static class BusyTown
{
    private const int Wishes = 150;
    private const int Periods = 16;

    /// <param name="seed">Which town.</param>
    /// <param name="mandatory">How many of the wishes are statutory tasks; they fit.</param>
    public static Problem Make(int seed, int mandatory = 0)
    {
        var random = new Random(seed);
        var town = Town.Plans(Periods, perYear: 4).Values(discount: 0.02, tail: 8, normalise: true)
            .Goal("wonen", 3).Goal("zorg", 2).Goal("klimaat", 1, cap: 60)
            .Budget("investering", 160, 160, 160, 160).SavingBudget("exploitatie", 40, 40, 40, 40)
            .Capacity("leiders", Same(16), 0.1, new Hire(2, 0.5, new("exploitatie"))).Capacity("ict", Same(9));
        for (var n = 0; n < Wishes; n++)
        {
            Way[] ways = [Wish(random, 1), Wish(random, 0.6).Named("sober")];
            town = (n < mandatory ? town.Must($"w{n}", ways) : town.Can($"w{n}", ways)).Labelled("wijk", n % 3 == 0 ? "noord" : "zuid");
        }
        for (var n = 0; n < Wishes - 10; n += 9)
            town.Has(new DependsOn(new($"d{n}"), new($"w{n}"), new($"w{n + 5}"), 1)).Has(new Excludes(new($"e{n}"), Town.Ids($"w{n + 2}", $"w{n + 7}")));
        return town.Has(new SpendShareFrame(new("noord"), "Noord krijgt een derde", Town.Where("wijk", "noord"), null, null, 0.3, null)).Problem();
    }

    private static Way Wish(Random random, double size)
    {
        double Some(double low, double high) => Math.Round(size * (low + ((high - low) * random.NextDouble())), 2);
        var duration = random.Next(2, 7);
        return Way.Of(duration).Succeeds(0.7 + (0.3 * random.NextDouble()))
            .Spends("investering", [.. Enumerable.Range(0, duration).Select(_ => Some(1, 5))])
            .Spends("exploitatie", Some(0, 2)).SpendsAfter("exploitatie", Some(0, 0.1))
            .Asks("leiders", [.. Enumerable.Range(0, duration).Select(_ => Some(0.2, 1.5))]).Asks("ict", Some(0, 2))
            .Brings("wonen", Some(0, 4)).Brings("zorg", Some(0, 4)).Brings("klimaat", Some(0, 4));
    }

    private static double[] Same(double units) => [.. Enumerable.Repeat(units, Periods)];
}
