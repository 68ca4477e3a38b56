using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses;

public class FrontierAgainstBruteForceTests
{
    private const int PerTest = 10;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 5).Select(n => 52_000 + (n * PerTest))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_point_is_worth_what_trying_everything_finds_there(int first)
    {
        foreach (var trial in FrontierTrial.Make(first, PerTest))
        {
            var result = trial.Run();
            Assert.True(result.IsFinished, $"{trial}");
            Assert.Equal(trial.Settings.From, result.Points[0].Factor);
            Assert.Equal(trial.Settings.To, result.Points[^1].Factor);
            Assert.Contains(result.Points, point => point.Factor == 1.0);
            foreach (var point in result.Points)
            {
                var text = $"{trial} at {point.Factor}: best {trial.Best(point.Factor):R}, found {point.Plan}";
                if (trial.Best(point.Factor) is not { } best)
                {
                    Assert.True(point.Plan is { Status: PlanStatus.Infeasible, Value: null, Bound: null, Certificate: null }, text);
                    Assert.True(
                        point.Plan.Conflict.Count > 0 && !new BruteForce(trial.At(point.Factor)).CanHoldTogether(point.Plan.Conflict), text);
                    continue;
                }

                Assert.True(point.Plan.Status == PlanStatus.Optimal && Math.Abs(point.Plan.Value!.Value - best) <= Slack(best), text);
                Assert.True(point.Plan.Bound >= best - Slack(best), text);
                var report = Evaluator.Check(trial.At(point.Factor), point.Plan);
                Assert.True(report.Holds, $"{text}: {string.Join(" ", report.Faults)}");
                Assert.True(report.CertifiedBound >= best - Slack(best), $"{text}: certified {report.CertifiedBound}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_points_stop_early_values_and_bounds_hold_the_best_between_them_and_never_fall(int first)
    {
        foreach (var trial in FrontierTrial.Make(first, PerTest))
        {
            var result = trial.Run(gap: 0.5);
            foreach (var point in result.Points)
            {
                if (trial.Best(point.Factor) is not { } best)
                {
                    Assert.Null(point.Plan.Value);
                    continue;
                }

                var text = $"{trial} at {point.Factor}: best {best}, found {point.Plan}";
                Assert.True(point.Plan.Value <= best + Slack(best) && point.Plan.Bound >= best - Slack(best), text);
                Assert.True(point.Plan.Status != PlanStatus.Optimal || point.Plan.Gap <= 0.5, text);
                Assert.True(Evaluator.Check(trial.At(point.Factor), point.Plan).Holds, text);
            }

            AssertNeverFalls(trial, result);
            foreach (var (step, n) in result.Steps.Select((step, n) => (step, n)))
            {
                if (trial.Best(result.Points[n].Factor) is not { } less || trial.Best(result.Points[n + 1].Factor) is not { } more)
                    continue;
                Assert.True(step.LeastGain <= more - less + Slack(more) && step.MostGain >= more - less - Slack(more), $"{trial}: {step}");
                Assert.InRange(step.Gain!.Value, 0, step.MostGain.Value + Slack(more));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_true_knee_lies_where_the_gaps_leave_room_for_it(int first)
    {
        foreach (var trial in FrontierTrial.Make(first, PerTest))
        {
            var result = trial.Run(gap: 0.5);
            var held = Enumerable.Range(0, result.Points.Count).Where(k => trial.Best(result.Points[k].Factor) is not null).ToArray();
            if (result.Knee is not { } knee)
                continue;
            var (low, high) = (result.Points[held[0]], result.Points[held[^1]]);
            var (worst, best) = (trial.Best(low.Factor)!.Value, trial.Best(high.Factor)!.Value);
            if (best - worst <= Slack(best))
                continue;
            double Over(int k) => ((trial.Best(result.Points[k].Factor)!.Value - worst) / (best - worst))
                - ((result.Points[k].Factor - low.Factor) / (high.Factor - low.Factor));
            var most = held.Max(Over);
            Assert.True(!result.IsKneeProven || most > 0, $"{trial}: a knee is proven and there is none");
            Assert.True(
                most <= 1e-6 || held.Any(k => k >= knee.First && k <= knee.Last && Over(k) >= most - 1e-6), $"{trial}: {knee}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_prices_of_one_point_prove_a_true_bound_at_every_other(int first)
    {
        foreach (var trial in FrontierTrial.Make(first, PerTest))
        {
            var result = trial.Run();
            var model = new Model(trial.Problem);
            var scales = new FrontierMeans(trial.Problem, trial.Settings).Scales(model);
            foreach (var certificate in result.Points.Select(point => point.Plan.Certificate).OfType<Certificate>().Distinct())
            {
                var line = new PriceLines(model, scales);
                line.Add(certificate);
                foreach (var point in result.Points)
                {
                    var proven = line.At(point.Factor)!.Bound;
                    var there = new Model(trial.At(point.Factor));
                    var prices = Enumerable.Range(0, there.Rows.Count)
                        .Select(r => certificate.Prices.GetValueOrDefault(there.Rows.Names[r])).ToArray();
                    // The straight line is what weak duality says of the changed problem itself
                    Assert.Equal(LagrangianBound.Of(there, prices), proven, 1e-7 * Math.Max(1, Math.Abs(proven)));
                    if (trial.Best(point.Factor) is { } best)
                        Assert.True(proven >= best - Slack(best), $"{trial} at {point.Factor}: {proven} proven, {best} found");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Who_stops_gets_the_points_done_and_what_they_say_of_the_others(int first)
    {
        foreach (var trial in FrontierTrial.Make(first, PerTest))
        {
            var result = trial.RunUntil(1 + (trial.Seed % 3));
            Assert.Contains(result.Points, point => point.IsPlanned);
            if (result.Points.All(point => point.Plan.Status is PlanStatus.Optimal or PlanStatus.Infeasible))
                continue;
            Assert.False(result.IsFinished, $"{trial}");
            AssertNeverFalls(trial, result);
            foreach (var point in result.Points)
            {
                var (best, text) = (trial.Best(point.Factor), $"{trial} at {point.Factor}: {point}");
                Assert.True(point.Plan.Status != PlanStatus.Infeasible || best is null, text);
                Assert.True(!(point.Plan.Value > best + Slack(best ?? 0)) && !(point.Plan.Bound < best - Slack(best ?? 0)), text);
                Assert.True(point.Plan.Value is null || (best is not null && Evaluator.Check(trial.At(point.Factor), point.Plan).Holds), text);
            }
        }
    }

    private static void AssertNeverFalls(FrontierTrial trial, FrontierResult result)
    {
        foreach (var (less, more) in result.Points.Zip(result.Points.Skip(1)))
        {
            Assert.True(less.Factor < more.Factor && less.Amount < more.Amount);
            Assert.True(less.Plan.Value is null || more.Plan.Value >= less.Plan.Value, $"{trial}: value falls at {more.Factor}");
            Assert.True(!(more.Plan.Bound < less.Plan.Bound), $"{trial}: bound falls at {more.Factor}");
            Assert.True(more.Plan.Status != PlanStatus.Infeasible || less.Plan.Status == PlanStatus.Infeasible, $"{trial}: {more}");
        }
    }

    private static double Slack(double value) => 1e-6 * Math.Max(1, Math.Abs(value));
}
