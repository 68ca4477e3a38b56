using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Reduction;

public class OptionReductionTests
{
    private const int Problems = 150;
    private const int FirstSeed = 5000;

    [Fact]
    public void No_plan_that_keeps_the_rules_is_lost()
    {
        var (struckOut, forced, impossible) = (0, 0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + Problems; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var model = new Model(problem);
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            var plans = AllPlans(problem, model);
            AssertKept(seed, model, reduction, plans);
            struckOut += reduction.Removed;
            forced += reduction.Forced.Where((f, i) => f && !problem.Initiatives[i].Mandatory).Count();
            impossible += reduction.IsImpossible ? 1 : 0;
        }
        Assert.True(
            struckOut > 300 && forced > 10 && impossible > 10,
            $"{struckOut} options out, {forced} initiatives forced, {impossible} problems impossible: too few to say anything");
    }

    [Fact]
    public void Going_on_from_a_reduction_loses_only_plans_with_what_was_left_out()
    {
        var lost = 0;
        for (var seed = FirstSeed; seed < FirstSeed + Problems; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var (model, random) = (new Model(problem), new Random(seed));
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            bool[] leftOut = [.. Enumerable.Range(0, model.Options.Count).Select(_ => random.Next(4) == 0)];
            var must = random.Next(problem.Initiatives.Count);
            var further = reduction.With((outOfReach, forced) =>
            {
                for (var o = 0; o < leftOut.Length; o++)
                    outOfReach[o] |= leftOut[o];
                forced[must] = true;
            });
            var all = AllPlans(problem, model);
            var plans = all.Where(p => !p.Any(o => leftOut[o]) && p.Any(o => model.Options.Initiative[o] == must)).ToList();
            AssertKept(seed, model, further, plans);
            AssertKept(seed, model, reduction, all); // it stays as it was
            lost += all.Count - plans.Count;
        }
        Assert.True(lost > 1000, $"only {lost} plans were left out");
    }

    private static void AssertKept(int seed, Model model, OptionReduction reduction, List<int[]> plans)
    {
        Assert.False(reduction.IsImpossible && plans.Count > 0, $"seed {seed}: said to be impossible, yet there are {plans.Count} plans");
        if (reduction.IsImpossible)
            return; // it stopped where it saw that, and says nothing more
        foreach (var plan in plans)
        {
            Assert.All(plan, o => Assert.False(reduction.Out[o], $"seed {seed}: {model.Columns.Name(o)} is out, and in a plan"));
            var chosen = plan.Select(o => model.Options.Initiative[o]).ToHashSet();
            for (var i = 0; i < reduction.Forced.Length; i++)
                Assert.True(!reduction.Forced[i] || chosen.Contains(i), $"seed {seed}: initiative {i} is forced, and missing from a plan");
        }
    }

    private static List<int[]> AllPlans(Problems.Problem problem, Model model) =>
        [.. new BruteForce(problem).Plans().Select(plan => plan.Select(model.Options.Find).ToArray())];
}
