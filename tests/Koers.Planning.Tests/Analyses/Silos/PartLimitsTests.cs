using Koers.Planning.Analyses;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Silos;

public class PartLimitsTests
{
    [Theory]
    // Quotas 2.5, 1.25, 1.25: 2 + 1 + 1, and the one left goes to the largest remainder, 0.5
    [InlineData(5, new[] { 2.0, 1, 1 }, new[] { 3, 1, 1 })]
    // Quotas 1⅓ each: between equals the first goes first
    [InlineData(4, new[] { 1.0, 1, 1 }, new[] { 2, 1, 1 })]
    // 0.1 × 30 = 3 exactly, not a hair under it
    [InlineData(30, new[] { 0.1, 0.2, 0.7 }, new[] { 3, 6, 21 })]
    [InlineData(2, new[] { 0.0, 0 }, new[] { 1, 1 })]
    [InlineData(0, new[] { 3.0, 1 }, new[] { 0, 0 })]
    public void Whole_numbers_go_by_largest_remainder(int total, double[] weights, int[] expected) =>
        Assert.Equal(expected, Proportion.Whole(total, weights));

    [Fact]
    public void Upper_limits_over_several_parts_are_divided_as_they_ask()
    {
        // X: a and b spend 3 and 3; Y: c spends 2. Of a limit of 4 on spending X gets 3 and Y 1; of 4 at once X gets 8/3 → 3, Y 4/3 → 1
        var town = Spenders.Has(new SpendFrame(new("geld"), "", Selector.Everything, null, null, null, 4))
            .Has(new ConcurrentFrame(new("druk"), "", Selector.Everything, 4)).Problem();
        var (x, y) = Divide(town);
        Assert.Equal((3.0, 1.0), (x.Frames.OfType<SpendFrame>().Single().Max, y.Frames.OfType<SpendFrame>().Single().Max));
        Assert.Equal((3.0, 1.0), (x.Frames.OfType<ConcurrentFrame>().Single().Max, y.Frames.OfType<ConcurrentFrame>().Single().Max));
    }

    [Fact]
    public void A_limit_within_one_part_goes_to_that_part_whole()
    {
        var frame = new CountFrame(new("y"), "", Town.Where("deel", "Y"), 1, 1);
        var (x, y) = Divide(Spenders.Has(frame).Problem());
        Assert.Empty(x.Frames);
        Assert.Equal(frame, Assert.Single(y.Frames));
    }

    [Fact]
    public void Lower_limits_go_by_what_each_part_can_give_at_most()
    {
        // Score at most: X 1 + 1 = 2, Y 4. Of a floor of 3 X must bring 1 and Y 2
        var (x, y) = Divide(Spenders.Has(new GoalFloor(new("vloer"), "", new("doel"), 3)).Problem());
        Assert.Equal((1.0, 2.0), (x.Frames.OfType<GoalFloor>().Single().Min, y.Frames.OfType<GoalFloor>().Single().Min));
    }

    [Fact]
    public void A_share_of_all_spending_becomes_an_amount()
    {
        // Money that counts: the budget of 16, or the 8 that all ask: 8. A quarter of it is 2; X can give 6 of 8, Y 2 of 8
        var (x, y) = Divide(Spenders.Has(new SpendShareFrame(new("deel"), "", Selector.Everything, null, null, 0.25, null)).Problem());
        Assert.Equal((1.5, 0.5), (x.Frames.OfType<SpendFrame>().Single().Min, y.Frames.OfType<SpendFrame>().Single().Min));
    }

    [Fact]
    public void A_group_is_divided_by_its_members()
    {
        // Two of three are of X: of at most 2 it gets 4/3 → 1 and Y 2/3 → 1 (largest remainder); of at least 1 X gets 1
        var (x, y) = Divide(Spenders.Has(new Group(new("g"), Town.Ids("a", "b", "c"), 1, 2)).Problem());
        var (ofX, ofY) = (x.Relations.OfType<Group>().Single(), y.Relations.OfType<Group>().Single());
        Assert.Equal((1, 1), (ofX.Min, ofX.Max));
        Assert.Equal((0, 1), (ofY.Min, ofY.Max));
        Assert.Equal(Town.Ids("a", "b"), ofX.Initiatives);
    }

    [Fact]
    public void Budgets_capacities_and_hiring_are_divided_and_relations_within_a_part_go_along()
    {
        var town = Spenders.Capacity("team", [4], 0.5, new Hire(2, 1, new("geld")))
            .Has(new Requires(new("r"), new("a"), new("b"))).Has(new Before(new("v"), new("a"), new("c"), 0)).Problem();
        // Nobody asks the team: equal shares. Money by what is asked: 6 and 2 of 8
        var (x, y) = Divide(town);
        Assert.Equal((12.0, 4.0), (x.Budgets[0].PerYear[0], y.Budgets[0].PerYear[0]));
        Assert.Equal((2.0, 1.0), (x.Capacities[0].PerPeriod[0], x.Capacities[0].Hire!.MaxPerPeriod));
        Assert.Equal(["requires/r"], x.Relations.Select(r => $"{r.Type}/{r.Id}"));
        Assert.Empty(y.Relations);
    }

    private static Town Spenders => Town.Plans(1).Budget("geld", 16)
        .Can("a", Spending(3, 1)).Labelled("deel", "X").Can("b", Spending(3, 1)).Labelled("deel", "X")
        .Can("c", Spending(2, 4)).Labelled("deel", "Y");

    private static Way Spending(double money, double points) =>
        Way.Of(1).Spends("geld", money).Brings("doel", points).Works([1.0], 0);

    private static (Problem X, Problem Y) Divide(Problem problem)
    {
        var (parts, options) = (new LabelParts(problem, "deel"), new OptionSet(problem));
        var all = new PartProblems(parts, new MeansShares(parts, MeansDivision.Asked, "deel", options), options).All;
        return (all[0], all[1]);
    }
}
