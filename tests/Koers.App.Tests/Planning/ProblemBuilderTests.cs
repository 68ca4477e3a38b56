using Koers.App.Planning;
using Koers.App.Requests;
using Koers.Domain.Agreements;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Scenarios;
using Koers.Domain.Weighing;
using Koers.Planning.Problems;
using Xunit;
using Frame = Koers.Domain.Frames.Frame;
using FrameType = Koers.Domain.Frames.FrameType;

namespace Koers.App.Tests.Planning;

public class ProblemBuilderTests
{
    [Fact]
    public void Goals_means_and_time_are_what_the_executive_set_and_what_is_not_said_is_nothing()
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        var problem = ProblemBuilder.Build(town.Source);
        Assert.Equal(new Horizon(SmallTown.Start, 4, 4), problem.Horizon);
        Assert.Equal([("groen", 0.25), ("wonen", 0.75)], problem.Goals.Select(g => (g.Id.Value, g.Weight)).Order());
        Assert.Equal([100_000.10], Assert.Single(problem.Budgets).PerYear);
        // Quarters 2 and 4 are not said
        Assert.Equal([2, 0, 1.5, 0], Assert.Single(problem.Capacities).PerPeriod);
    }

    [Fact]
    public void Weights_of_a_tree_multiply_and_a_level_that_is_not_whole_is_refused()
    {
        var town = new SmallTown();
        var content = town.Content;
        content.Goals.Add(new Domain.Goals.Goal { Id = Guid.CreateVersion7(), Code = "sociaal", Name = "Sociaal", Weight = 0.4, ParentId = town.Wonen.Id });
        content.Goals.Add(new Domain.Goals.Goal { Id = Guid.CreateVersion7(), Code = "koop", Name = "Koop", Weight = 0.6, ParentId = town.Wonen.Id });
        var problem = ProblemBuilder.Build(town.Source with { Frames = content });
        // 0.75 x 0.4 and 0.75 x 0.6: the goal above them is no leaf any more
        Assert.Equal([("groen", 0.25), ("koop", 0.45), ("sociaal", 0.3)], problem.Goals.Select(g => (g.Id.Value, Math.Round(g.Weight, 12))).Order());
        content.Goals[^1].Weight = 0.5;
        var refused = Assert.Throws<AgainstRuleException>(() => ProblemBuilder.Build(town.Source with { Frames = content }));
        Assert.Contains("onder doel wonen tellen op tot 90% en niet tot 100%", refused.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scored_goal_counts_the_mean_of_the_assessors_times_the_share_of_the_variant_and_another_the_estimate()
    {
        var town = new SmallTown();
        var initiative = town.With("2026-0001", InitiativeState.Weighed, points: 99);
        initiative.Variants[0].EffectShare = 0.5;
        initiative.Variants[0].Effects.Add(new VariantEffect { GoalId = town.Groen.Id, Points = -3 });
        Score Of(double points) => new() { Id = Guid.CreateVersion7(), InitiativeId = initiative.Id, GoalId = town.Wonen.Id, AssessorId = Guid.NewGuid(), Points = points };
        var problem = ProblemBuilder.Build(town.Source with { Scores = [Of(4), Of(9)] });
        // (4 + 9) / 2 x 0.5 = 3.25 for living; nobody scored green
        var variant = problem.Initiatives[0].Variants[0];
        Assert.Equal((3.25, -3), (variant.Contribution[new GoalId("wonen")], variant.Contribution[new GoalId("groen")]));
    }

    [Fact]
    public void Money_and_people_are_added_per_quarter_from_the_start_and_exactly()
    {
        var town = new SmallTown();
        var variant = town.With("2026-0001", InitiativeState.Weighed, cost: 0.10m).Variants[0];
        variant.Duration = 3;
        variant.Spends.Add(new VariantSpend { BudgetId = town.Budget.Id, Quarter = 0, Amount = Euro.Of(0.20m) });
        variant.Spends.Add(new VariantSpend { BudgetId = town.Budget.Id, Quarter = 1, Amount = Euro.Of(5m) });
        variant.Spends.Add(new VariantSpend { BudgetId = town.Budget.Id, Quarter = null, Amount = Euro.Of(7m) });
        variant.Efforts.Add(new VariantEffort { PoolId = town.Pool.Id, Quarter = 1, Fte = 0.5 });
        var entry = ProblemBuilder.Build(town.Source).Initiatives[0].Variants[0];
        // 0.10 + 0.20 is 0.3, which it is not in binary fractions
        Assert.Equal([0.3, 5], entry.Spend[new BudgetId("investering")]);
        Assert.Equal(7, entry.SpendAfter[new BudgetId("investering")]);
        Assert.Equal([0, 0.5], entry.Effort[new CapacityId("projectleiders")]);
        Assert.Equal((0, 1), (entry.EarliestStart, entry.LatestStart));
    }

    [Fact]
    public void Running_work_is_fixed_also_where_it_began_before_or_ends_after_the_time_that_is_planned()
    {
        var town = new SmallTown();
        var initiative = town.With("2026-0001", InitiativeState.Running);
        initiative.AgreedStart = new DateOnly(2026, 7, 1);
        initiative.Variants[0].Duration = 8;
        initiative.Variants.Add(new Domain.Initiatives.Variant { Id = Guid.CreateVersion7(), Code = "plus" });
        var entry = Assert.Single(ProblemBuilder.Build(town.Source).Initiatives);
        var variant = Assert.Single(entry.Variants);
        // From 1 July 2026, two quarters before the first; of its eight quarters six lie before the end of the fourth
        Assert.Equal((true, "basis", -2, -2, 6), (entry.Mandatory, variant.Id.Value, variant.EarliestStart, variant.LatestStart, variant.Duration));
        Assert.Equal(8, variant.Effect.Profile.Count);
    }

    [Fact]
    public void Weighed_and_chosen_work_is_free_statutory_work_must_be_in_and_the_rest_takes_no_part()
    {
        var town = new SmallTown();
        foreach (var state in Enum.GetValues<InitiativeState>())
            town.With($"2026-{(int)state:0000}", state);
        town.With("2026-0100", InitiativeState.Weighed).IsStatutory = true;
        var problem = ProblemBuilder.Build(town.Source);
        Assert.Equal(
            [("2026-0003", false), ("2026-0004", false), ("2026-0007", true), ("2026-0100", true)],
            problem.Initiatives.Select(i => (i.Id.Value, i.Mandatory)));
        Assert.Equal(("ruimte", "ja"), (problem.Initiatives[3].Labels["afdeling"], problem.Initiatives[3].Labels["wettelijk"]));
    }

    [Fact]
    public void A_scenario_forces_in_and_out_pins_starts_and_can_bring_back_what_is_parked()
    {
        var town = new SmallTown();
        var (kept, gone, pinned, parked) = (
            town.With("2026-0001", InitiativeState.Weighed), town.With("2026-0002", InitiativeState.Weighed),
            town.With("2026-0003", InitiativeState.Weighed), town.With("2026-0004", InitiativeState.Parked));
        var problem = ProblemBuilder.Build(town.Source with
        {
            Choices =
            [
                new ScenarioChoice { InitiativeId = kept.Id, Kind = ScenarioChoiceKind.ForceIn, Variant = "basis" },
                new ScenarioChoice { InitiativeId = gone.Id, Kind = ScenarioChoiceKind.ForceOut },
                new ScenarioChoice { InitiativeId = pinned.Id, Kind = ScenarioChoiceKind.PinStart, Start = new DateOnly(2027, 7, 1) },
                new ScenarioChoice { InitiativeId = parked.Id, Kind = ScenarioChoiceKind.ForceIn },
            ],
        });
        Assert.Equal(
            [("2026-0001", true, 0, 3), ("2026-0003", false, 2, 2), ("2026-0004", true, 0, 3)],
            problem.Initiatives.Select(i => (i.Id.Value, i.Mandatory, i.Variants[0].EarliestStart, i.Variants[0].LatestStart)));
        var refused = Assert.Throws<AgainstRuleException>(() => ProblemBuilder.Build(town.Source with
        {
            Choices = [new ScenarioChoice { InitiativeId = kept.Id, Kind = ScenarioChoiceKind.ForceIn, Variant = "plus" }],
        }));
        Assert.Contains("2026-0001", refused.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_keep_their_meaning_in_years_and_labels()
    {
        var town = new SmallTown();
        var content = town.Content;
        Frame Of(FrameType type, string code) => new() { Id = Guid.CreateVersion7(), Code = code, Name = code, Type = type, Min = 1, Max = 5 };
        content.Frames.AddRange(Enum.GetValues<FrameType>().Select(type => Of(type, $"f{(int)type}")));
        content.Frames[0].GoalId = town.Groen.Id;
        content.Frames[1].Years.Add(2027);
        content.Frames[1].BudgetIds.Add(town.Budget.Id);
        content.Frames[1].Conditions.Add(new FrameCondition { Label = "soort", Values = ["innovatie", "verbetering"] });
        content.Frames[2].Max = 0.5m;
        content.Frames[2].Min = 0.04m;
        content.Frames[6].PoolId = town.Pool.Id;
        var past = Of(FrameType.Spend, "verleden");
        past.Years.Add(2026);
        content.Frames.Add(past);
        var frames = ProblemBuilder.Build(town.Source with { Frames = content }).Frames;
        Assert.Equal(["goalFloor", "spend", "spendShare", "count", "concurrent", "starts", "effort", "risk"], frames.Select(f => f.Type));
        var spend = Assert.IsType<SpendFrame>(frames[1]);
        Assert.Equal((0, "investering", 1, 5), (spend.Years![0], spend.Budgets![0].Value, spend.Min, spend.Max));
        Assert.Equal(["innovatie", "verbetering"], spend.Where.Labels["soort"]);
    }

    [Fact]
    public void Money_that_these_frames_do_not_have_stands_in_the_way_and_every_reason_is_told_at_once()
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        town.With("2026-0002", InitiativeState.Weighed);
        var content = town.Content;
        content.Budgets.Clear();
        var refused = Assert.Throws<AgainstRuleException>(() => ProblemBuilder.Build(town.Source with { Frames = content }));
        Assert.Contains("2026-0001", refused.Text.English, StringComparison.Ordinal);
        Assert.Contains("2026-0002", refused.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agreement_in_force_is_what_planning_again_begins_at()
    {
        var town = new SmallTown();
        var (chosen, rejected) = (town.With("2026-0001", InitiativeState.Chosen), town.With("2026-0002", InitiativeState.Rejected));
        var agreement = new PortfolioAgreement { Id = Guid.CreateVersion7(), Number = 1, Name = "Afspraak", RunId = Guid.NewGuid(), AdoptedAt = DateTimeOffset.UnixEpoch };
        agreement.Initiatives.Add(new AgreedInitiative { InitiativeId = chosen.Id, Variant = "basis", Start = new DateOnly(2027, 4, 1) });
        agreement.Initiatives.Add(new AgreedInitiative { InitiativeId = rejected.Id, Variant = "basis", Start = SmallTown.Start });
        var held = Assert.Single(ProblemBuilder.Build(town.Source with { Agreement = agreement }).Reference!.Plan);
        Assert.Equal(("2026-0001", "basis", 1), (held.Initiative.Value, held.Variant.Value, held.Start));
    }
}
