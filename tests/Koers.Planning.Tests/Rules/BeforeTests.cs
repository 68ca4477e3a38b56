using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class BeforeTests
{
    private static Town Town(int lag) =>
        Towns.Town.Plans(6).Can("riool", Way.Of(2)).Can("straat", Way.Of(1), Way.Of(2).Named("plus"))
        .Has(new Before(new("r"), new("riool"), new("straat"), lag));

    [Theory]
    [InlineData(0, "riool@1", "straat@3")] // finished at 3
    [InlineData(1, "riool@1", "straat@4")]
    [InlineData(-1, "riool@1", "straat/plus@2")]
    public void Allows_the_order_asked(int lag, string first, string after) => Verdict.Keeps(Town(lag), first, after);

    [Theory]
    [InlineData(0, "riool@1", "straat@2")]
    [InlineData(0, "riool@4", "straat@0")]
    [InlineData(1, "riool@1", "straat/plus@3")]
    [InlineData(-1, "riool@1", "straat@1")]
    public void Refuses_the_wrong_order(int lag, string first, string after) => Verdict.Breaks("before/r", Town(lag), first, after);

    [Theory]
    [InlineData("riool@4")]
    [InlineData("straat@0")]
    public void Asks_nothing_of_one_alone(string only) => Verdict.Keeps(Town(0), only);
}
