using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class SpendShareTests
{
    private static Town Town(double? min, double? max, int[]? years = null) => Towns.Town.Plans(2).Budget("geld", 100, 100).Budget("fonds", 100, 100)
        .Can("groen", Way.Of(1).Spends("geld", 3)).Labelled("kleur", "groen")
        .Can("grijs", Way.Of(1).Spends("geld", 9)).Labelled("kleur", "grijs")
        .Can("fonds", Way.Of(1).Spends("fonds", 50))
        .Has(new SpendShareFrame(new("f"), "f", Towns.Town.Where("kleur", "groen"), [new("geld")], years, min, max));

    [Fact]
    public void Holds_the_part_against_what_all_chosen_spend_from_the_budgets_named()
    {
        Verdict.Keeps(Town(0.25, 0.25), "groen@0", "grijs@1", "fonds@0"); // 3 / 12
        Verdict.Breaks("frame/f", Town(0.26, null), "groen@0", "grijs@0");
        Verdict.Breaks("frame/f", Town(null, 0.24), "groen@0", "grijs@0");
    }

    [Fact]
    public void All_alone_the_part_is_the_whole()
    {
        Verdict.Breaks("frame/f", Town(null, 0.5), "groen@0");
        Verdict.Keeps(Town(1, null), "groen@0");
        Verdict.Breaks("frame/f", Town(0.1, null), "grijs@0");
    }

    [Fact]
    public void Where_nothing_is_spent_any_share_holds()
    {
        Verdict.Keeps(Town(0.5, 0.6));
        Verdict.Keeps(Town(0.5, 0.6), "fonds@0");
    }

    [Fact]
    public void Counts_only_the_years_named()
    {
        Verdict.Keeps(Town(null, 0, years: [1]), "groen@0", "grijs@1");
        Verdict.Breaks("frame/f", Town(null, 0.9, years: [0]), "groen@0", "grijs@1"); // in year 0: 3 / 3
    }

    [Theory]
    [InlineData(0.25 - 4e-7, true)] // 3 - 12 × max = 4.8e-6, within 1e-6 × 6
    [InlineData(0.25 - 1e-6, false)] // 1.2e-5
    public void Tolerance_is_relative_to_the_largest_coefficient(double max, bool kept)
    {
        // Coefficients: groen 3 × 0.75 = 2.25, grijs 9 × 0.25 = 2.25, groot 24 × 0.25 = 6: the largest.
        var town = Towns.Town.Plans(1).Budget("geld", 100)
            .Can("groen", Way.Of(1).Spends("geld", 3)).Labelled("kleur", "groen").Can("grijs", Way.Of(1).Spends("geld", 9))
            .Can("groot", Way.Of(1).Spends("geld", 24))
            .Has(new SpendShareFrame(new("f"), "f", Towns.Town.Where("kleur", "groen"), null, null, null, max));
        Assert.Equal(kept ? [] : ["frame/f"], Verdict.Broken(town.Problem(), "groen@0", "grijs@0"));
    }
}
