using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Explain;

public class ExplainAgainstBruteForceTests
{
    private const int First = 52_000;
    private const int Problems = 200;

    private static readonly Lazy<IReadOnlyList<ExplainTrial>> All = new(() =>
        [.. Enumerable.Range(First, Problems).AsParallel().AsOrdered().Select(ExplainTrial.Make).OfType<ExplainTrial>()]);

    private static IReadOnlyList<ExplainTrial> Trials => All.Value;

    [Fact]
    public void The_best_plans_with_it_and_without_it_are_what_trying_everything_finds()
    {
        foreach (var trial in Trials)
        {
            AssertSide(trial, trial.Explanation.With, trial.With, trial.Forced);
            AssertSide(trial, trial.Explanation.Without, trial.Without, trial.Banned);
            Assert.True(trial.Explanation.With.Selected.Count == 0 || trial.Holds(trial.Explanation.With.Selected), $"{trial}");
            Assert.False(trial.Holds(trial.Explanation.Without.Selected), $"{trial}");
            Assert.True(trial.Explanation.IsComplete, $"{trial}");
        }
    }

    [Fact]
    public void The_range_of_the_difference_holds_the_true_difference_and_a_better_plan_is_told()
    {
        foreach (var trial in Trials)
        {
            var (told, asked) = (trial.Explanation, ExplainTrial.Worth(trial.Problem, trial.Plan));
            Assert.Equal(asked, told.PlanValue, 1e-9);
            Assert.Equal(trial.Holds(trial.Plan), told.IsInPlan);
            var best = trial.Initiative.Mandatory ? trial.With!.Value : Math.Max(trial.With ?? double.MinValue, trial.Without ?? double.MinValue);
            Assert.Equal(best - asked, told.Improvement, Slack(best));
            if (trial.With - trial.Without is not { } difference)
            {
                Assert.Null(told.Difference);
                Assert.Null(told.DifferenceRange);
                Assert.Equal(trial.With is not null, told.Belongs);
                continue;
            }

            Assert.Equal(difference, told.Difference!.Value, 2 * Slack(best));
            Assert.InRange(difference, told.DifferenceRange!.Value.Low - Slack(best), told.DifferenceRange.Value.High + Slack(best));
            if (Math.Abs(difference) > 2 * Slack(best))
                Assert.True(told.Belongs == (difference > 0 || trial.Initiative.Mandatory), $"{trial}: {told.Belongs}");
        }
    }

    [Fact]
    public void Forcing_or_leaving_out_never_raises_the_best()
    {
        foreach (var trial in Trials.Where(t => !t.Initiative.Mandatory))
        {
            var best = new BruteForce(trial.Problem).Best()!.Value.Value;
            Assert.True(!(trial.Explanation.With.Value > best + Slack(best)), $"{trial}: {best}");
            Assert.True(!(trial.Explanation.Without.Value > best + Slack(best)), $"{trial}: {best}");
            Assert.Equal(best, trial.Explanation.Best.Value!.Value, Slack(best));
        }
    }

    [Fact]
    public void An_interval_turns_where_trying_everything_turns()
    {
        var turned = 0;
        foreach (var (trial, point) in Points().Where(p => p.Trial.CanTry(p.Point)))
        {
            bool IsIn(double size, double slack)
            {
                var changed = trial.Changed(point, size);
                // Where no plan can do without it, any plan that holds it will do
                var without = trial.BestWithout(changed) ?? double.MinValue;
                return trial.BestWith(changed) is { } with && with >= without + (slack * Slack(without));
            }

            // Those that are worth as much on both sides but for rounding may be told either way
            if (point.InAt is { } inAt)
                Assert.True(IsIn(inAt, -1), $"{trial}: {point}");
            if (point.OutAt is { } outAt)
                Assert.False(IsIn(outAt, 1), $"{trial}: {point}");
            if (point.Verdict == TurnVerdict.DoesNotTurn)
                Assert.True(trial.Explanation.Belongs == true ? IsIn(point.Limit, -1) : !IsIn(point.Limit, 1), $"{trial}: {point}");
            turned += point is { InAt: not null, OutAt: not null, IsNarrow: true } ? 1 : 0;
        }

        Assert.True(turned > 20, $"only {turned} intervals");
    }

    [Fact]
    public void What_shows_that_it_is_in_keeps_every_rule_of_the_changed_problem_and_is_worth_it()
    {
        var shown = 0;
        foreach (var (trial, point) in Points().Where(p => p.Point.Proof is not null && p.Trial.CanTry(p.Point)))
        {
            shown++;
            var (problem, proof) = (trial.Changed(point, point.InAt!.Value), point.Proof!);
            Assert.True(trial.Holds(proof.With), $"{trial}: {point}");
            Assert.Empty(ExplainTrial.Broken(problem, proof.With));
            Assert.Equal(ExplainTrial.Worth(problem, proof.With), proof.ValueWith, 1e-9);
            Assert.True(proof.ValueWithout is null || proof.ValueWith >= proof.ValueWithout - 1e-6, $"{trial}: {point}");
            Assert.Equal(trial.BestWithout(problem) is null, proof.Without is null);
            if (proof.Without is not { } without)
                continue;
            Assert.False(trial.Holds(without), $"{trial}: {point}");
            Assert.Equal(ExplainTrial.Worth(problem, without), proof.ValueWithout!.Value, 1e-9);
        }

        Assert.True(shown > 20, $"only {shown} proofs");
    }

    [Fact]
    public void Intervals_are_in_order_as_narrow_as_asked_and_every_kind_of_change_is_among_them()
    {
        foreach (var (trial, point) in Points())
        {
            var isIn = trial.Explanation.Belongs == true;
            Assert.NotEqual(TurnVerdict.NotKnown, point.Verdict);
            var turns = point.Verdict == TurnVerdict.Turns;
            Assert.Equal(turns, isIn ? point.OutAt is not null : point.InAt is not null);
            if (!turns)
                continue;
            Assert.True(isIn ? point.InAt < point.OutAt : point.OutAt < point.InAt, $"{trial}: {point}");
            Assert.True(point.IsNarrow, $"{trial}: {point}");
            Assert.True(Math.Abs(point.InAt!.Value - point.OutAt!.Value) <= (point.Kind == ChangeKind.Start ? 1 : 0.2) + 1e-9, $"{trial}: {point}");
        }

        foreach (var trial in Trials)
        {
            var sizes = trial.Explanation.TurningPoints.Where(p => p.Verdict == TurnVerdict.Turns).Select(p => p.Relative!.Value).ToArray();
            Assert.Equal(sizes.Order(), sizes);
        }

        // What turns by people of one team is rare here; ExplainByHandTests has it
        var turning = Points().Where(p => p.Point.Verdict == TurnVerdict.Turns).Select(p => p.Point.Kind).ToHashSet();
        Assert.Superset(
            new HashSet<ChangeKind> { ChangeKind.Cost, ChangeKind.Contribution, ChangeKind.Effort, ChangeKind.Start, ChangeKind.Budget }, turning);
    }

    [Fact]
    public void What_no_plan_can_hold_or_do_without_has_a_conflict_that_cannot_be_smaller()
    {
        var seen = 0;
        foreach (var trial in Trials)
            foreach (var (side, problem) in ((Plan, Planning.Problems.Problem)[])
                [(trial.Explanation.With, trial.Forced), (trial.Explanation.Without, trial.Banned)])
                if (side.Status == PlanStatus.Infeasible)
                {
                    Assert.True(new BruteForce(problem).IsIrreducibleConflict(side.Conflict), $"{trial}: {string.Join(", ", side.Conflict)}");
                    seen++;
                }

        Assert.True(seen > 5, $"only {seen} conflicts");
    }

    private static IEnumerable<(ExplainTrial Trial, TurningPoint Point)> Points() =>
        Trials.SelectMany(trial => trial.Explanation.TurningPoints.Select(point => (trial, point)));

    private static void AssertSide(ExplainTrial trial, Plan side, double? expected, Planning.Problems.Problem problem)
    {
        if (expected is not { } best)
        {
            Assert.True(side.Status == PlanStatus.Infeasible && side.Value is null && side.Selected.Count == 0, $"{trial}: {side.Status}");
            return;
        }

        Assert.True(side.Value is not null, $"{trial}: {side.Status} {string.Join(", ", side.Conflict)}");
        Assert.Equal(best, side.Value!.Value, Slack(best));
        Assert.True(side.Bound >= best - Slack(best), $"{trial}: bound {side.Bound}");
        Assert.Empty(ExplainTrial.Broken(problem, side.Selected));
        Assert.Equal(ExplainTrial.Worth(problem, side.Selected), side.Value.Value, 1e-9);
        Assert.Empty(side.Conflict);
    }

    private static double Slack(double value) => 1e-6 * Math.Max(1, Math.Abs(value));
}
