using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class ValueTests
{
    private static Town Town(Way way, double discount = 0, int tail = 0, bool normalise = false, int perYear = 1) =>
        Towns.Town.Plans(4, perYear).Values(discount, tail, normalise).Goal("doel", weight: 3).Goal("ander", weight: 0).Can("a", way);

    [Fact]
    public void By_default_the_effect_is_felt_from_the_finish()
    {
        var town = Town(Way.Of(2).Brings("doel", 5).Brings("ander", 100));
        Verdict.IsWorth(30, town, "a@0"); // 3 × 5 × 2 periods after the finish
        Verdict.IsWorth(15, town, "a@1"); // × 1
        Verdict.IsWorth(0, town, "a@2");
        Verdict.IsWorth(0, town);
    }

    [Fact]
    public void A_profile_says_how_much_is_felt_when()
    {
        var town = Town(Way.Of(2).Brings("doel", 1).Works([0.5, 0.25, 1], 0.1));
        Verdict.IsWorth(3 * 1.85, town, "a@0"); // 0.5 + 0.25 + 1 + 0.1
        Verdict.IsWorth(3 * 0.75, town, "a@2"); // 0.5 + 0.25
    }

    [Fact]
    public void What_was_felt_before_period_0_does_not_count() => Verdict.IsWorth(
        3 * 1.3, Town(Way.Of(2).Between(-1, 0).Brings("doel", 1).Works([0.5, 1], 0.1)), "a@-1"); // 1 + 3 × 0.1

    [Fact]
    public void What_has_long_been_finished_has_its_lasting_effect() => Verdict.IsWorth(
        3 * 0.4, Town(Way.Of(2).Between(-9, 0).Brings("doel", 1).Works([0.5, 1], 0.1)), "a@-9"); // 4 × 0.1

    [Fact]
    public void The_tail_counts_after_the_horizon() =>
        Verdict.IsWorth(15, Town(Way.Of(4).Brings("doel", 1), tail: 5), "a@0"); // 3 × 5

    [Fact]
    public void Later_years_weigh_less() => Verdict.IsWorth(
        3 * 0.75, Town(Way.Of(2).Brings("doel", 2), discount: 1), "a@0"); // periods 2 and 3: 2 × (1/4 + 1/8) = 0.75

    [Fact]
    public void A_period_is_discounted_as_its_part_of_the_year() => Verdict.IsWorth(
        3 * 0.5, Town(Way.Of(2).Brings("doel", 2).Works([0, 0, 1], 0), discount: 3, perYear: 2), "a@0"); // period 2 = one year: 2 × 1/4

    [Fact]
    public void Normalised_an_effect_during_the_whole_window_scores_one()
    {
        Verdict.IsWorth(3, Town(Way.Of(1).Brings("doel", 1).Works([1], 1), discount: 0.04, tail: 3, normalise: true), "a@0");
        Verdict.IsWorth(1.5, Town(Way.Of(2).Brings("doel", 1), normalise: true), "a@0"); // 2 of 4 periods
    }

    [Fact]
    public void Success_multiplies_the_effect() =>
        Verdict.IsWorth(7.5, Town(Way.Of(2).Brings("doel", 5).Succeeds(0.25)), "a@0"); // 30 × 0.25
}
