using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Bounding;

/// <summary>Small generated problems with all their plans, to try cuts on.</summary>
internal static class CutTrial
{
    private const int Draws = 40;

    /// <summary>Draws fractions and asserts that no plan breaks the cuts found for them, and that the fractions do.</summary>
    /// <param name="seeds">Seeds of the problems.</param>
    /// <param name="separate">Finds cuts: model, options that cannot be chosen, fractions, chance.</param>
    /// <param name="met">Called with every cut.</param>
    public static void Try(
        IEnumerable<int> seeds, Func<Model, bool[], double[], Random, IEnumerable<Cut>> separate, Action<Cut> met)
    {
        foreach (var seed in seeds)
        {
            var problem = ProblemGenerator.Make(seed);
            var (model, random) = (new Model(problem), new Random(seed));
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            if (reduction.IsImpossible)
                continue;
            var plans = new BruteForce(problem).Plans().Select(plan => plan.Select(model.Options.Find).ToHashSet()).ToList();
            bool[][] leftOut = [new bool[model.Options.Count], reduction.Out];
            for (var draw = 0; draw < Draws; draw++)
            {
                var share = Share(model, random);
                foreach (var cut in separate(model, leftOut[draw % 2], share, random))
                {
                    met(cut);
                    Assert.True(Sum(cut, o => share[o]) > cut.Limit, $"seed {seed}, draw {draw}: the cut takes nothing away");
                    Assert.True(
                        plans.TrueForAll(plan => Sum(cut, o => plan.Contains(o) ? 1 : 0) <= cut.Limit + 1e-9),
                        $"seed {seed}, draw {draw}: {Text(model, cut)} forbids a plan");
                }
            }
        }
    }

    /// <summary>Fractions of options as a relaxation may take them: of each initiative one whole at most, spread over a few options.</summary>
    private static double[] Share(Model model, Random random)
    {
        var share = new double[model.Options.Count];
        var first = model.Options.First;
        var appetite = random.NextDouble();
        for (var i = 0; i + 1 < first.Length; i++)
        {
            var left = random.NextDouble() < appetite ? 1.0 : random.NextDouble();
            for (var k = 0; k < 3 && first[i + 1] > first[i]; k++)
            {
                var part = k == 2 || random.Next(2) == 0 ? left : left * random.NextDouble();
                share[random.Next(first[i], first[i + 1])] += part;
                left -= part;
            }
        }
        return share;
    }

    private static double Sum(Cut cut, Func<int, double> amount) => cut.Options.Zip(cut.Coefficients, (o, c) => c * amount(o)).Sum();

    private static string Text(Model model, Cut cut) =>
        string.Join(" + ", cut.Options.Zip(cut.Coefficients, (o, c) => $"{c} {model.Columns.Name(o)}")) + $" <= {cut.Limit}";
}
