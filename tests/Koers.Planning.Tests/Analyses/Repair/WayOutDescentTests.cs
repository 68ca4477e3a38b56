using Koers.Planning.Analyses;
using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Repair;

/// <summary>Ways out that come from a selection: what it exceeds, and the search for the selection that exceeds least.</summary>
public class WayOutDescentTests
{
    [Fact]
    public void Move_by_move_a_selection_costs_what_it_costs_worked_out_afresh()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var model = new Model(ProblemGenerator.Make(seed));
            var prices = new ExcessPrices(model, Elastic.Of(model));
            var (first, chance) = (model.Options.First, new Random(seed));
            var state = new PricedSelection(prices, [.. Enumerable.Repeat(-1, first.Length - 1)]);
            for (var move = 0; move < 60 && model.Options.Count > 0; move++)
            {
                var before = (state.Price, state.Broken);
                var i = model.Options.Initiative[chance.Next(model.Options.Count)];
                state.Begin();
                state.Apply(i, chance.Next(4) == 0 ? -1 : chance.Next(first[i], first[i + 1]));
                if (move % 3 == 0)
                {
                    state.Undo();
                    Assert.Equal(before, (state.Price, state.Broken));
                }
                var afresh = new PricedSelection(prices, state.Chosen);
                Assert.Equal(afresh.Price, state.Price, 1e-6 * Math.Max(1, afresh.Price));
                Assert.Equal(afresh.Broken, state.Broken, 1e-6);
            }
        }
    }

    [Fact]
    public void What_a_selection_exceeds_is_a_way_out_that_the_checker_accepts()
    {
        var accepted = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var model = new Model(ProblemGenerator.Make(seed));
            var ways = new CheckedWayOut(model, Elastic.Of(model));
            var (first, chance) = (model.Options.First, new Random(seed));
            for (var n = 0; n < 10; n++)
            {
                int[] chosen = [.. Enumerable.Range(0, first.Length - 1)
                    .Select(i => first[i] == first[i + 1] || chance.Next(2) == 0 ? -1 : chance.Next(first[i], first[i + 1]))];
                if (new PricedSelection(ways.Prices, chosen).Broken > 0)
                    continue;
                var way = ways.Of(chosen);
                Assert.True(way is not null, $"seed {seed}");
                Assert.Equal(0.0, way.Least);
                var plan = new Plan(PlanStatus.Feasible, way.Example, null, null, null, [], 0, "");
                Assert.Empty(Evaluator.Check(Relaxed.By(model.Problem, way.Changes), plan).Violations);
                accepted += way.Changes.Count > 0 ? 1 : 0;
            }
        }
        Assert.True(accepted > 100, $"{accepted}");
    }

    [Fact]
    public void A_poor_town_of_many_tasks_has_a_way_out_after_a_few_thousand_moves_and_more_moves_make_it_no_dearer()
    {
        var busy = BusyTown.Make(41, mandatory: 60);
        var model = new Model(busy with { Budgets = [.. busy.Budgets.Select(b => b with { PerYear = [.. b.PerYear.Select(m => 0.2 * m)] })] });
        var ways = new CheckedWayOut(model, Elastic.Of(model));
        var tasks = Enumerable.Range(0, busy.Initiatives.Count).Where(i => busy.Initiatives[i].Mandatory).Select(i => model.Options.First[i]);
        var descent = new WayOutDescent(ways.Prices, tasks, 1);
        descent.Run(batch => batch / 40.0);
        var first = ways.Of(descent.Best!)!;
        descent.Run(batch => batch / 200.0);
        var second = ways.Of(descent.Best!)!;
        Assert.True(first.Price > 0 && second.Price <= 1.01 * first.Price, $"{first.Price} {second.Price}");
    }

    [Fact]
    public void What_a_solver_gives_way_without_need_is_not_taken_over()
    {
        // brug asks 80 of 50: 30 more is 60% of the budget, 60 points. A solver stopped early says 1,000,000 more
        var problem = Town.Plans(1).Budget("geld", 50).Must("brug", Way.Of(1).Spends("geld", 80).Brings("wonen", 1)).Goal("wonen").Problem();
        var model = new Model(problem);
        ElasticLimit[] money = [.. Elastic.Of(model).Where(limit => limit.Rule == "budget/geld")];
        var way = new CheckedWayOut(model, money).Of([0], new ElasticResult(ExactStatus.Stopped, [0], [1e6], 2e6, 0));
        Assert.Equal(60, way!.Price, 6);
        Assert.Equal(80, Assert.Single(way.Changes).New!.Value, 6);
    }
}
