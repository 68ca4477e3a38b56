using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;
using SiloAnalysis = Koers.Planning.Analyses.Silos;

namespace Koers.Planning.Tests.Analyses.Silos;

public class SiloTests
{
    private static readonly AnalysisOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(4) };

    /// <summary>The example of docs/method-silos.md. Effects count in the first period only, so that the start does not matter.</summary>
    private static Town TwoDepartments => Town.Plans(periods: 2).Capacity("specialist", [1, 1])
        .Can("brug", Way.Of(1).Asks("specialist", 1).Brings("doel", 10).Works([1.0], 0)).Labelled("afdeling", "Ruimte")
        .Can("pad", Way.Of(1).Asks("specialist", 0.5).Brings("doel", 3).Works([1.0], 0)).Labelled("afdeling", "Ruimte")
        .Can("school", Way.Of(1).Asks("specialist", 1).Brings("doel", 10).Works([1.0], 0)).Labelled("afdeling", "Jeugd")
        .Can("plein", Way.Of(1).Asks("specialist", 0.5).Brings("doel", 2).Works([1.0], 0)).Labelled("afdeling", "Jeugd");

    [Fact]
    public void Two_departments_that_share_a_specialist_do_what_neither_can_with_half_of_one()
    {
        // Whole: brug in one period and school in the other = 20. Both departments ask 1.5, so each gets half a specialist: brug and school
        // ask 1 and do not fit; pad and plein do: 3 + 2 = 5. Lost: 15
        var report = SiloAnalysis.Compare(TwoDepartments.Problem(), new("afdeling"), Quick, cancellationToken: Token);
        var outcome = report.Outcome!;
        Assert.Equal(["Jeugd", "Ruimte"], report.Parts.Select(part => part.Value));
        Assert.All(report.Parts, part => Assert.Equal(0.5, part.Capacities.Values.Single(), 9));
        Assert.Equal((20.0, 5.0, 15.0), (outcome.Whole.Value, outcome.Silos.Value, outcome.Loss));
        Assert.Equal((15.0, 15.0), (Math.Round(outcome.LeastLoss, 6), Math.Round(outcome.MostLoss!.Value, 6)));
        Assert.Equal([(10.0, 2.0), (10.0, 3.0)], report.Parts.Select(part => (part.WholeValue, part.OutcomeValue)));
        foreach (var large in (string[])["brug", "school"])
        {
            var fare = Fare(outcome, large);
            Assert.Equal(SiloObstacle.TooLarge, fare.Obstacle);
            Assert.Equal(["capacity/specialist"], fare.Rules);
        }

        // Of 2 units the whole uses 2; each half specialist has 1 unit, of which pad and plein use 0.5: 1 lies idle, 0.5 at each
        var means = Assert.Single(outcome.Means);
        Assert.Equal((2.0, 2.0, 1.0, 1.0), (means.Available, means.Whole, means.Silos, means.Stranded));
        Assert.Equal([0.5, 0.5], means.Left);
    }

    [Fact]
    public void Historic_shares_give_the_specialist_to_who_always_had_them()
    {
        // Ruimte has the whole specialist: brug in one period, and pad in the other = 13; Jeugd nothing. Lost: 20 - 13 = 7
        var problem = With(TwoDepartments.Problem(), Share("Ruimte", 1), Share("Jeugd", 0));
        var outcome = SiloAnalysis.Compare(problem, Historic, Quick, cancellationToken: Token).Outcome!;
        Assert.Equal((13.0, 7.0), (outcome.Silos.Value, outcome.Loss));
    }

    [Fact]
    public void What_is_missing_in_historic_shares_is_named()
    {
        var problem = TwoDepartments.Problem();
        Assert.Equal(HistoricShareFault.None, Assert.Single(HistoricShares.Check(problem, "afdeling")).Kind);
        Assert.Equal(
            new HistoricShareProblem(HistoricShareFault.Missing, "Jeugd", "capacity/specialist", null),
            Assert.Single(HistoricShares.Check(With(problem, Share("Ruimte", 1)), "afdeling")));
        var much = Assert.Single(HistoricShares.Check(With(problem, Share("Ruimte", 0.75), Share("Jeugd", 0.5)), "afdeling"));
        Assert.Equal((HistoricShareFault.TooMuch, "capacity/specialist", 1.25), (much.Kind, much.Rule, much.Share));
        Assert.Equal(
            HistoricShareFault.Twice,
            Assert.Single(HistoricShares.Check(With(problem, Share("Ruimte", 0.5), Share("Ruimte", 0.5)), "afdeling")).Kind);
        Assert.Empty(HistoricShares.Check(With(problem, Share("Ruimte", 0.5), Share("Jeugd", 0.5)), "afdeling"));
        var fault = Assert.Throws<ArgumentException>(() => SiloAnalysis.Compare(
            With(problem, Share("Ruimte", 1)), Historic, Quick, cancellationToken: Token));
        Assert.Contains("Jeugd capacity/specialist", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_shares_do_not_ask_who_asks()
    {
        // Jeugd asks 1 of 4: asked gives it a quarter, equal a half
        var town = Town.Plans(1).Budget("geld", 8)
            .Can("brug", Way.Of(1).Spends("geld", 3)).Labelled("afdeling", "Ruimte")
            .Can("school", Way.Of(1).Spends("geld", 1)).Labelled("afdeling", "Jeugd").Problem();
        double[] Shares(MeansDivision division) => [.. SiloAnalysis.Compare(
            town, new("afdeling") { Division = division }, Quick, cancellationToken: Token).Parts.Select(p => p.Budgets.Values.Single())];
        Assert.Equal([0.25, 0.75], Shares(MeansDivision.Asked));
        Assert.Equal([0.5, 0.5], Shares(MeansDivision.Equal));
    }

    [Fact]
    public void What_needs_another_part_and_what_needs_that_can_only_be_carried_by_the_whole()
    {
        var problem = Independent("a/X b/Y c/Y d/Y")
            .Has(new Requires(new("r1"), new("b"), new("a"))).Has(new Requires(new("r2"), new("c"), new("b"))).Problem();
        var outcome = SiloAnalysis.Compare(problem, new("deel"), Quick, cancellationToken: Token).Outcome!;
        Assert.Equal((SiloObstacle.NeedsOtherPart, "requires/r1"), (Fare(outcome, "b").Obstacle, Fare(outcome, "b").Rules.Single()));
        Assert.Equal((SiloObstacle.NeedsOtherPart, "requires/r2"), (Fare(outcome, "c").Obstacle, Fare(outcome, "c").Rules.Single()));
        Assert.Equal((4.0, 2.0), (outcome.Whole.Value, outcome.Silos.Value));
    }

    [Fact]
    public void What_excludes_another_part_shows_only_when_the_plans_are_put_together()
    {
        // a and b exclude each other: each part plans its own, together only the better one stays: 1 + 1 against 1 + 1
        var problem = Independent("a/X b/Y c/Y").Has(new Excludes(new("e"), Town.Ids("a", "b"))).Problem();
        var outcome = SiloAnalysis.Compare(problem, new("deel"), Quick, cancellationToken: Token).Outcome!;
        Assert.Equal((2.0, 2.0), (outcome.Whole.Value, outcome.Silos.Value));
        var collision = Assert.Single(outcome.Fares, fare => fare.Obstacle == SiloObstacle.Collides);
        Assert.Equal(["excludes/e"], collision.Rules);
        Assert.NotNull(collision.Planned);
    }

    [Fact]
    public void A_synergy_between_parts_is_lost_where_only_the_whole_does_its_loss_making_half()
    {
        // b alone is worth nothing and spends Y's only euro; d is worth 1. With a, b is worth 3 more
        var problem = Town.Plans(1).Budget("geld", 2)
            .Can("a", One("geld", 1)).Labelled("deel", "X")
            .Can("b", Way.Of(1).Spends("geld", 1)).Labelled("deel", "Y")
            .Can("d", One("geld", 1)).Labelled("deel", "Y").Has(new Synergy(new("s"), Town.Ids("a", "b"), 3)).Problem();
        // X asks 1 of 3: two thirds of a euro, too little for a; Y gets 4/3 and does d
        var asked = SiloAnalysis.Compare(problem, new("deel"), Quick, cancellationToken: Token).Outcome!;
        Assert.Equal((4.0, 1.0), (asked.Whole.Value, asked.Silos.Value));
        // Equal: each 1. a and d: 2. The whole: a and b with the synergy: 1 + 3 = 4
        var equal = SiloAnalysis.Compare(
            problem, new("deel") { Division = MeansDivision.Equal }, Quick, cancellationToken: Token).Outcome!;
        Assert.Equal((4.0, 2.0), (equal.Whole.Value, equal.Silos.Value));
        Assert.Equal(SiloObstacle.BetterTogether, Fare(equal, "b").Obstacle);
        Assert.Equal("s", Assert.Single(equal.Synergies).Id.Value);
    }

    [Fact]
    public void A_statutory_task_that_does_not_fit_its_share_is_broken_and_the_whole_is_freed_of_it_too()
    {
        // taak asks 1 and brings nothing; with equal shares of 1 each part has a half and can only do its small one. The whole with the task:
        // nothing else fits = 0. Without: both small ones = 2, which is what the parts bring
        var problem = Town.Plans(1).Budget("geld", 1)
            .Must("taak", Way.Of(1).Spends("geld", 1)).Labelled("deel", "X")
            .Can("a", One("geld", 0.5)).Labelled("deel", "X").Can("b", One("geld", 0.5)).Labelled("deel", "Y").Problem();
        var report = SiloAnalysis.Compare(
            problem, new("deel") { Division = MeansDivision.Equal }, Quick, cancellationToken: Token);
        Assert.Equal(0.0, report.Whole.Value);
        Assert.Equal(["mandatory/taak"], report.Outcome!.Broken);
        Assert.Equal(["mandatory/taak"], report.Parts[0].Broken);
        Assert.Empty(report.Parts[1].Broken);
        Assert.Equal((2.0, 2.0), (report.Outcome.Whole.Value, report.Outcome.Silos.Value));
    }

    [Fact]
    public void One_part_loses_nothing()
    {
        var town = TwoDepartments.Problem();
        var problem = town with
        {
            Initiatives = [.. town.Initiatives.Select(i => i with { Labels = new Dictionary<string, string> { ["x"] = "y" } })],
        };
        var report = SiloAnalysis.Compare(problem, new("x"), Quick, cancellationToken: Token);
        Assert.Equal(0.0, report.Outcome!.Loss);
        Assert.Equal(20.0, Assert.Single(report.Parts).OutcomeValue);
    }

    [Fact]
    public void Initiatives_without_the_label_are_a_part_of_their_own_and_get_what_history_leaves()
    {
        // Ruimte has had 0.6 of the specialist: nobody's initiatives get the other 0.4 in both periods
        var town = Town.Plans(2).Capacity("specialist", [1, 1])
            .Can("brug", Way.Of(1).Asks("specialist", 0.6).Brings("doel", 1).Works([1.0], 0)).Labelled("afdeling", "Ruimte")
            .Can("los", Way.Of(1).Asks("specialist", 0.4).Brings("doel", 1).Works([1.0], 0)).Problem();
        var report = SiloAnalysis.Compare(With(town, Share("Ruimte", 0.6)), Historic, Quick, cancellationToken: Token);
        Assert.Equal(["Ruimte", null], report.Parts.Select(part => part.Value));
        Assert.Equal(0.4, report.Parts[1].Capacities.Values.Single(), 9);
        Assert.Equal(0.0, report.Outcome!.Loss);
    }

    [Fact]
    public void A_label_that_nobody_has_is_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => SiloAnalysis.Compare(
            TwoDepartments.Problem(), new("wijk"), Quick, cancellationToken: Token));
        Assert.Contains("wijk", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["afdeling"], SiloAnalysis.LabelsOf(TwoDepartments.Problem()));
    }

    [Fact]
    public void A_whole_without_a_plan_answers_with_the_conflict()
    {
        var problem = Town.Plans(1).Budget("geld", 1).Must("a", One("geld", 2)).Labelled("deel", "X").Problem();
        var report = SiloAnalysis.Compare(problem, new("deel"), Quick, cancellationToken: Token);
        Assert.Equal(PlanStatus.Infeasible, report.Whole.Status);
        Assert.Equal(["budget/geld", "mandatory/a"], report.Whole.Conflict.Order());
        Assert.Null(report.Outcome);
    }

    [Fact]
    public void A_stop_before_it_began_throws_nothing_and_claims_nothing()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var report = SiloAnalysis.Compare(TwoDepartments.Problem(), new("afdeling"), Quick, cancellationToken: stopped.Token);
        Assert.True(report.Outcome is null || report.Outcome.Silos.Value <= report.Outcome.Whole.Value);
        Assert.True(report.Outcome?.MostLoss is null or >= 15 - 1e-6);
    }

    [Fact]
    public void Where_a_part_has_no_plan_nothing_is_said_of_the_loss()
    {
        // The first task is the whole; after it the pool answers that it knows nothing
        var pool = new PoolThatStops(after: 1);
        var report = SiloAnalysis.Compare(
            TwoDepartments.Problem(), new("afdeling"), Quick with { Pool = pool }, cancellationToken: Token);
        Assert.Equal(20.0, report.Whole.Value);
        Assert.False(report.IsLossKnown);
    }

    [Fact]
    public void Where_the_whole_has_no_plan_of_its_own_what_the_parts_bring_is_not_taken_for_it()
    {
        var report = SiloAnalysis.Compare(
            TwoDepartments.Problem(), new("afdeling"), Quick with { Pool = new PoolThatStops(after: 0) }, cancellationToken: Token);
        Assert.Null(report.Whole.Value);
        Assert.False(report.IsLossKnown);
    }

    [Fact]
    public void The_loss_of_the_example_is_of_means_too_small_to_use_less_what_the_parts_do_instead()
    {
        // brug and school, 10 each, are too large; instead pad and plein bring 3 + 2: 20 - 5 = 15
        var report = SiloAnalysis.Compare(TwoDepartments.Problem(), new("afdeling"), Quick, cancellationToken: Token);
        Assert.True(report.IsLossKnown);
        Assert.Equal(new SiloLoss(SiloObstacle.TooLarge, 2, 20), Assert.Single(report.Outcome!.Losses));
        Assert.Equal(-5.0, report.Outcome.OtherLoss, 9);
    }

    [Fact]
    public void A_least_share_of_spending_does_not_throw_out_what_the_parts_can_do()
    {
        // Equal shares of 2: each part 1. nieuw asks 1.5 and is too large, oud asks 0.5. At least half of all spending must go to nieuw: with
        // oud alone it does not, and the whole is freed of that too: both, 2, against oud, 1
        var problem = Town.Plans(1).Budget("geld", 2)
            .Can("oud", One("geld", 0.5)).Labelled("deel", "X").Can("nieuw", One("geld", 1.5)).Labelled("deel", "Y").Problem() with
        {
            Frames = [new SpendShareFrame(
                new("half"), "half", new Selector(new Dictionary<string, IReadOnlyList<string>> { ["deel"] = ["Y"] }), null, null, 0.5, null)],
        };
        var outcome = SiloAnalysis.Compare(
            problem, new("deel") { Division = MeansDivision.Equal }, Quick, cancellationToken: Token).Outcome!;
        Assert.Equal(["frame/half"], outcome.Broken);
        Assert.Equal((2.0, 1.0), (outcome.Whole.Value, outcome.Silos.Value));
    }

    /// <summary>A pool of this machine that has time for the first plans only.</summary>
    private sealed class PoolThatStops(int after) : IPlanningPool
    {
        private readonly LocalPool _pool = new();
        private int _planned;

        public int Width => _pool.Width;

        public IReadOnlyList<Plan> PlanAll(
            IReadOnlyList<PlanningTask> tasks, Action<int, Plan>? finished = null, CancellationToken cancellationToken = default) =>
            _planned++ < after
                ? _pool.PlanAll(tasks, finished, cancellationToken)
                : [.. tasks.Select(_ => new Plan(PlanStatus.Unknown, [], null, null, null, [], 0, ""))];
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SiloSettings Historic => new("afdeling") { Division = MeansDivision.Historic };

    private static SiloFare Fare(SiloOutcome outcome, string initiative) =>
        outcome.Fares.Single(fare => fare.Initiative.Id.Value == initiative);

    private static Way One(string budget, double money) => Way.Of(1).Spends(budget, money).Brings("doel", 1).Works([1.0], 0);

    private static Town Independent(string initiatives)
    {
        var town = Town.Plans(1);
        foreach (var initiative in initiatives.Split(' ').Select(text => text.Split('/')))
            town.Can(initiative[0], Way.Of(1).Brings("doel", 1).Works([1.0], 0)).Labelled("deel", initiative[1]);
        return town;
    }

    private static Problem With(Problem problem, params MeansShare[] shares) =>
        problem with { Analysis = problem.Analysis with { Shares = shares } };

    private static MeansShare Share(string part, double specialist) => new(
        "afdeling", part, new Dictionary<BudgetId, double>(), new Dictionary<CapacityId, double> { [new("specialist")] = specialist });
}
