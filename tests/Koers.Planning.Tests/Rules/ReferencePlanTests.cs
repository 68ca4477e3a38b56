using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class ReferencePlanTests
{
    // a and b are in the plan held so far; each chosen initiative brings 10, whenever it starts.
    private static readonly Town Town = Towns.Town.Plans(4).Goal("doel")
        .Can("a", Ten, Ten.Named("sober")).Can("b", Ten).Can("c", Ten)
        .Held(drop: 4, add: 3, shift: 0.5, variant: 2, "a@1", "b@0");

    // Felt in the period of the start and not after it, so that the value does not depend on the start.
    private static Way Ten => Way.Of(1).Brings("doel", 10).Works([1], 0);

    [Fact]
    public void Keeping_to_the_plan_costs_nothing() => Verdict.IsWorth(20, Town, "a@1", "b@0");

    [Fact]
    public void Dropping_costs_once_per_initiative()
    {
        Verdict.IsWorth(6, Town, "a@1"); // 10 - 4
        Verdict.IsWorth(-8, Town); // - 4 - 4
    }

    [Fact]
    public void Adding_costs_once_per_initiative() => Verdict.IsWorth(27, Town, "a@1", "b@0", "c@0"); // 30 - 3

    [Fact]
    public void Moving_costs_per_period_either_way()
    {
        Verdict.IsWorth(19, Town, "a@3", "b@0"); // 20 - 2 × 0.5
        Verdict.IsWorth(18, Town, "a@0", "b@3"); // 20 - 0.5 - 1.5
    }

    [Fact]
    public void Changing_variant_costs_beside_moving() => Verdict.IsWorth(17.5, Town, "a/sober@0", "b@0"); // 20 - 2 - 0.5

    [Fact]
    public void A_start_held_outside_the_window_counts_as_moved() => Verdict.IsWorth(
        9, Towns.Town.Plans(2).Goal("doel").Can("a", Ten).Held(shift: 0.5, plan: "a@-2"), "a@0"); // 10 - 2 × 0.5
}
