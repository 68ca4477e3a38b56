using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Robust;

/// <summary>The example that docs/method-robust.md derives by hand: two out of four initiatives, goal a at least as important as b.</summary>
public sealed class RobustExampleTests
{
    // Each costs 1 of 2. Points on (a, b): P (6, 0), Q (2, 6), R (1, 3), S (4, 2); the weights in the problem are 0.6 and 0.4.
    // Worth at the extreme weights (1, 0) and (0.5, 0.5):  PQ 8, 7   PS 10, 6   PR 7, 5   QS 6, 7   QR 3, 6   RS 5, 5
    private static readonly Problem Example = Town.Plans(1).Values(tail: 1).Goal("a", 0.6).Goal("b", 0.4).Budget("geld", 2)
        .Can("P", Costs1.Brings("a", 6)).Can("Q", Costs1.Brings("a", 2).Brings("b", 6))
        .Can("R", Costs1.Brings("a", 1).Brings("b", 3)).Can("S", Costs1.Brings("a", 4).Brings("b", 2)).Problem();

    private static readonly RobustSettings Ordered = new() { Order = [new("a"), new("b")], Vectors = 2_000 };

    private static readonly Choice[] PQ = [Town.Chosen("P@0"), Town.Chosen("Q@0")];

    private static Way Costs1 => Way.Of(1).Spends("geld", 1);

    [Fact]
    public void The_portfolios_that_are_not_dominated_are_those_found_by_hand()
    {
        var result = Analyse(Example, Ordered);
        Assert.Equal((RobustMethod.Exact, WeightSource.Order), (result.Method, result.Source));
        Assert.Equal(["PQ", "PS"], result.Portfolios!.Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal([1, 0.5, 0, 0.5], result.Initiatives.Select(i => i.Index));
        Assert.Equal(
            [CoreKind.Core, CoreKind.Borderline, CoreKind.Exterior, CoreKind.Borderline], result.Initiatives.Select(i => i.Kind));
    }

    [Fact]
    public void The_extreme_weights_of_an_order_are_those_found_by_hand()
    {
        var extremes = Analyse(Example, Ordered).Vectors.Where(v => v.IsExtreme).Select(v => (v.Weights[0], v.Weights[1])).Order();
        Assert.Equal([(0.5, 0.5), (1.0, 0.0)], extremes);
    }

    [Fact]
    public void The_most_robust_plan_loses_at_most_one_point_of_seven()
    {
        var result = Analyse(Example, Ordered, PQ);
        var robust = result.MostRobust!;
        Assert.Equal("PS", Text(robust.Selected)); // loses 7 - 6 at (0.5, 0.5); PQ would lose 10 - 8 at (1, 0)
        Assert.Equal(1, robust.WorstRegret, 1e-9);
        Assert.Equal(1, robust.WorstRegretAtMost!.Value, 1e-9);
        Assert.Equal(1 / 7.0, robust.WorstRegretShare!.Value, 1e-9);
        Assert.Equal(0.5, result.Vectors[robust.WorstVector].Weights[0], 1e-9);
        Assert.Equal(2, result.Given!.WorstRegret, 1e-9);
    }

    [Fact]
    public void The_best_plan_at_the_weights_of_the_problem_stays_best_a_sixth_of_the_way()
    {
        // PS overtakes PQ where 10w + 2(1 - w) = 8w + 6(1 - w), at w = 2/3: (2/3 - 0.6) / (1 - 0.6) = 1/6 of the way to (1, 0)
        var weighted = Analyse(Example, Ordered).AsWeighted!;
        Assert.Equal("PQ", Text(weighted.Selected));
        Assert.Equal(7.2, weighted.Value, 1e-9);
        Assert.Equal(1 / 6.0, weighted.StaysBestUpTo!.Value, 1e-9);
    }

    [Fact]
    public void Knowing_the_weight_is_worth_a_sixth_of_a_point()
    {
        // With w uniform on 0.5 to 1, PS is best on average; PQ is worth 4 - 6w more below 2/3: 2 × ∫ from 0.5 to 2/3 = 1/6
        var information = Analyse(Example, Ordered).Information;
        Assert.Equal(["a", "b"], information.Select(i => i.Goal!.Id.Value).Order(StringComparer.Ordinal));
        Assert.All(information, i => Assert.InRange(i.Points, 0.13, 0.2));
    }

    [Fact]
    public void Scores_that_overlap_leave_both_portfolios_and_scores_apart_leave_one()
    {
        // One of two: 10 points, or 9 within a range
        var problem = Town.Plans(1).Values(tail: 1).Goal("a").Budget("geld", 1)
            .Can("vast", Costs1.Brings("a", 10)).Can("ruim", Costs1.Brings("a", 9)).Problem();
        RobustResult With(double most) => Analyse(
            problem with
            {
                Analysis = new()
                {
                    Initiatives = new Dictionary<InitiativeId, Ranges>
                    {
                        [new("ruim")] = Ranges.Certain with { Score = new(0.5, 1, most) },
                    },
                },
            },
            new RobustSettings { Spread = 0 });
        Assert.Equal(["ruim", "vast"], With(1.2).Portfolios!.Select(Text).Order(StringComparer.Ordinal)); // 4.5 to 10.8
        Assert.Equal(["vast"], With(1.1).Portfolios!.Select(Text)); // 4.5 to 9.9
    }

    [Fact]
    public void A_plan_holds_as_often_as_its_costs_stay_within_the_budget()
    {
        // Costs 8 of 10, times a factor of 1 to 2, most likely 1: at most 1.25 with chance 1 - 0.75² = 0.4375
        var problem = Town.Plans(1).Values(tail: 1).Goal("a").Budget("geld", 10).Can("groot", Way.Of(1).Spends("geld", 8).Brings("a", 5))
            .Can("klein", Way.Of(1).Spends("geld", 4).Brings("a", 3)).Problem() with
        {
            Analysis = new() { Ranges = Ranges.Certain with { Cost = new(1, 1, 2) } },
        };
        var result = Analyse(problem, new RobustSettings { Spread = 0, Vectors = 200 }, [Town.Chosen("groot@0")]);
        Assert.Equal(RobustMethod.Sampled, result.Method);
        Assert.InRange(result.Given!.HoldsShare, 0.33, 0.54); // three standard errors of 200 draws
        Assert.Equal(3, result.MostRobust!.Value); // the small one costs at most 8
        Assert.Equal(1, result.MostRobust.HoldsShare);
        Assert.Equal(2, result.MostRobust.WorstRegret, 1e-9);
        Assert.Null(result.Given.StaysBestUpTo);
    }

    [Fact]
    public void Says_that_a_spread_was_assumed_where_nobody_said_anything()
    {
        var result = Analyse(Example, new RobustSettings());
        Assert.Equal(WeightSource.Assumed, result.Source);
        Assert.Equal((0.5, 0.7), (Math.Round(result.Weights[0].Low, 9), Math.Round(result.Weights[0].High, 9))); // b: 0.3 to 0.5
    }

    [Fact]
    public void Where_no_plan_exists_the_conflict_is_the_answer()
    {
        var problem = Town.Plans(1).Budget("geld", 1).Must("duur", Way.Of(1).Spends("geld", 2)).Problem();
        var result = Analyse(problem, new RobustSettings());
        Assert.Equal(PlanStatus.Infeasible, result.Status);
        Assert.Equal(["budget/geld", "mandatory/duur"], result.Conflict.Order(StringComparer.Ordinal));
        Assert.Null(result.MostRobust);
        Assert.Empty(result.Initiatives);
    }

    [Fact]
    public void After_a_stop_it_says_what_was_not_planned()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = Robustness.Analyse(Example, PQ, Ordered, new AnalysisOptions(), cancellationToken: stop.Token);
        Assert.Equal(Ordered.Vectors, result.Unplanned);
        Assert.Equal(RobustMethod.Sampled, result.Method);
        Assert.Equal("PQ", Text(result.Given!.Selected));
        Assert.Null(result.Given.WorstRegretAtMost);
        // One plan that was compared with nothing says nothing of what is always chosen
        Assert.False(result.IsCoreKnown);
        Assert.True(Analyse(Example, Ordered).IsCoreKnown);
        // Nor does it say how good that plan is
        Assert.False(result.IsComplete || result.IsRegretKnown(result.Given));
        var all = Analyse(Example, Ordered, PQ);
        Assert.True(all.IsComplete && all.IsRegretKnown(all.Given!));
    }

    [Fact]
    public void Refuses_settings_that_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Analyse(Example, new RobustSettings { Vectors = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Analyse(Example, new RobustSettings { Spread = 1.5 }));
        Assert.Throws<ArgumentException>(() => Analyse(Example, new RobustSettings { Order = [new("x")] }));
        Assert.Throws<ArgumentException>(() => Analyse(Example, new RobustSettings { Order = [new("a"), new("a")] }));
        Assert.Throws<ArgumentException>(() => Analyse(Example, new RobustSettings { Order = [new("b"), new("a")], Spread = 0.1 }));
        Assert.Throws<ArgumentException>(() => Analyse(Example, new RobustSettings(), [Town.Chosen("X@0")]));
    }

    internal static string Text(IReadOnlyList<Choice> plan) => string.Concat(plan.Select(c => c.Initiative.Value));

    private static RobustResult Analyse(Problem problem, RobustSettings settings, IReadOnlyList<Choice>? plan = null) =>
        Robustness.Analyse(problem, plan, settings, cancellationToken: TestContext.Current.CancellationToken);
}
