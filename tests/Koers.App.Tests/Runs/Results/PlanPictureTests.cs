using Koers.App.Planning;
using Koers.App.Runs.Results;
using Koers.App.Tests.Planning;
using Koers.Domain.Initiatives;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.App.Tests.Runs.Results;

public class PlanPictureTests
{
    [Fact]
    public void Figures_of_a_plan_are_worked_out_from_its_problem()
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, cost: 60_000m, points: 4);
        town.With("2026-0002", InitiativeState.Weighed, cost: 60_000m, points: 6);
        var problem = ProblemBuilder.Build(town.Source);
        var plan = new Plan(PlanStatus.Feasible, [new Choice(new InitiativeId("2026-0002"), new VariantId("basis"), 0)], 3.375, 3.5, null, [], 1, "test");

        var picture = new PlanPictureMaking(problem).Of(7, plan, plan.Bound);

        Assert.Equal((7, 60_000), (picture.Run, picture.Money));
        var chosen = Assert.Single(picture.Chosen);
        Assert.Equal(("2026-0002", "ruimte", 0, 1, 60_000), (chosen.Number, chosen.Department, chosen.Start, chosen.Finish, chosen.Cost));
        Assert.Equal("2026-0001", Assert.Single(picture.LeftOut).Number);
        Assert.Equal(3.375, picture.Goals.Single(g => g.Code == "wonen").Value, 9);
        Assert.Equal((60_000, 100_000.10), (picture.Budgets[0].Years[0].Spent, picture.Budgets[0].Years[0].Available));
        Assert.Equal("hooguit 3,8% onder het best denkbare", picture.Proof!.Dutch);
    }

    [Fact]
    public void What_waits_for_what_is_told_of_what_is_chosen_only()
    {
        var town = new SmallTown();
        var first = town.With("2026-0001", InitiativeState.Weighed, cost: 10m);
        var second = town.With("2026-0002", InitiativeState.Weighed, cost: 10m);
        var third = town.With("2026-0003", InitiativeState.Weighed, cost: 10m);
        town.Relate("r1", RelationType.DependsOn, second, first);
        town.Relate("r2", RelationType.DependsOn, third, first);
        var problem = ProblemBuilder.Build(town.Source);
        var depends = problem.Relations.OfType<DependsOn>().First(r => r.After.Value != "2026-0003" && r.Before.Value != "2026-0003");
        var plan = new Plan(
            PlanStatus.Feasible,
            [new Choice(depends.Before, new VariantId("basis"), 0), new Choice(depends.After, new VariantId("basis"), 1)], 1, 1, null, [], 1, "test");

        var link = Assert.Single(new PlanPictureMaking(problem).Of(1, plan, null).Links);

        Assert.Equal((depends.Before.Value, depends.After.Value, true), (link.Before, link.After, link.IsNeeded));
    }

    [Fact]
    public void Where_no_plan_can_be_the_rules_that_collide_are_told_with_names()
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        var problem = ProblemBuilder.Build(town.Source);
        var plan = new Plan(PlanStatus.Infeasible, [], null, null, null, ["mandatory/2026-0001", "budget/investering"], 1, "test");

        var picture = new PlanPictureMaking(problem).Of(1, plan, null);

        Assert.True(picture.IsImpossible);
        Assert.Equal(["“Initiatief 2026-0001” moet worden gedaan", "budget Investeringen"], picture.Conflict.Select(rule => rule.Dutch));
    }

    [Fact]
    public void A_rule_says_the_year_or_quarter_that_it_is_about()
    {
        var words = new RuleWords(ProblemBuilder.Build(Town().Source));

        Assert.Equal("budget Investeringen in 2027", words.OfRow("budget/investering", "budget/investering/0").Dutch);
        Assert.Equal("people of Projectleiders in 2027 Q3", words.Of("capacity/projectleiders", 2).English);
        Assert.Equal("onbekend/regel", words.Of("onbekend/regel").Dutch);
        Assert.Equal(FrameUnit.Money, words.UnitOf("budget/investering"));
    }

    private static SmallTown Town()
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        return town;
    }
}
