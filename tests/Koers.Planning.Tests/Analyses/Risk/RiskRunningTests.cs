using Koers.Planning.Analyses;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Risk;

public class RiskRunningTests
{
    private static readonly Lazy<(Problem Problem, Choice[] Plan)> Busy = new(() =>
    {
        var problem = BusyTown.Make(1);
        return (problem, [.. problem.Initiatives.Where((_, n) => n % 5 == 0).Select((i, n) => new Choice(i.Id, i.Variants[0].Id, n % 8))]);
    });

    private static RiskResult Simulate(int runs, int seed = 1, int threads = 2) =>
        Busy.Value.Problem.Simulate(runs, Busy.Value.Plan, seed, threads);

    [Fact]
    public void The_same_seed_gives_the_same_figures_to_the_last_digit_on_any_number_of_threads()
    {
        var one = RiskTowns.Text(Simulate(3000, threads: 1));
        Assert.Equal(one, RiskTowns.Text(Simulate(3000, threads: 2)));
        Assert.Equal(one, RiskTowns.Text(Simulate(3000, threads: 5)));
        Assert.NotEqual(one, RiskTowns.Text(Simulate(3000, seed: 2)));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(900)]
    [InlineData(1500)]
    public void A_stop_answers_with_the_runs_done_as_if_no_more_had_been_asked(int after)
    {
        using var stop = new CancellationTokenSource();
        var stopped = PlanRisk.Simulate(
            // Several threads are then in the middle of a block: what comes after the first of these must not count
            Busy.Value.Problem, Busy.Value.Plan, new RiskSettings { Runs = 100_000 }, RiskTowns.Options(threads: 6),
            new Telling(done => { if (done.Done >= after) stop.Cancel(); }), stop.Token);
        Assert.InRange(stopped.Runs, after, 99_999);
        Assert.Equal(100_000, stopped.RunsAsked);
        Assert.Equal(RiskTowns.Text(Simulate(stopped.Runs)), RiskTowns.Text(stopped));
    }

    [Fact]
    public void Even_who_stops_at_once_gets_an_answer()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var stopped = PlanRisk.Simulate(
            Busy.Value.Problem, Busy.Value.Plan, new RiskSettings { Runs = 5000 }, RiskTowns.Options(), null, stop.Token);
        Assert.Equal(1, stopped.Runs);
        // One run says nothing of what one in twenty does
        Assert.Empty(stopped.Budgets[0].Total.Buffers);
    }

    [Fact]
    public void Time_that_runs_out_is_a_stop_unless_the_answer_must_be_repeatable()
    {
        var options = RiskTowns.Options() with { TimeLimit = TimeSpan.FromMilliseconds(1), Deterministic = false };
        var settings = new RiskSettings { Runs = 200_000 };
        var hurried = PlanRisk.Simulate(Busy.Value.Problem, Busy.Value.Plan, settings, options, null, TestContext.Current.CancellationToken);
        Assert.InRange(hurried.Runs, 1, 199_999);
        var patient = PlanRisk.Simulate(
            Busy.Value.Problem, Busy.Value.Plan, settings with { Runs = 2000 }, options with { Deterministic = true }, null,
            TestContext.Current.CancellationToken);
        Assert.Equal(2000, patient.Runs);
    }

    [Fact]
    public void Progress_counts_every_run_once_and_in_order()
    {
        var told = new List<AnalysisProgress>();
        PlanRisk.Simulate(
            Busy.Value.Problem, Busy.Value.Plan, new RiskSettings { Runs = 1000 }, RiskTowns.Options(), new Telling(told.Add),
            TestContext.Current.CancellationToken);
        Assert.Equal(new AnalysisProgress(1000, 1000), told[^1]);
        Assert.Equal(told.Select(t => t.Done).Order().Distinct(), told.Select(t => t.Done));
    }

    [Fact]
    public void More_money_or_people_never_make_an_excess_more_likely()
    {
        for (var seed = 8400; seed < 8440; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            Choice[] plan = [.. problem.Initiatives.Select(i => i.Variants[0]).Zip(problem.Initiatives)
                .Where(p => p.First.LatestStart >= p.First.EarliestStart)
                .Select(p => new Choice(p.Second.Id, p.First.Id, p.First.EarliestStart))];
            var richer = problem with
            {
                Budgets = [.. problem.Budgets.Select(b => b with { PerYear = [.. b.PerYear.Select(m => m + 1)] })],
                Capacities = [.. problem.Capacities.Select(c => c with { PerPeriod = [.. c.PerPeriod.Select(u => u + 1)] })],
            };
            var (less, more) = (problem.Simulate(300, plan), richer.Simulate(300, plan));
            Assert.True(more.NothingExceeded.Probability >= less.NothingExceeded.Probability);
            foreach (var (a, b) in Slices(less).Zip(Slices(more)))
            {
                Assert.True(b.Chance.Probability <= a.Chance.Probability);
                Assert.True(b.Expected <= a.Expected + 1e-9);
                Assert.All(a.Buffers.Zip(b.Buffers), pair => Assert.True(pair.Second.Amount <= pair.First.Amount + 1e-4));
            }
        }
    }

    [Fact]
    public void An_initiative_has_the_same_luck_in_every_plan()
    {
        // Whatever else is chosen: its own lateness is drawn by its place in the problem
        var (problem, plan) = Busy.Value;
        var free = problem with { Relations = [] };
        var (all, few) = (free.Simulate(500, plan), free.Simulate(500, [.. plan.Take(3)]));
        Assert.Equal(all.Initiatives.Take(3).Select(i => i.Late), few.Initiatives.Select(i => i.Late));
    }

    [Fact]
    public void What_initiatives_and_hiring_add_makes_up_the_excess_above_what_the_plan_left()
    {
        for (var seed = 8500; seed < 8540; seed++)
        {
            var made = ProblemGenerator.Make(seed);
            var problem = made with { Budgets = [.. made.Budgets.Take(1).Select(b => b with { CarryOver = false })], Capacities = [] };
            if (made.Budgets.Count == 0)
                continue;
            problem = problem with { Initiatives = [.. problem.Initiatives.Select(i => i with { Variants = [.. i.Variants.Select(Only)] })] };
            Variant Only(Variant v) => v with
            {
                Spend = v.Spend.Where(p => p.Key == problem.Budgets[0].Id).ToDictionary(),
                SpendAfter = v.SpendAfter.Where(p => p.Key == problem.Budgets[0].Id).ToDictionary(),
                Effort = new Dictionary<CapacityId, IReadOnlyList<double>>(),
            };
            problem = problem with { Relations = [], Frames = [] };
            Choice[] plan = [.. problem.Initiatives.Where(i => i.Variants[0].LatestStart >= i.Variants[0].EarliestStart)
                .Select(i => new Choice(i.Id, i.Variants[0].Id, i.Variants[0].EarliestStart))];
            var result = problem.Simulate(400, plan);
            // Excess of a year = Σ (used - planned) - (limit - planned), in the runs that exceed it
            var budget = result.Budgets[0];
            var left = budget.Years.Sum(y => y.Excess.Chance.Probability * (y.Available - y.Planned));
            Assert.Equal(budget.Total.Expected + left, result.Initiatives.Sum(i => i.Money.Values.Sum()), 1e-6);
            Assert.Equal(budget.Total.Expected, budget.Years.Sum(y => y.Excess.Expected), 1e-6);
        }
    }

    [Fact]
    public void Who_waits_in_a_circle_of_negative_lags_does_not_wait_for_ever()
    {
        // Each starts before the other is finished; both take longer
        var problem = Town.Plans(periods: 9).Can("brug", Way.Of(2)).Can("weg", Way.Of(2))
            .Has(new Before(new("a"), new("brug"), new("weg"), -2)).Has(new Before(new("b"), new("weg"), new("brug"), -2)).Problem()
            .Ranged(duration: RiskTowns.Always(2));
        var result = problem.Simulate(10, "brug@0 weg@0");
        // Brug goes first and takes until 4; weg may start 2 periods before that
        Assert.Equal([4, 6], result.Initiatives.Select(i => i.FinishWhenLate!.Value));
    }

    [Fact]
    public void A_duration_without_end_stays_beyond_the_horizon()
    {
        var problem = Town.Plans(periods: 3).Budget("geld", 9, 9, 9).Can("brug", Way.Of(3).Spends("geld", 1, 1, 1)).Can("weg", Way.Of(1))
            .Has(new DependsOn(new("r"), new("brug"), new("weg"), -1)).Problem().Ranged(duration: RiskTowns.Always(1e12));
        var result = problem.Simulate(10, "brug@0 weg@2");
        Assert.Equal(3, result.Budgets[0].Postponed, 1e-4);
        Assert.Equal(1, result.Initiatives[1].StartsLate.Probability);
    }

    private static IEnumerable<Excess> Slices(RiskResult result) =>
    [
        .. result.Budgets.SelectMany(b => b.Years.Select(y => y.Excess).Append(b.Total)),
        .. result.Capacities.SelectMany(c => c.Periods.Select(p => p.Excess).Append(c.Total)),
    ];

    private sealed class Telling(Action<AnalysisProgress> tell) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => tell(value);
    }
}
