using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses;

public class FrontierRunningTests
{
    private static readonly FrontierSettings Money = new() { Budgets = [new("investering")], Points = 5 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_seed_says_the_same_on_one_thread_and_on_two()
    {
        var problem = BusyTown.Make(4);
        string Say(int threads, int seed) => FrontierTrial.Text(Frontier.Trace(
            problem, Money, FrontierTrial.Repeatable(seed, threads) with { TimeLimit = TimeSpan.FromSeconds(1) }, null, Cancelled));
        var once = Say(threads: 1, seed: 3);
        Assert.Equal(once, Say(threads: 2, seed: 3));
        Assert.NotEqual(once, Say(threads: 2, seed: 4));
    }

    [Fact]
    public void The_point_of_all_means_is_the_plan_of_the_problem()
    {
        foreach (var trial in FrontierTrial.Make(52_100, 10))
        {
            var plan = Planner.Plan(trial.Problem, new PlannerOptions { Gap = 0, Threads = 1 }, cancellationToken: Cancelled);
            var point = trial.Run().Points.Single(p => p.Factor == 1.0);
            Assert.Equal(plan.Status, point.Plan.Status);
            Assert.Equal(plan.Value ?? 0, point.Plan.Value ?? 0, 1e-6 * Math.Max(1, Math.Abs(plan.Value ?? 0)));
        }
    }

    [Fact]
    public void All_means_are_a_point_besides_only_where_they_lie_between_the_ends_and_are_none_of_the_points()
    {
        double[] Factors(double from, double to, int points) =>
            FrontierMeans.Factors(new FrontierSettings { From = from, To = to, Points = points });
        Assert.Equal([0.5, 1.0, 1.25], Factors(0.5, 1.25, 2));
        Assert.Equal([0.5, 1.0, 1.5], Factors(0.5, 1.5, 3));
        Assert.Equal([1.0, 2.0], Factors(1, 2, 2));
        Assert.Equal([1.5, 2.0], Factors(1.5, 2, 2));
        // 0.7 + 3 × 0.1 is a hair beside 1
        Assert.Equal(1.0, Factors(0.7, 1.2, 6)[3]);
        Assert.Equal(31, Factors(0.5, 1.5, 30).Length);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(31, 1)]
    [InlineData(31, 2)]
    [InlineData(31, 8)]
    [InlineData(201, 64)]
    public void Every_point_has_one_turn_and_only_the_last_wave_leaves_a_processor_without_work(int points, int width)
    {
        var waves = FrontierRun.Waves(points, width);
        Assert.Equal(Enumerable.Range(0, points), waves.SelectMany(wave => wave).Order());
        Assert.All(waves[..^1], wave => Assert.Equal(0, wave.Length % width));
        Assert.Contains(0, waves[0]);
        Assert.Contains(points - 1, waves[0]);
    }

    [Fact]
    public void When_time_is_over_what_is_known_is_said_and_keeps_all_rules()
    {
        var result = Frontier.Trace(
            BusyTown.Make(5), Money with { Points = 12, Gap = 0 },
            new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(1), Pool = new LocalPool(2) }, null, Cancelled);
        Assert.Contains(result.Points, point => point.Plan.Status == PlanStatus.Feasible);
        var means = new FrontierMeans(BusyTown.Make(5), Money);
        foreach (var point in result.Points.Where(point => point.Plan.Value is not null))
            Assert.True(Evaluator.Check(means.At(point.Factor), point.Plan).Holds, $"{point}");
        foreach (var (less, more) in result.Points.Zip(result.Points.Skip(1)))
            Assert.True(!(more.Plan.Value < less.Plan.Value) && !(more.Plan.Bound < less.Plan.Bound), $"{more}");
    }

    [Fact]
    public void Who_stops_before_it_begins_hears_nothing_untrue()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = Frontier.Trace(BusyTown.Make(4), Money, FrontierTrial.Repeatable(), null, stop.Token);
        Assert.False(result.IsFinished);
        Assert.Equal(5, result.Points.Count);
        Assert.All(result.Points, point => Assert.False(point.IsPlanned));
        Assert.All(result.Points, point => Assert.NotEqual(PlanStatus.Infeasible, point.Plan.Status));
        Assert.Null(result.Knee);
    }

    [Fact]
    public void Progress_counts_the_points_up_to_all_of_them()
    {
        var steps = new List<AnalysisProgress>();
        var trial = FrontierTrial.Make(52_100, 3).First();
        var result = Frontier.Trace(
            trial.Problem, trial.Settings, FrontierTrial.Repeatable(threads: 1), new Listener(steps.Add), Cancelled);
        Assert.NotEmpty(steps);
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Done));
        Assert.All(steps, step => Assert.True(step.Total >= result.Points.Count && step.Done <= step.Total));
    }

    [Fact]
    public void Means_that_are_not_of_the_problem_or_hold_nothing_are_refused()
    {
        var problem = Town.Plans(periods: 1).Budget("geld", 10).Budget("leeg", 0).Can("a").Problem();
        void Refuses(string says, FrontierSettings settings) =>
            Assert.Contains(
                says, Assert.Throws<ArgumentException>(() => Frontier.Trace(problem, settings, null, null, Cancelled)).Message,
                StringComparison.Ordinal);
        Refuses("No budget or capacity", new FrontierSettings());
        Refuses("no budget krediet", new FrontierSettings { Budgets = [new("krediet")] });
        Refuses("no capacity team", new FrontierSettings { Capacities = [new("team")] });
        Refuses("hold nothing", new FrontierSettings { Budgets = [new("leeg")] });
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        var problem = Town.Plans(periods: 1).Budget("geld", 10).Can("a").Problem();
        var good = new FrontierSettings { Budgets = [new("geld")] };
        FrontierSettings[] bad =
        [
            good with { From = -0.1 }, good with { From = double.NaN }, good with { From = 1, To = 1 }, good with { To = double.NaN },
            good with { To = double.PositiveInfinity }, good with { Points = 1 }, good with { Points = 201 }, good with { Gap = -1 },
            good with { Gap = double.NaN },
        ];
        Assert.All(bad, settings => Assert.Throws<ArgumentOutOfRangeException>(() => Frontier.Trace(problem, settings, null, null, Cancelled)));
        Assert.Throws<ArgumentNullException>(() => Frontier.Trace(null!, good, null, null, Cancelled));
        Assert.Throws<ArgumentNullException>(() => Frontier.Trace(problem, null!, null, null, Cancelled));
    }

    private sealed class Listener(Action<AnalysisProgress> hears) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => hears(value);
    }
}
