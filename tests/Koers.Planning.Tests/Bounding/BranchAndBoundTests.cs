using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Reduction;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Bounding;

public class BranchAndBoundTests
{
    private const int MostSteps = 200;

    /// <param name="knows">How much of the best plan's value is known from the start; a plan that is good makes the tree search near the
    /// last node for longer.</param>
    [Theory]
    [InlineData(null)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void No_question_brings_the_bound_below_the_best_plan(double? knows)
    {
        var (steps, finished) = (0, 0);
        for (var seed = 6000; seed < 6500; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var model = new Model(problem);
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            if (reduction.IsImpossible || new BruteForce(problem).Best() is not { } found)
                continue;
            var best = found.Value;
            using var explorer = new Explorer(new LinearRelaxation(model, reduction.Out, reduction.Forced));
            var solved = explorer.Relaxation.Solve(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            Assert.Equal(RelaxationStatus.Solved, solved.Status);
            var bound = ReducedBound.Of(model, reduction.Out, reduction.Forced, solved.Prices, [], []);
            var known = knows is { } share && best > 0 ? share * best : double.NegativeInfinity;
            var tree = new BranchAndBound(model, [], reduction, solved, bound, () => known);
            tree.Join(explorer);
            for (var step = 0; step < MostSteps && !tree.IsFinished; step++)
            {
                Assert.True(tree.Step(explorer, 0.0) == Step.Asked, $"seed {seed}: a solver gave up");
                Assert.True(tree.Bound >= best - 1e-6, $"seed {seed}, step {step}: bound {tree.Bound}, best plan {best}");
                steps++;
            }
            finished += tree.IsFinished ? 1 : 0;
        }
        Assert.True(steps > 400 && finished > 200, $"{steps} steps, {finished} trees finished: too few to say anything");
    }

    [Fact]
    public void Two_threads_that_ask_prove_what_one_proves()
    {
        var finished = 0;
        for (var seed = 6000; seed < 6100; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var model = new Model(problem);
            var reduction = OptionReduction.Of(model, TestContext.Current.CancellationToken);
            if (reduction.IsImpossible || new BruteForce(problem).Best() is not { } found)
                continue;
            Explorer[] explorers = [.. Enumerable.Range(0, 2).Select(_ => new Explorer(new LinearRelaxation(model, reduction.Out, reduction.Forced)))];
            var solved = explorers.Select(e => e.Relaxation.Solve(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Last();
            var bound = ReducedBound.Of(model, reduction.Out, reduction.Forced, solved.Prices, [], []);
            var tree = new BranchAndBound(model, [], reduction, solved, bound, () => double.NegativeInfinity);
            Array.ForEach(explorers, tree.Join);
            Parallel.ForEach(explorers, explorer =>
            {
                for (var step = 0; step < MostSteps && !tree.IsFinished; step++)
                {
                    Assert.NotEqual(Step.Stopped, tree.Step(explorer, 0.0));
                    Assert.True(tree.Bound >= found.Value - 1e-6, $"seed {seed}: bound {tree.Bound}, best plan {found.Value}");
                }
                tree.Leave(explorer);
                explorer.Dispose();
            });
            finished += tree.IsFinished ? 1 : 0;
        }
        Assert.True(finished > 40, $"{finished} trees finished: too few to say anything");
    }
}
