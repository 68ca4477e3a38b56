using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class RequiresTests
{
    private static readonly Town Town = Towns.Town.Plans(2).Can("wijk").Can("subsidie")
        .Has(new Requires(new("r"), new("wijk"), new("subsidie")));

    [Fact]
    public void Allows_both_in_any_order() => Verdict.Keeps(Town, "wijk@0", "subsidie@1");

    [Fact]
    public void Allows_what_is_required_alone() => Verdict.Keeps(Town, "subsidie@0");

    [Fact]
    public void Refuses_what_requires_alone() => Verdict.Breaks("requires/r", Town, "wijk@0");
}
