using CsCheck;
using Koers.Domain.Weighing;
using Xunit;

namespace Koers.Domain.Tests.Weighing;

public class WeighingTests
{
    [Fact]
    public void Answers_without_contradiction_give_back_the_weights_that_they_came_from() =>
        Gen.Double[1.0, 2.9].Array[1, 8].Sample(sizes =>
        {
            var times = new Dictionary<(int, int), double>();
            for (var i = 0; i < sizes.Length; i++)
                for (var j = i + 1; j < sizes.Length; j++)
                    times[(i, j)] = sizes[i] / sizes[j];
            var found = PairwiseComparison.Of(sizes.Length, times);
            Assert.Equal(0.0, found.ConsistencyRatio, 9);
            for (var i = 0; i < sizes.Length; i++)
                Assert.Equal(sizes[i] / sizes.Sum(), found.Weights[i], 9);
        });

    [Fact]
    public void Answers_that_go_round_in_a_circle_are_not_consistent()
    {
        // a is 3 times b, b 3 times c, and c 3 times a: all weigh the same. The largest eigenvalue of such a matrix is the sum of a row,
        // 1 + 3 + 1/3 = 13/3; index (13/3 - 3)/2 = 2/3; ratio (2/3)/0.58
        var found = PairwiseComparison.Of(3, new Dictionary<(int, int), double> { [(0, 1)] = 3, [(1, 2)] = 3, [(0, 2)] = 1.0 / 3 });
        Assert.All(found.Weights, weight => Assert.Equal(1.0 / 3, weight, 9));
        Assert.Equal(2.0 / 3 / 0.58, found.ConsistencyRatio, 9);
        Assert.False(found.IsConsistent);
    }

    [Fact]
    public void The_answer_that_goes_least_with_the_others_is_named()
    {
        // 8 : 4 : 2 : 1, but for the first and the last, said to be as important
        var times = new Dictionary<(int, int), double> { [(0, 1)] = 2, [(0, 2)] = 4, [(0, 3)] = 1, [(1, 2)] = 2, [(1, 3)] = 4, [(2, 3)] = 2 };
        var most = PairwiseComparison.Of(4, times).MostContradicting!;
        Assert.Equal((0, 3, 1.0), (most.First, most.Second, most.Answer));
        Assert.True(most.Implied > 2, $"{most.Implied}");
        times[(0, 3)] = 8;
        Assert.Null(PairwiseComparison.Of(4, times).MostContradicting);
    }

    [Fact]
    public void A_missing_pair_and_an_answer_beyond_nine_are_refused()
    {
        var some = new Dictionary<(int, int), double> { [(0, 1)] = 2, [(1, 2)] = 2 };
        Assert.Contains("0 with 2", Assert.Throws<ArgumentException>(() => PairwiseComparison.Of(3, some)).Message, StringComparison.Ordinal);
        foreach (var bad in (double[])[10, 0.1, 0, -1, double.NaN, double.PositiveInfinity])
            Assert.Throws<ArgumentException>(() => PairwiseComparison.Of(2, new Dictionary<(int, int), double> { [(0, 1)] = bad }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairwiseComparison.Of(0, new Dictionary<(int, int), double>()));
    }

    [Fact]
    public void Swings_are_shares_of_their_sum_and_the_largest_is_a_hundred()
    {
        Assert.Equal([0.5, 0.3, 0.2], SwingWeights.Of([100, 60, 40]));
        Assert.Throws<ArgumentException>(() => SwingWeights.Of([80, 40]));
        Assert.Throws<ArgumentException>(() => SwingWeights.Of([100, -1]));
        Assert.Throws<ArgumentException>(() => SwingWeights.Of([100, double.NaN]));
        Assert.Throws<ArgumentException>(() => SwingWeights.Of([]));
    }

    [Theory]
    [InlineData(new double[] { }, 0, null, null, null)]
    [InlineData(new double[] { 7 }, 1, 7.0, 0.0, null)]
    [InlineData(new double[] { 0, 10 }, 2, 5.0, 5.0, 0.0)] // as far apart as can be
    [InlineData(new double[] { 6, 6, 6 }, 3, 6.0, 0.0, 1.0)]
    [InlineData(new double[] { 2, 4, 4, 4, 5, 5, 7, 9 }, 8, 5.0, 2.0, 0.6)] // squares 9 1 1 1 0 0 4 16 = 32, / 8 = 4; 1 - 2/5
    public void Consensus_says_how_far_assessors_are_apart(double[] scores, int count, double? mean, double? spread, double? agreement) =>
        Assert.Equal(new Consensus(count, mean, spread, agreement), Consensus.Of(scores, 0, 10));

    [Fact]
    public void A_score_outside_the_scale_is_refused()
    {
        foreach (var bad in (double[])[-0.1, 10.1, double.NaN])
            Assert.Throws<ArgumentException>(() => Consensus.Of([5, bad], 0, 10));
        Assert.Throws<ArgumentException>(() => Consensus.Of([], 10, 10));
    }
}
