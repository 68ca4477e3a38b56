using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Search;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Robust;

/// <summary>Which weights are possible: corners by hand, and points drawn within.</summary>
public sealed class WeightSetTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void An_order_alone_has_equal_weights_of_the_first_goals_as_corners(int goals)
    {
        var set = Set(Enumerable.Repeat(1.0 / goals, goals), Enumerable.Range(0, goals));
        var corners = set.Corners.OrderBy(c => c[0]).ToList();
        Assert.True(set.HasAllCorners);
        Assert.Equal(goals, corners.Count);
        for (var k = goals; k >= 1; k--)
            for (var g = 0; g < goals; g++)
                Assert.Equal(g < k ? 1.0 / k : 0, corners[goals - k][g], 1e-9);
    }

    [Fact]
    public void Ranges_have_the_corners_found_by_hand()
    {
        // Three equal weights of 1, each ± 50%, together 3: one high, one low, one in between, in every order
        var set = Set([1, 1, 1], [], (0, 0.5, 1.5), (1, 0.5, 1.5), (2, 0.5, 1.5));
        Assert.Equal(6, set.Corners.Count);
        Assert.All(set.Corners, c => Assert.Equal([0.5, 1, 1.5], c.Order().Select(w => Math.Round(w, 9))));
    }

    [Fact]
    public void Where_all_named_goals_have_a_range_the_others_make_up_the_sum_in_their_proportions()
    {
        // First between 0.2 and 0.6 of 1; the others are 1 : 3
        var set = Set([0.2, 0.2, 0.6], [], (0, 0.2, 0.6));
        Assert.Equal([[0.2, 0.2, 0.6], [0.6, 0.1, 0.3]], set.Corners.OrderBy(c => c[0]).Select(c => c.Select(w => Math.Round(w, 9))));
        Assert.All(set.Draw(50, new Draw(1)), w => Assert.Equal(3 * w[1], w[2], 1e-9));
    }

    [Fact]
    public void Goals_beside_an_order_keep_their_weight()
    {
        var set = Set([0.5, 0.3, 0.2], [1, 0]);
        Assert.All(set.Corners.Concat(set.Draw(20, new Draw(1))), w => Assert.Equal(0.2, w[2], 1e-9));
        Assert.Equal([(0.0, 0.8), (0.4, 0.4)], set.Corners.Select(c => (Math.Round(c[0], 9), Math.Round(c[1], 9))).Order());
    }

    [Fact]
    public void Certain_weights_are_one_point()
    {
        var set = Set([0.5, 0.5], [], (0, 0.5, 0.5), (1, 0.5, 0.5));
        Assert.True(set.IsPoint);
        Assert.Equal([0.5, 0.5], Assert.Single(set.Corners));
    }

    [Fact]
    public void An_order_and_ranges_hold_together()
    {
        var set = Set([0.4, 0.3, 0.2, 0.1], [0, 1, 2, 3], (0, 0.2, 0.5), (3, 0.05, 0.3));
        Assert.NotEmpty(set.Corners);
        Assert.All(set.Corners.Concat(set.Draw(200, new Draw(5))), w =>
        {
            Assert.True(set.Contains(w));
            Assert.Equal(1, w.Sum(), 1e-9);
            Assert.InRange(w[0], 0.2 - 1e-9, 0.5 + 1e-9);
            Assert.InRange(w[3], 0.05 - 1e-9, 0.3 + 1e-9);
            Assert.True(w[0] >= w[1] - 1e-9 && w[1] >= w[2] - 1e-9 && w[2] >= w[3] - 1e-9);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Points_are_drawn_evenly(bool walks)
    {
        // The mean of a triangle, and of any simplex, is that of its corners: ordered weights (1,0,0) (½,½,0) (⅓,⅓,⅓) give 11/18, 5/18, 2/18.
        // A range that excludes nothing makes no difference but for the way of drawing.
        var set = walks ? Set([0.4, 0.4, 0.2], [0, 1, 2], (0, 0, 0.9999)) : Set([0.4, 0.4, 0.2], [0, 1, 2]);
        var drawn = set.Draw(4_000, new Draw(2)).ToList();
        Assert.Equal(11 / 18.0, drawn.Average(w => w[0]), 0.01);
        Assert.Equal(5 / 18.0, drawn.Average(w => w[1]), 0.01);
        Assert.Equal(2 / 18.0, drawn.Average(w => w[2]), 0.01);
    }

    [Fact]
    public void With_very_many_goals_weights_are_still_drawn_within()
    {
        var set = Set(Enumerable.Repeat(1.0, 40), [], [.. Enumerable.Range(0, 40).Select(g => (g, 0.5, 1.5))]);
        Assert.False(set.HasAllCorners);
        var drawn = set.Draw(20, new Draw(1)).ToList();
        Assert.All(drawn, w => Assert.True(set.Contains(w)));
        Assert.True(drawn.Max(w => w[0]) - drawn.Min(w => w[0]) > 0.3);
    }

    [Theory]
    [InlineData(RangeShape.Triangular, 1.1)] // (0.8 + 1 + 1.5) / 3
    [InlineData(RangeShape.Lognormal, 1.05136)] // σ = ln 1.5 / 1.28155; e^(σ²/2)
    public void Factors_have_the_mean_of_their_distribution(RangeShape shape, double mean)
    {
        var draw = new Draw(1);
        var drawn = Enumerable.Range(0, 40_000).Select(_ => FactorDraw.From(new(0.8, 1, 1.5), shape, draw)).ToList();
        Assert.Equal(mean, drawn.Average(), 0.01);
        if (shape == RangeShape.Lognormal)
            Assert.Equal(0.1, drawn.Count(f => f > 1.5) / 40_000.0, 0.01);
    }

    private static WeightSet Set(IEnumerable<double> weights, IEnumerable<int> order, params (int Goal, double Low, double High)[] between) =>
        new(
            [.. weights.Select((w, g) => new Goal(new($"g{g}"), "", w, null))],
            new WeightUncertainty(
                [.. order.Select(g => new GoalId($"g{g}"))],
                between.ToDictionary(b => new GoalId($"g{b.Goal}"), b => new Interval(b.Low, b.High))));
}
