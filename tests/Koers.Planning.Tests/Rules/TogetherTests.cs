using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class TogetherTests
{
    private static readonly Town Town =
        Towns.Town.Plans(2).Can("a").Can("b").Can("c").Has(new Together(new("samen"), Towns.Town.Ids("a", "b", "c")));

    [Theory]
    [InlineData]
    [InlineData("a@0", "b@1", "c@0")]
    public void Allows_all_or_none(params string[] chosen) => Verdict.Keeps(Town, chosen);

    [Theory]
    [InlineData("a@0")]
    [InlineData("b@0")]
    [InlineData("c@1")]
    [InlineData("a@0", "b@0")]
    [InlineData("b@0", "c@0")]
    public void Refuses_a_part(params string[] chosen) => Verdict.Breaks("together/samen", Town, chosen);
}
