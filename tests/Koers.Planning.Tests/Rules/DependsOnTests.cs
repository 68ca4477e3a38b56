using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class DependsOnTests
{
    // The school takes periods s and s + 1; the square needs it.
    private static Town Town(int lag) =>
        Towns.Town.Plans(6).Can("school", Way.Of(2)).Can("plein", Way.Of(1), Way.Of(2).Named("plus"))
        .Has(new DependsOn(new("r"), new("school"), new("plein"), lag));

    [Theory]
    [InlineData(0, "school@1", "plein@3")] // finished at 3
    [InlineData(0, "school@0", "plein/plus@4")]
    [InlineData(2, "school@1", "plein@5")] // 3 + 2 = 5
    [InlineData(-1, "school@1", "plein@2")] // 3 - 1 = 2: the last period may overlap
    [InlineData(-4, "school@2", "plein@0")] // 4 - 4 = 0
    public void Allows_what_starts_when_the_other_is_finished_and_the_lag_has_passed(int lag, string school, string square) =>
        Verdict.Keeps(Town(lag), school, square);

    [Theory]
    [InlineData(0, "school@1", "plein@2")]
    [InlineData(0, "school@1", "plein/plus@2")]
    [InlineData(2, "school@1", "plein@4")]
    [InlineData(-1, "school@1", "plein@1")]
    [InlineData(-4, "school@3", "plein@0")]
    public void Refuses_one_period_too_early(int lag, string school, string square) =>
        Verdict.Breaks("dependsOn/r", Town(lag), school, square);

    [Fact]
    public void Needs_the_other_even_when_it_would_come_early_enough() => Verdict.Breaks("dependsOn/r", Town(-6), "plein@5");

    [Fact]
    public void The_other_may_be_done_alone_or_neither()
    {
        Verdict.Keeps(Town(0), "school@0");
        Verdict.Keeps(Town(0));
    }

    [Fact]
    public void What_runs_already_can_be_depended_on()
    {
        var town = Towns.Town.Plans(3).Can("loopt", Way.Of(3).Between(-2, -1)).Can("plein", Way.Of(1))
            .Has(new DependsOn(new("r"), new("loopt"), new("plein"), 0));
        Verdict.Keeps(town, "loopt@-2", "plein@1"); // finished at 1
        Verdict.Breaks("dependsOn/r", town, "loopt@-1", "plein@1");
    }
}
