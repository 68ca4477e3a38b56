using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Prices;

public class MeansPricingTests
{
    private static readonly AnalysisOptions ToTheEnd = new() { TimeLimit = TimeSpan.FromSeconds(10), Deterministic = true };

    [Fact]
    public void The_example_of_the_method_gains_three_by_ten_more()
    {
        // Money at 0.18 a unit: 10 more is worth 1.8 at that price. With 110 A and B fit: 12 + 9 = 21, 3 more than 18.
        // Never more than price × relief + what the certificate leaves open: 1.8 + 19.2 - 18 = 3
        var prices = Ask(Example(), Certified(Example()), new() { Relief = 0.1 });
        var money = Assert.Single(prices.Prices);
        Assert.Equal(("budget/geld", 0, 100.0), (money.Rule, money.Index, money.Limit));
        Assert.Equal(0.18, money.Price, 1e-6);
        Assert.Equal(1.8, money.Worth, 1e-5);
        Assert.Equal(0.0, money.Room!.Value, 1e-9);
        Assert.Equal(3.0, money.Gain!.Found, 1e-6);
        Assert.Equal(["A", "B"], money.Gain.Plan.Selected.Select(c => c.Initiative.Value));
        Assert.True(prices.IsComplete && prices.IsCertificateGiven);
    }

    [Fact]
    public void Too_little_more_brings_nothing_whatever_the_price()
    {
        // 105 still holds A and C only
        var money = Assert.Single(Ask(Example(), Certified(Example()), new() { Relief = 0.05 }).Prices);
        Assert.Equal(0.18, money.Price, 1e-6);
        Assert.Equal(0.0, money.Gain!.Found);
        Assert.Equal(0.0, money.Gain.Least);
    }

    [Fact]
    public void What_has_price_zero_is_tried_too_and_may_let_a_whole_initiative_fit()
    {
        // 12 of b2 holds A (5.5) but not C (7) beside it; 5% more, 12.6, does: 12 + 5 = 17
        var town = Town.Plans(1).Values(tail: 1).Goal("doel").Budget("b1", 10).Budget("b2", 12)
            .Can("A", Way.Of(1).Spends("b1", 6).Spends("b2", 5.5).Brings("doel", 12))
            .Can("B", Way.Of(1).Spends("b1", 6).Spends("b2", 5.5).Brings("doel", 11.9))
            .Can("C", Way.Of(1).Spends("b1", 4).Spends("b2", 7).Brings("doel", 5)).Problem();
        var plan = Certified(town) with { Certificate = new Certificate(99, new Dictionary<string, double> { ["budget/b1/0"] = 2 }) };
        var second = Ask(town, plan, new()).Prices.Single(p => p.Rule == "budget/b2");
        Assert.Equal(0.0, second.Price);
        Assert.Equal(5.0, second.Gain!.Found, 1e-6);
        Assert.Null(Ask(town, plan, new() { Confirm = 1 }).Prices.Single(p => p.Rule == "budget/b2").Gain);
    }

    [Fact]
    public void With_carry_over_money_of_a_year_counts_in_every_later_year()
    {
        var town = Town.Plans(2).Goal("doel").SavingBudget("spaar", 10, 10)
            .Can("a", Way.Of(1).Between(1, 1).Spends("spaar", 15).Brings("doel", 6))
            .Can("b", Way.Of(1).Between(1, 1).Spends("spaar", 10).Brings("doel", 3)).Problem();
        var plan = Certified(town) with { Certificate = new Certificate(99, new Dictionary<string, double> { ["budget/spaar/0"] = 0.1, ["budget/spaar/1"] = 0.3 }) };
        var prices = Ask(town, plan, new() { Confirm = 0 }).Prices;
        Assert.Equal(0.4, prices.Single(p => p.Index == 0).Price, 1e-9);
        Assert.Equal(0.3, prices.Single(p => p.Index == 1).Price, 1e-9);
    }

    [Fact]
    public void A_reserve_takes_its_part_of_a_unit_more()
    {
        var town = Town.Plans(1).Goal("doel").Capacity("team", [2], reserve: 0.25)
            .Can("a", Way.Of(1).Asks("team", 1.5).Brings("doel", 3)).Problem();
        var plan = Certified(town) with { Certificate = new Certificate(99, new Dictionary<string, double> { ["capacity/team/0"] = 2 }) };
        // Of one fte more 0.75 can be planned
        Assert.Equal(1.5, Ask(town, plan, new() { Confirm = 0 }).Prices.Single().Price, 1e-9);
    }

    [Fact]
    public void Gains_agree_with_trying_everything()
    {
        var seen = 0;
        for (var seed = 9000; seed < 9110; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            if (new BruteForce(problem).Best() is not { } best)
                continue;
            var plan = Certified(problem);
            var list = Ask(problem, plan, new() { Relief = 1, Confirm = 4 });
            Assert.Equal(best.Value, list.Base.Value!.Value, 1e-6);
            foreach (var price in list.Prices.Where(p => p.Gain is not null))
            {
                var eased = Eased(problem, price);
                var gain = new BruteForce(eased).Best()!.Value.Value - best.Value;
                var what = $"seed {seed}, {price.Rule} {price.Index}: truly {gain}, {price.Gain}";
                Assert.True(Math.Abs(gain - price.Gain!.Found) < 1e-6, what);
                Assert.True(price.Gain.Least <= gain + 1e-6 && price.Gain.Most >= gain - 1e-6, what);
                Assert.True(Evaluator.Check(eased, price.Gain.Plan).Holds, what);
                // Weak duality; a share stands before what plans spend, so that its price is no such limit
                if (problem.Frames.FirstOrDefault(f => $"frame/{f.Id}" == price.Rule) is not SpendShareFrame)
                    Assert.True(gain <= price.Worth + plan.Certificate!.Bound - best.Value + 1e-6, $"{what}, price {price.Price}");
                seen += gain > 1e-6 ? 1 : 0;
            }
        }
        Assert.True(seen > 10, $"only {seen} gains: too few to say anything");
    }

    [Fact]
    public void The_highest_are_confirmed_and_no_more_than_asked()
    {
        var problem = BusyTown.Make(31);
        var list = MeansPricing.Of(
            problem, Planner.Plan(problem, new() { TimeLimit = TimeSpan.FromSeconds(2) }, known: null, TestContext.Current.CancellationToken),
            new() { Confirm = 3 }, new() { TimeLimit = TimeSpan.FromSeconds(2) }, null, TestContext.Current.CancellationToken);
        Assert.Equal(3, list.Prices.Count(p => p.Gain is not null));
        Assert.All(list.Prices.Take(3), p => Assert.NotNull(p.Gain));
        Assert.Equal(list.Prices.OrderByDescending(p => p.Worth).Select(p => p.Worth), list.Prices.Select(p => p.Worth));
        Assert.All(list.Prices, p => Assert.True(p.Price >= 0));
        Assert.All(list.Prices.Take(3), p => Assert.True(p.Gain!.Least <= p.Gain.Found && p.Gain.Found <= p.Gain.Most));
    }

    [Fact]
    public void A_plan_without_a_certificate_gets_one()
    {
        var list = Ask(Example(), Certified(Example()) with { Certificate = null }, new() { Relief = 0.1 });
        Assert.False(list.IsCertificateGiven);
        Assert.Equal(0.18, list.Prices.Single().Price, 1e-6);
    }

    [Fact]
    public void After_a_stop_it_answers_with_prices_alone()
    {
        var list = MeansPricing.Of(Example(), Certified(Example()), null, ToTheEnd, null, new CancellationToken(canceled: true));
        Assert.False(list.IsComplete);
        Assert.Null(list.Prices.Single().Gain);
        Assert.Equal(0.18, list.Prices.Single().Price, 1e-6);
    }

    [Fact]
    public void A_plan_that_breaks_rules_has_no_prices()
    {
        var broken = new Plan(PlanStatus.Feasible, [Town.Chosen("A@0"), Town.Chosen("B@0")], 21, null, null, [], 0, "hand");
        Assert.Throws<ArgumentException>(() => MeansPricing.Of(Example(), broken, null, ToTheEnd, null, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeansPricing.Of(
            Example(), Certified(Example()), new() { Relief = 0 }, ToTheEnd, null, TestContext.Current.CancellationToken));
    }

    private static PriceList Ask(Problem problem, Plan plan, PriceSettings settings) =>
        MeansPricing.Of(problem, plan, settings, ToTheEnd, null, TestContext.Current.CancellationToken);

    private static Plan Certified(Problem problem) => Planner.Plan(
        problem, new() { Gap = 0, Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) }, known: null, TestContext.Current.CancellationToken);

    private static Problem Eased(Problem problem, MeansPrice price)
    {
        var prices = new RowPrices(
            new Koers.Planning.Formulation.Model(problem), new Certificate(0, new Dictionary<string, double>()), Evaluator.Evaluate(problem, []));
        return ScarceMeans.Of(problem, 1, prices.MeanRequest)
            .Single(m => m.Rule == price.Rule && m.Index == price.Index && m.Kind == price.Kind).Eased();
    }

    /// <summary>The example of docs/method.md, section 4.</summary>
    private static Problem Example() => Town.Plans(1).Values(tail: 1).Goal("doel").Budget("geld", 100)
        .Can("A", Way.Of(1).Spends("geld", 60).Brings("doel", 12))
        .Can("B", Way.Of(1).Spends("geld", 50).Brings("doel", 9))
        .Can("C", Way.Of(1).Spends("geld", 40).Brings("doel", 6)).Problem();
}
