using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class CountTests
{
    private static Town Town(double? min, double? max) => Towns.Town.Plans(2)
        .Can("a").Labelled("soort", "brug").Can("b").Labelled("soort", "brug").Can("c").Labelled("soort", "weg").Can("d")
        .Has(new CountFrame(new("f"), "f", Towns.Town.Where("soort", "brug"), min, max));

    [Fact]
    public void Allows_from_min_to_max()
    {
        Verdict.Keeps(Town(1, 1), "a@0", "c@0", "d@1");
        Verdict.Keeps(Town(2, 2), "a@0", "b@1");
        Verdict.Keeps(Town(null, 0), "c@0");
    }

    [Fact]
    public void Refuses_one_more_or_one_fewer()
    {
        Verdict.Breaks("frame/f", Town(null, 1), "a@0", "b@1");
        Verdict.Breaks("frame/f", Town(2, null), "a@0", "c@0");
        Verdict.Breaks("frame/f", Town(1, null));
    }

    [Fact]
    public void A_limit_between_two_counts_means_the_lower() => Verdict.Breaks("frame/f", Town(null, 1.5), "a@0", "b@1");
}
