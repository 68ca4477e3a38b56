using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class ExcludesTests
{
    private static readonly Town Town =
        Towns.Town.Plans(3).Can("noord", Way.Of(1), Way.Of(1).Named("plus")).Can("oost").Can("west").Can("plein")
        .Has(new Excludes(new("plek"), Towns.Town.Ids("noord", "oost", "west")));

    [Theory]
    [InlineData]
    [InlineData("plein@0")]
    [InlineData("noord/plus@1", "plein@0")]
    public void Allows_at_most_one(params string[] chosen) => Verdict.Keeps(Town, chosen);

    [Theory]
    [InlineData("noord@0", "west@2")]
    [InlineData("noord/plus@0", "oost@0", "west@1")]
    public void Refuses_two_also_at_different_times(params string[] chosen) => Verdict.Breaks("excludes/plek", Town, chosen);
}
