using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class SpendFrameTests
{
    // Years of one period. In the north: 2 in year 0 and 3 in year 1 from geld, 4 from fonds; in the south 10 in one year.
    private static Town Town(double? min, double? max, string[]? budgets = null, int[]? years = null) => Towns.Town.Plans(3)
        .Budget("geld", 100, 100, 100).Budget("fonds", 100, 100, 100)
        .Can("noord", Way.Of(2).Spends("geld", 2, 3).Spends("fonds", 4)).Labelled("wijk", "noord")
        .Can("zuid", Way.Of(1).Spends("geld", 10)).Labelled("wijk", "zuid")
        .Has(new SpendFrame(
            new("f"), "f", Towns.Town.Where("wijk", "noord"),
            budgets is null ? null : [.. budgets.Select(b => new BudgetId(b))], years, min, max));

    [Fact]
    public void Counts_all_budgets_and_years_of_what_is_selected()
    {
        Verdict.Keeps(Town(9, 9), "noord@0", "zuid@0"); // 2 + 3 + 4
        Verdict.Breaks("frame/f", Town(null, 8.9), "noord@0");
        Verdict.Breaks("frame/f", Town(9.1, null), "noord@0", "zuid@0");
        Verdict.Breaks("frame/f", Town(1, null), "zuid@0");
    }

    [Fact]
    public void Counts_only_the_budgets_named()
    {
        Verdict.Keeps(Town(5, 5, ["geld"]), "noord@0");
        Verdict.Breaks("frame/f", Town(null, 3.9, ["fonds"]), "noord@0");
    }

    [Fact]
    public void Counts_only_the_years_named()
    {
        Verdict.Keeps(Town(3, 3, years: [1]), "noord@0"); // the second part, in year 1
        Verdict.Keeps(Town(6, 6, years: [1]), "noord@1"); // 2 + 4 in year 1
        Verdict.Breaks("frame/f", Town(null, 8.9, years: [0, 1]), "noord@0");
        Verdict.Keeps(Town(null, 0, years: [2]), "noord@0");
    }

    [Fact]
    public void Counts_what_is_spent_after_the_finish() => Verdict.Breaks(
        "frame/f",
        Towns.Town.Plans(3).Budget("geld", 9, 9, 9).Can("a", Way.Of(1).Spends("geld", 1).SpendsAfter("geld", 2))
            .Has(new SpendFrame(new("f"), "f", Selector.Everything, null, null, null, 4.9)), // 1 + 2 + 2 = 5
        "a@0");

    [Theory]
    [InlineData(9.0 - 8e-6, true)] // within 1e-6 × 9
    [InlineData(9.0 - 1e-5, false)]
    public void Tolerance_is_relative(double max, bool kept) =>
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(Town(null, max).Problem(), "noord@0"));

    [Theory]
    [InlineData(1.0 - 9e-6, true)] // within 1e-6 × 10: what the correction takes back in year 1 is a coefficient of -10
    [InlineData(1.0 - 1.1e-5, false)]
    public void A_negative_correction_counts_in_the_tolerance_by_its_size(double max, bool kept)
    {
        var town = Towns.Town.Plans(2).Budget("geld", 999, 999)
            .Can("klein", Way.Of(1).Spends("geld", 1)).Can("groot", Way.Of(2).Between(0, 0).Spends("geld", 500, -10))
            .Has(new SpendFrame(new("f"), "f", Selector.Everything, null, [1], null, max));
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(town.Problem(), "klein@1"));
    }
}
