namespace Koers.Domain.Weighing;

/// <summary>
/// Weights from comparisons in pairs: how many times as important is the one as the other? (Analytic hierarchy process, T.L. Saaty 1980.)
/// The weights are the principal eigenvector of the matrix of answers; the consistency ratio says how far the answers contradict each other.
/// </summary>
public sealed class PairwiseComparison
{
    /// <summary>Answers that contradict each other more than this should be looked at again (Saaty 1980).</summary>
    public const double AcceptableRatio = 0.1;

    /// <summary>The largest answer: one is absolutely more important than the other.</summary>
    public const double MostTimes = 9.0;

    private const int MostRounds = 1000;
    private const double Little = 1e-6;

    // Mean consistency index of random answers, by number of things compared from 1 (Saaty 1980); beyond 15 it hardly grows
    private static readonly double[] RandomIndex =
        [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    private PairwiseComparison(double[] weights, double ratio, PairContradiction? most) =>
        (Weights, ConsistencyRatio, MostContradicting) = (weights, ratio, most);

    /// <summary>The weights, together 1, in the order of what was compared.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>0 = no contradiction; 1 = as if answered by chance.</summary>
    public double ConsistencyRatio { get; }

    /// <summary>The answer that lies furthest from what all answers together say, the first where several do (of three things, all three); null where
    /// none lies away from it.</summary>
    public PairContradiction? MostContradicting { get; }

    /// <summary>Whether the answers hang together well enough to go by.</summary>
    public bool IsConsistent => ConsistencyRatio <= AcceptableRatio;

    /// <summary>Works out the weights.</summary>
    /// <param name="count">How many things are compared, at least 1.</param>
    /// <param name="times">Per pair (i, j) with i &lt; j, how many times as important i is as j: from 1/9 to 9. Every pair must be
    /// there.</param>
    /// <exception cref="ArgumentException">A pair is missing or out of range.</exception>
    public static PairwiseComparison Of(int count, IReadOnlyDictionary<(int First, int Second), double> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var matrix = new double[count, count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                matrix[i, j] = i == j ? 1.0 : i < j ? Answer(times, i, j) : 1.0 / Answer(times, j, i);
        var (weights, eigenvalue) = Principal(matrix, count);
        var random = RandomIndex[Math.Min(count, RandomIndex.Length) - 1];
        var index = count < 3 ? 0.0 : Math.Max(0.0, eigenvalue - count) / (count - 1);
        return new PairwiseComparison(weights, random > 0 ? index / random : 0.0, Furthest(matrix, weights));
    }

    /// <summary>By the factor between answer and weights: three times where the weights say twice lies as far as a half where they say a third.</summary>
    private static PairContradiction? Furthest(double[,] matrix, double[] weights)
    {
        PairContradiction? found = null;
        var furthest = 0.0;
        for (var i = 0; i < weights.Length; i++)
            for (var j = i + 1; j < weights.Length; j++)
            {
                var implied = weights[i] / weights[j];
                var distance = Math.Abs(Math.Log(matrix[i, j] / implied));
                if (distance > furthest + Little)
                    (furthest, found) = (distance, new PairContradiction(i, j, matrix[i, j], implied));
            }

        return found;
    }

    private static double Answer(IReadOnlyDictionary<(int First, int Second), double> times, int i, int j) =>
        !times.TryGetValue((i, j), out var answer)
            ? throw new ArgumentException($"No answer compares {i} with {j}: every pair needs one.", nameof(times))
            : answer is >= 1 / MostTimes and <= MostTimes
                ? answer
                : throw new ArgumentException($"{i} is said to be {answer} times as important as {j}: from 1/9 to 9 is possible.", nameof(times));

    /// <summary>By the power method: a positive matrix has one largest eigenvalue, and this converges to its vector (Perron).</summary>
    private static (double[] Weights, double Eigenvalue) Principal(double[,] matrix, int count)
    {
        var weights = Enumerable.Repeat(1.0 / count, count).ToArray();
        var eigenvalue = (double)count;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = new double[count];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++)
                    next[i] += matrix[i, j] * weights[j];
            eigenvalue = next.Sum();
            var moved = 0.0;
            for (var i = 0; i < count; i++)
            {
                next[i] /= eigenvalue;
                moved = Math.Max(moved, Math.Abs(next[i] - weights[i]));
            }

            weights = next;
            if (moved < 1e-14)
                break;
        }

        return (weights, eigenvalue);
    }
}

/// <summary>An answer that does not go with the others.</summary>
/// <param name="First">Place of the one.</param>
/// <param name="Second">Place of the other, after the first.</param>
/// <param name="Answer">How many times as important the one was said to be.</param>
/// <param name="Implied">How many times as important it is by all answers together.</param>
public sealed record PairContradiction(int First, int Second, double Answer, double Implied);
