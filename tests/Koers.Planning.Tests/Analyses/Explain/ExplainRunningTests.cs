using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Explain;

public class ExplainRunningTests
{
    private static Plan Nothing => new(PlanStatus.Feasible, [], 0, null, null, [], 0, "hand");

    [Fact]
    public void When_time_is_up_it_says_so_and_every_plan_in_it_still_keeps_the_rules()
    {
        var problem = BusyTown.Make(7);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var told = Explanation.Of(
            problem, Nothing, new("w3"), new ExplainSettings { Precision = 0.0001 }, new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(0.03) },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        Assert.False(told.IsComplete);
        foreach (var side in (Plan[])[told.With, told.Without])
        {
            Assert.True(side.Value <= side.Bound + 1e-6, $"{side.Value} and {side.Bound}");
            Assert.Empty(Evaluator.Check(problem, side with { Certificate = null }).Violations);
        }

        Assert.Contains(told.With.Selected, choice => choice.Initiative.Value == "w3");
        Assert.InRange(told.Difference!.Value, told.DifferenceRange!.Value.Low, told.DifferenceRange.Value.High);
        Assert.All(told.TurningPoints.Where(p => p.Verdict == TurnVerdict.NotKnown), p => Assert.False(p.IsNarrow));
    }

    [Fact]
    public void Stopped_at_once_it_answers_with_what_is_known_and_says_that_it_is_not_complete()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var plan = Nothing with { Selected = [Town.Chosen("w3@0")] };
        var problem = Town.Plans(1).Values(tail: 1).Can("w3", Way.Of(1).Brings("doel", 2)).Can("w4", Way.Of(1).Brings("doel", 1)).Problem();
        var told = Explanation.Of(problem, plan, new("w3"), cancellationToken: stop.Token);
        Assert.False(told.IsComplete);
        // The plan itself keeps the rules: it is a plan with the initiative, whatever was not tried
        Assert.True(told.With.Value >= 2);
        Assert.All(told.TurningPoints, p => Assert.NotEqual(TurnVerdict.DoesNotTurn, p.Verdict));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void The_same_seed_gives_the_same_answer(int seed)
    {
        var problem = BusyTown.Make(3);
        Explanation Again() => Explanation.Of(
            problem, Nothing, new("w1"), new ExplainSettings { MostMeans = 1 },
            new AnalysisOptions { Deterministic = true, Seed = seed, TimeLimit = TimeSpan.FromSeconds(0.6), Pool = new LocalPool(2) },
            cancellationToken: TestContext.Current.CancellationToken);
        var (first, second) = (Again(), Again());
        Assert.Equal(first.With.Selected, second.With.Selected);
        Assert.Equal(first.Without.Selected, second.Without.Selected);
        Assert.Equal(first.DifferenceRange, second.DifferenceRange);
        Assert.NotEmpty(first.TurningPoints);
        Assert.Equal(first.TurningPoints.Select(p => p with { Proof = null }), second.TurningPoints.Select(p => p with { Proof = null }));
        Assert.Equal(first.IsComplete, second.IsComplete);
    }

    [Fact]
    public void Progress_counts_up_to_what_there_is_to_do()
    {
        var told = new Steps();
        Explanation.Of(
            Town.Plans(1).Values(tail: 1).Can("a", Way.Of(1).Brings("doel", 2)).Problem(), Nothing, new("a"),
            progress: told, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(told.Seen);
        Assert.All(told.Seen, step => Assert.InRange(step.Done, 0, step.Total));
    }

    [Fact]
    public void A_stranger_a_broken_plan_and_settings_out_of_range_are_refused()
    {
        var problem = Town.Plans(1).Budget("geld", 1).Can("a", Way.Of(1).Spends("geld", 2)).Problem();
        Explanation Ask(string initiative, ExplainSettings? settings = null, AnalysisOptions? options = null, params string[] plan) => Explanation.Of(
            problem, Nothing with { Selected = [.. plan.Select(Town.Chosen)] }, new(initiative), settings, options,
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("no initiative b", Assert.Throws<ArgumentException>(() => Ask("b")).Message, StringComparison.Ordinal);
        Assert.Contains("budget/geld", Assert.Throws<ArgumentException>(() => Ask("a", plan: "a@0")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Ask("a", plan: "a@3"));
        foreach (var settings in (ExplainSettings[])[new() { MostTimes = 1 }, new() { MostTimes = double.NaN }, new() { Precision = 0 }, new() { MostMeans = -1 }])
            Assert.Throws<ArgumentOutOfRangeException>(() => Ask("a", settings));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask("a", options: new AnalysisOptions { TimeLimit = TimeSpan.Zero }));
    }

    private sealed class Steps : IProgress<AnalysisProgress>
    {
        private readonly Lock _lock = new();

        public List<AnalysisProgress> Seen { get; } = [];

        public void Report(AnalysisProgress value)
        {
            lock (_lock)
                Seen.Add(value);
        }
    }
}
