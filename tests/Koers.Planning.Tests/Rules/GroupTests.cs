using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class GroupTests
{
    private static Town Town(int? min, int? max) => Towns.Town.Plans(2).Can("a").Can("b").Can("c").Can("d")
        .Has(new Group(new("wijken"), Towns.Town.Ids("a", "b", "c"), min, max));

    [Fact]
    public void Allows_from_min_to_max()
    {
        Verdict.Keeps(Town(1, 2), "a@0");
        Verdict.Keeps(Town(1, 2), "b@0", "c@1", "d@0");
        Verdict.Keeps(Town(null, 0), "d@0");
        Verdict.Keeps(Town(3, null), "a@0", "b@0", "c@0");
    }

    [Fact]
    public void Refuses_one_below_min()
    {
        Verdict.Breaks("group/wijken", Town(1, null), "d@0");
        Verdict.Breaks("group/wijken", Town(2, null), "a@0", "d@0");
    }

    [Fact]
    public void Refuses_one_above_max()
    {
        Verdict.Breaks("group/wijken", Town(null, 2), "a@0", "b@0", "c@1");
        Verdict.Breaks("group/wijken", Town(null, 0), "c@1");
    }
}
