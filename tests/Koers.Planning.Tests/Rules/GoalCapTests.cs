using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class GoalCapTests
{
    private static Town Town(double? cap, double b = 3) => Towns.Town.Plans(1).Goal("wonen", weight: 2, cap)
        .Can("a", Way.Of(1).Brings("wonen", 4).Works([1], 1)).Can("b", Way.Of(1).Brings("wonen", b).Works([1], 1));

    [Fact]
    public void Score_above_the_cap_counts_for_nothing()
    {
        Verdict.IsWorth(14, Town(null), "a@0", "b@0"); // 2 × (4 + 3)
        Verdict.IsWorth(10, Town(5), "a@0", "b@0"); // 2 × min(7, 5)
        Verdict.IsWorth(14, Town(7), "a@0", "b@0"); // 2 × min(7, 7): exactly at the cap
        Verdict.IsWorth(8, Town(5), "a@0"); // 2 × 4: below it
        Verdict.IsWorth(0, Town(0), "a@0");
    }

    [Fact]
    public void Harm_counts_before_the_cap_is_applied()
    {
        Verdict.IsWorth(6, Town(5, b: -1), "a@0", "b@0"); // 2 × min(4 - 1, 5)
        Verdict.IsWorth(-2, Town(5, b: -1), "b@0"); // 2 × -1
    }

    [Fact]
    public void The_rows_forbid_to_count_more_than_the_score() =>
        Assert.Equal([("score/wonen", "score/wonen")], Verdict.Rows(Town(5).Problem(), "a@0").Claiming("score/wonen", 4.1).Broken());
}
