using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Risk;

/// <summary>Draws, distributions and intervals.</summary>
public class ChanceTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.0013498980316300957, -3)]
    [InlineData(2.866515718791946e-7, -5)]
    [InlineData(6.220960574271785e-16, -8)]
    public void The_normal_distribution_has_its_known_quantiles(double u, double z)
    {
        Assert.Equal(z, Normal.Quantile(u), 1e-9);
        Assert.Equal(u, Normal.Cumulative(z), u * 1e-7);
    }

    [Fact]
    public void The_normal_quantile_undoes_the_normal_distribution()
    {
        for (var z = -8.0; z <= 5; z += 0.01)
            Assert.Equal(z, Normal.Quantile(Normal.Cumulative(z)), 1e-8);
        Assert.Equal((0, 1), (Normal.Cumulative(-40), Normal.Cumulative(40)));
    }

    [Fact]
    public void Draws_of_a_run_are_spread_evenly_and_differ_by_seed_run_and_number()
    {
        var tenths = new int[10];
        var seen = new HashSet<double>();
        for (var run = 0; run < 300; run++)
            for (var number = 0; number < 300; number++)
            {
                var share = new CountedDraw(1, run).Share(number);
                Assert.True(share is > 0 and < 1);
                Assert.True(seen.Add(share));
                tenths[(int)(share * 10)]++;
            }

        // 9,000 each, give or take 4.5 · √(90,000 · 0.1 · 0.9) = 405
        Assert.All(tenths, count => Assert.InRange(count, 9000 - 405, 9000 + 405));
        Assert.NotEqual(new CountedDraw(1, 0).Share(0), new CountedDraw(2, 0).Share(0));
        Assert.Equal(new CountedDraw(3, 4).Share(5), new CountedDraw(3, 4).Share(5));
    }

    [Fact]
    public void A_triangular_range_has_the_quantiles_of_its_two_sides()
    {
        var factor = FactorDistribution.Of(new ThreePoint(0.8, 1, 1.5), RangeShape.Triangular, new("i"));
        // Likely is the 0.2 / 0.7 quantile
        Assert.Equal(1, factor.At(0.2 / 0.7), 1e-12);
        Assert.Equal(0.8 + Math.Sqrt(0.1 * 0.7 * 0.2), factor.At(0.1), 1e-12);
        Assert.Equal(1.5 - Math.Sqrt(0.1 * 0.7 * 0.5), factor.At(0.9), 1e-12);
        Assert.Equal(factor.At(0.9), factor.AtScore(1.2815515655446004), 1e-12);
    }

    [Theory]
    [InlineData(1, 1, 1, RangeShape.Triangular, 1)]
    [InlineData(0.3, 0.3, 0.3, RangeShape.Triangular, 0.3)]
    [InlineData(0, 2, 2, RangeShape.Lognormal, 2)]
    [InlineData(0, 0, 2, RangeShape.Lognormal, 0)]
    public void A_range_of_one_point_is_certain(double low, double likely, double high, RangeShape shape, double factor)
    {
        var distribution = FactorDistribution.Of(new ThreePoint(low, likely, high), shape, new("i"));
        Assert.True(distribution.IsCertain);
        Assert.Equal(factor, distribution.Likely);
    }

    [Fact]
    public void One_sided_triangles_have_one_side()
    {
        // Likely = low: x = high - √((1 - u)(high - low)²)
        Assert.Equal(1.5, FactorDistribution.Of(new ThreePoint(1, 1, 2), null, new("i")).At(0.75), 1e-12);
        Assert.Equal(1.5, FactorDistribution.Of(new ThreePoint(1, 2, 2), null, new("i")).At(0.25), 1e-12);
    }

    [Fact]
    public void A_chance_has_the_interval_of_Wilson()
    {
        // 10 of 100: centre (0.1 + 0.019207) / 1.038415 = 0.114797, half 0.059571
        var chance = Sampling.Chance(10, 100);
        Assert.Equal(0.1, chance.Probability);
        Assert.Equal(0.03, chance.StandardError!.Value, 1e-12);
        Assert.Equal(0.055229, chance.Low, 1e-5);
        Assert.Equal(0.174366, chance.High, 1e-5);
        // Never in 100 runs may still be 3.7%
        Assert.Equal((0, 0), (Sampling.Chance(0, 100).Probability, Sampling.Chance(0, 100).Low));
        Assert.Equal(0.036995, Sampling.Chance(0, 100).High, 1e-5);
        Assert.Equal(1, Sampling.Chance(100, 100).High);
    }

    [Fact]
    public void A_need_is_the_smallest_amount_that_is_enough_in_so_many_runs()
    {
        // 1, 2, …, 100: 80 is enough in 80 of 100. ±1.96 · √(100 · 0.8 · 0.2) = 7.84: from the 73rd to the 89th
        Assert.Equal(new Need(0.8, 80, 73, 89), Sampling.Quantile(0.8, 100, rank => rank));
        Assert.Equal(1, Sampling.Quantile(0.8, 1, rank => rank).Amount);
    }

    [Fact]
    public void What_too_few_runs_cannot_tell_is_not_known()
    {
        Assert.Equal(new Need(0.5, 1, null, null), Sampling.Quantile(0.5, 1, rank => rank));
        // 20 · 0.95 = 19, ± 1.96 · √(20 · 0.95 · 0.05) = 1.91: from the 18th, and up to one that would be the 22nd
        Assert.Equal(new Need(0.95, 19, 18, null), Sampling.Quantile(0.95, 20, rank => rank));
        Assert.Null(Sampling.Chance(1, 1).StandardError);
        Assert.Null(Sampling.Error(5, 25, 1));
        // 4 and 6: variance 2, so √(2 / 2) = 1
        Assert.Equal(1, Sampling.Error(10, 52, 2)!.Value, 1e-12);
    }
}
