using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class MandatoryTests
{
    private static readonly Town Town =
        Towns.Town.Plans(3).Must("wet", Way.Of(1), Way.Of(2).Named("sober")).Can("wens");

    [Theory]
    [InlineData("wet@0")]
    [InlineData("wet@2")]
    [InlineData("wet/sober@1")]
    public void A_statutory_task_may_be_done_in_any_variant_and_at_any_start(string choice) => Verdict.Keeps(Town, choice);

    [Fact]
    public void A_statutory_task_cannot_be_left_out()
    {
        Verdict.Breaks("mandatory/wet", Town);
        Verdict.Breaks("mandatory/wet", Town, "wens@0");
    }
}
