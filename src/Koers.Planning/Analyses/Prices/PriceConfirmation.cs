using System.Diagnostics;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Plans a problem again with more of something. The problem itself is planned just as long, because a gain must come from the relief and
/// not from searching longer; and every plan that is found is tried in every problem, so that more is never worth less.
/// </summary>
internal sealed class PriceConfirmation(
    Problem problem, Plan given, AnalysisOptions options, Stopwatch clock, IProgress<AnalysisProgress>? progress)
{
    private const double Gap = 1e-4;

    /// <summary>Once from the plan given, and once from the best plan met then.</summary>
    private const int Rounds = 2;

    /// <summary>Share of the time that is left over for checking and for the answer.</summary>
    private const double Spare = 0.05;

    private readonly Plan _given = given;

    /// <summary>The best plan known of the problem itself.</summary>
    public Plan Base { get; private set; } = given;

    /// <summary>What each relief brings, in the order given; null where a stop came first.</summary>
    public IReadOnlyList<ConfirmedGain?> Run(IReadOnlyList<ScarceMeans> means, CancellationToken cancellation)
    {
        if (means.Count == 0 || cancellation.IsCancellationRequested)
            return [];
        var pool = options.Pool ?? new LocalPool();
        Problem[] problems = [problem, .. means.Select(m => m.Eased())];
        var waves = Rounds * ((problems.Length + pool.Width - 1) / pool.Width);
        var left = Math.Max(0.05, ((1 - Spare) * options.TimeLimit.TotalSeconds) - (options.Deterministic ? 0.0 : clock.Elapsed.TotalSeconds));
        var search = new PlannerOptions
        {
            TimeLimit = TimeSpan.FromSeconds(left / waves),
            Gap = Gap,
            Seed = options.Seed,
            Deterministic = options.Deterministic,
            Threads = 1,
        };
        var trials = Array.ConvertAll(problems, p => new TrialProblem(p));
        var best = Enumerable.Repeat(_given, problems.Length).ToArray();
        var done = 0;
        for (var round = 0; round < Rounds && !cancellation.IsCancellationRequested; round++)
        {
            progress?.Report(new AnalysisProgress(done, Rounds * problems.Length));
            // In the second round from the best of the problem itself: a gain is what more brings beyond that
            var known = best.Select((b, n) => new Foreknowledge(
                [.. new[] { b.Selected, best[0].Selected }.Distinct()], (b.Certificate ?? _given.Certificate)?.Prices ?? Foreknowledge.None.Prices));
            var plans = pool.PlanAll(
                [.. problems.Zip(known, (p, k) => new PlanningTask(p, search with { Seed = unchecked(search.Seed + round) }, k))],
                (_, _) => progress?.Report(new AnalysisProgress(++done, Rounds * problems.Length)), cancellation);
            best = Best(trials, best, plans, isFirst: round == 0);
        }
        return Gains(best);
    }

    /// <summary>Per problem the best of everything found anywhere, with the lowest bound that was proven for it.</summary>
    private static Plan[] Best(TrialProblem[] trials, Plan[] before, IReadOnlyList<Plan> found, bool isFirst)
    {
        IReadOnlyList<Choice>[] selections =
            [.. before.Concat(found).Where(f => f.Value is not null).Select(f => f.Selected).Distinct()];
        return [.. trials.Select((trial, n) =>
        {
            // What was proven of the problem itself does not hold with more
            var earlier = isFirst && n > 0 ? null : before[n].Bound;
            var bound = Math.Min(found[n].Bound ?? double.PositiveInfinity, earlier ?? double.PositiveInfinity);
            return Best(trial, selections, found[n] with { Bound = double.IsFinite(bound) ? bound : null });
        })];
    }

    private IReadOnlyList<ConfirmedGain?> Gains(Plan[] best)
    {
        var own = best[0];
        // A bound of the problem with more holds for the problem itself too
        var bound = best.Append(_given).Min(b => b.Bound ?? double.PositiveInfinity);
        bound = Math.Max(bound, own.Value!.Value);
        Base = own with { Bound = double.IsFinite(bound) ? bound : null, Certificate = _given.Certificate };
        return [.. best.Skip(1).Select(with => new ConfirmedGain(
            Math.Max(0.0, with.Value!.Value - own.Value.Value),
            Math.Max(0.0, with.Value.Value - bound),
            Math.Max(0.0, (with.Bound ?? double.PositiveInfinity) - own.Value.Value),
            with))];
    }

    /// <summary>The best of all selections in a problem, with the bound that was proven for it.</summary>
    private static Plan Best(TrialProblem problem, IReadOnlyList<Choice>[] selections, Plan found)
    {
        var best = problem.Best(selections) is { } known && !(found.Value >= known.Value)
            ? found with { Selected = known.Plan, Value = known.Value, Status = PlanStatus.Feasible }
            : found;
        return best.Bound < best.Value ? best with { Bound = best.Value } : best;
    }
}
