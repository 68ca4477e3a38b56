using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Replan;

public class ReplanAgainstBruteForceTests
{
    private const int PerTest = 10;

    private static readonly AnalysisOptions Repeatable = new()
    {
        Deterministic = true,
        TimeLimit = TimeSpan.FromSeconds(60),
        Pool = new LocalPool(2),
    };

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 6).Select(n => 31_000 + (n * PerTest))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_plan_is_the_best_after_penalties_of_all_that_keep_what_is_frozen(int first)
    {
        for (var seed = first; seed < first + PerTest; seed++)
        {
            var trial = ReplanTrial.Make(seed);
            var replanning = trial.Run(Repeatable);
            var best = trial.Plans.Count == 0 ? (double?)null : trial.Plans.Max(plan => plan.Value - plan.Disturbance);
            if (best is not { } expected)
            {
                AssertUnfreezing(trial, replanning);
                continue;
            }

            var slack = Slack(expected);
            var text = $"{trial}: best {expected}, found {replanning.Plan.Value} {replanning.Plan.Status}";
            Assert.True(replanning.Plan.Status == PlanStatus.Optimal && Math.Abs(replanning.Plan.Value!.Value - expected) <= slack, text);
            Assert.True(replanning.Plan.Bound >= expected - slack, text);
            Assert.True(Evaluator.Check(replanning.Problem, replanning.Plan).Holds, text);
            Assert.DoesNotContain(ProblemValidator.Validate(replanning.Problem), fault => fault.Severity == Severity.Error);
            Assert.True(trial.KeepsWhatIsFrozen(replanning.Plan.Selected), text);
            Assert.True(replanning.IsComplete, text);
            Assert.Null(replanning.Unfreezing);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_plan_is_better_than_a_point_of_the_curve_at_its_weights_and_its_bounds_hold(int first)
    {
        for (var seed = first; seed < first + PerTest; seed++)
        {
            var trial = ReplanTrial.Make(seed);
            if (trial.Plans.Count == 0)
                continue;
            var curve = trial.Run(Repeatable).Curve;
            Assert.NotEmpty(curve.Points);
            foreach (var (point, next) in curve.Points.Zip(curve.Points.Skip(1)))
                Assert.True(point.Value < next.Value && point.Disturbance < next.Disturbance && point.FromScale > next.ToScale, $"{trial}");
            Assert.True(curve.LeastDisturbance <= trial.Plans.Min(plan => plan.Disturbance) + 1e-6, $"{trial}");
            Assert.Single(curve.Points, point => point.IsAnswer);
            foreach (var point in curve.Points)
                AssertSupported(trial, point);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_changes_when_nothing_changed_and_the_reference_is_the_best_plan(int first)
    {
        for (var seed = first; seed < first + PerTest; seed++)
        {
            var problem = ProblemGenerator.Make(seed) with { Reference = null };
            if (new BruteForce(problem).Best() is not { } best)
                continue;
            var replanning = Replanner.Replan(
                problem, best.Plan, new ReplanSettings { Freeze = seed % 2 * problem.Horizon.Periods }, Repeatable,
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(0, replanning.Counts!.Changes);
            Assert.Empty(replanning.Changes);
            Assert.Empty(replanning.Reference.Broken);
            Assert.Equal(best.Value, replanning.Plan.Value!.Value, 1e-6 * Math.Max(1, Math.Abs(best.Value)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Larger_penalties_never_give_more_disturbance(int first)
    {
        for (var seed = first; seed < first + PerTest; seed++)
        {
            var trial = ReplanTrial.Make(seed);
            if (trial.Plans.Count == 0 || trial.Run(Repeatable).Figures is not { } once)
                continue;
            var twice = Replanner.Replan(
                trial.Problem, trial.Reference, trial.Settings with
                {
                    DropPenalty = 2 * trial.Settings.DropPenalty,
                    AddPenalty = 2 * trial.Settings.AddPenalty,
                    ShiftPenalty = 2 * trial.Settings.ShiftPenalty,
                    VariantPenalty = 2 * trial.Settings.VariantPenalty,
                },
                Repeatable, cancellationToken: TestContext.Current.CancellationToken).Figures!;
            Assert.True(twice.Penalty / 2 <= once.Penalty + 1e-3, $"{trial}: {once.Penalty} and then {twice.Penalty / 2}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_reason_holds_when_its_change_is_undone(int first)
    {
        for (var seed = first; seed < first + PerTest; seed++)
        {
            var trial = ReplanTrial.Make(seed);
            var replanning = trial.Run(Repeatable);
            foreach (var reason in replanning.Changes)
            {
                var undone = Undone(replanning, [reason.Change.Initiative.Id]);
                var both = reason.For is { } other ? Undone(replanning, [reason.Change.Initiative.Id, other]) : undone;
                var broken = trial.Broken(undone);
                Assert.Equal(reason.Broken.Select(violation => violation.Rule).Distinct().Order(StringComparer.Ordinal), broken);
                Assert.Equal(reason.Reason is ReplanReason.ForcedByRules, broken.Count > 0 && reason.NetLoss is null
                    && reason.Reason != ReplanReason.NoLongerPossible);
                if (reason.NetLoss is not { } net)
                    continue;
                Assert.Empty(trial.Broken(both));
                var now = Evaluator.Evaluate(replanning.Problem, both);
                Assert.Equal(replanning.Plan.Value!.Value - now.Value, net, 1e-9);
                Assert.Equal(replanning.Plan.Value!.Value + replanning.Figures!.Penalty - now.Value - now.Penalty, reason.Loss!.Value, 1e-9);
                // What could be undone without loss, and without more disturbance, was undone
                Assert.True(net > 1e-9 || (net > -1e-9 && now.Penalty > replanning.Figures.Penalty + 1e-9), $"{trial}: {reason}");
            }
        }
    }

    private static List<Choice> Undone(Replanning replanning, InitiativeId[] initiatives) =>
    [
        .. replanning.Plan.Selected.Where(choice => !initiatives.Contains(choice.Initiative)),
        .. replanning.Changes.Where(change => initiatives.Contains(change.Change.Initiative.Id)).Select(change => change.UndoneTo).OfType<Choice>(),
    ];

    private static void AssertSupported(ReplanTrial trial, ReplanPoint point)
    {
        Assert.True(trial.KeepsWhatIsFrozen(point.Selected), $"{trial}: {point}");
        foreach (var scale in (double[])[point.FromScale, point.ToScale])
        {
            var best = trial.Plans.Max(plan => plan.Value - (scale * plan.Disturbance));
            // Beside large penalties, solvers count values less exactly
            var slack = Slack(best) + (1e-5 * scale);
            Assert.True(point.Value - (scale * point.Disturbance) >= best - slack, $"{trial}: at {scale} not {best} but {point}");
        }

        foreach (var plan in trial.Plans.Where(plan => plan.Disturbance <= point.Disturbance + 1e-9))
            Assert.True(plan.Value <= point.ValueBound + Slack(plan.Value), $"{trial}: {plan} and {point}");
    }

    private static void AssertUnfreezing(ReplanTrial trial, Replanning replanning)
    {
        Assert.True(replanning.Plan.Status == PlanStatus.Infeasible, $"{trial}: {replanning.Plan.Status}");
        Assert.Null(replanning.Figures);
        Assert.Empty(replanning.Curve.Points);
        var unfreezing = replanning.Unfreezing!;
        Assert.Equal(unfreezing.WithoutAny != PlanStatus.Infeasible, new BruteForce(trial.Problem).Plans().Any());
        Assert.All(unfreezing.InConflict, choice => Assert.True(choice.Start < trial.Settings.Freeze || choice.Start < 0));
        if (unfreezing.Freeze is { } freeze)
            Assert.True(freeze < trial.Settings.Freeze && trial.With(freeze, null).Plans.Count > 0, $"{trial}: {freeze}");
        foreach (var release in unfreezing.Release)
            Assert.True(trial.With(trial.Settings.Freeze, release.Initiative).Plans.Count > 0, $"{trial}: {release}");
    }

    private static double Slack(double value) => 2e-4 * Math.Max(1, Math.Abs(value));
}
