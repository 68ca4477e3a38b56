using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Bounding;

public class CoverCutsTests
{
    private const int Problems = 150;
    private const int FirstSeed = 6000;
    private const int Draws = 40;

    [Fact]
    public void Every_plan_that_keeps_the_rules_keeps_every_cut_and_the_fractions_break_it()
    {
        var (cuts, lifted) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + Problems; seed++)
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
                foreach (var cut in new CoverCuts(model, leftOut[draw % 2]).Separate(share))
                {
                    cuts++;
                    lifted += cut.Coefficients.Max() > 1 ? 1 : 0;
                    Assert.True(Sum(cut, o => share[o]) > cut.Limit, $"seed {seed}, draw {draw}: the cut takes nothing away");
                    Assert.True(
                        plans.TrueForAll(plan => Sum(cut, o => plan.Contains(o) ? 1 : 0) <= cut.Limit),
                        $"seed {seed}, draw {draw}: {Text(model, cut)} forbids a plan");
                }
            }
        }
        Assert.True(cuts > 300 && lifted > 10, $"{cuts} cuts, {lifted} of them lifted: too few to say anything");
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
