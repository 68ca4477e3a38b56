using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// How likely a plan stays within its means: Monte Carlo simulation of a fixed plan whose costs, effort, durations and success are
/// uncertain (D. Hertz 1964, Risk analysis in capital investment, <i>Harvard Business Review</i> 42(1)). docs/method-risk.md has every
/// definition.
/// <list type="bullet">
/// <item>Each initiative draws a factor on its spend, on the people it asks, on its duration and on its score, from the ranges of
/// <see cref="AnalysisInput"/>, and whether it succeeds. Within a group of <see cref="Correlation"/>, cost, effort and duration share a
/// part of their luck: one factor of a Gaussian copula per group.</item>
/// <item>Work that takes longer spends its money stretched over that time, asks as many people per period for longer, and pushes what must
/// wait for it. Nobody starts earlier than planned. What falls after the horizon is not counted.</item>
/// <item>What initiatives add to the excess of a budget is its Euler allocation (D. Tasche 2008, Capital allocation to business units and
/// sub-portfolios, in <i>Pillar II in the new Basel accord</i>): over all runs, what they used more than planned in just those years and
/// periods that made up the excess. With hiring, the amounts add up to what the excess is above what the plan left over.</item>
/// </list>
/// </summary>
public static class PlanRisk
{
    /// <summary>Simulates a plan. The plan need not keep the rules; what it breaks is then exceeded in that measure.</summary>
    /// <param name="problem">The problem, faultless, with its ranges.</param>
    /// <param name="selected">What the plan chooses.</param>
    /// <param name="settings">How many runs; null = the defaults.</param>
    /// <param name="options">Seed, time limit (not with <see cref="AnalysisOptions.Deterministic"/>) and, by the width of the pool, the
    /// number of threads; null = the defaults, on all processors.</param>
    /// <param name="progress">Told the runs that are done, from any thread; null = nobody.</param>
    /// <param name="cancellationToken">Stops; the answer is then from the runs done so far, at least one.</param>
    /// <exception cref="ArgumentException">A choice is not an option of the problem, or an initiative is chosen twice; or a range or the
    /// correlation is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of runs is not 1 to <see cref="RiskSettings.MostRuns"/>.</exception>
    public static RiskResult Simulate(
        Problem problem, IReadOnlyList<Choice> selected, RiskSettings? settings = null, AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(selected);
        (settings, options) = (settings ?? new RiskSettings(), options ?? new AnalysisOptions());
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Runs, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Runs, RiskSettings.MostRuns, nameof(settings));
        using var limit = new CancellationTokenSource();
        if (!options.Deterministic)
            limit.CancelAfter(options.TimeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        var figures = Evaluator.Evaluate(problem, selected);
        var assumptions = Assume(problem, settings);
        var model = new RiskModel(problem, selected, Ranges(problem, assumptions), assumptions.Correlation);
        var planned = new PlannedUse(model);
        var records = new RiskRecords(model.Means.Slices + model.Means.Budgets + model.Means.Capacities, settings.Runs);
        var blocks = new RunBlocks(model, planned, records, settings.Runs, options.Seed, progress);
        blocks.Run(options.Pool?.Width ?? Environment.ProcessorCount, stop.Token);
        return new RiskSummary(model, planned, figures, blocks.Tally, records).Result(settings.Runs, options.Seed, assumptions);
    }

    private static RiskAssumptions Assume(Problem problem, RiskSettings settings)
    {
        var input = problem.Analysis;
        static bool Says(Ranges ranges) => (ranges.Cost ?? ranges.Effort ?? ranges.Duration) is not null;
        var given = Says(input.Ranges) || input.Initiatives.Values.Any(Says);
        var label = RiskSettings.AssumedLabels.FirstOrDefault(l => problem.Initiatives.Any(i => i.Labels.ContainsKey(l)));
        var said = settings.Correlation ?? input.Correlation;
        var correlation = said ?? (label is null ? null : new Correlation(label, RiskSettings.AssumedStrength));
        if (correlation is { Strength: var strength } && !(strength is >= 0 and <= 1))
            throw new ArgumentException($"The strength {strength} of a correlation is not from 0 to 1.", nameof(settings));
        return new RiskAssumptions(given ? null : RiskSettings.AssumedRanges, correlation, said is null && correlation is not null);
    }

    private static Func<InitiativeId, Ranges> Ranges(Problem problem, RiskAssumptions assumptions) => id =>
    {
        var own = problem.Analysis.RangesOf(id);
        return assumptions.RangesAssumed is { } assumed ? assumed with { Score = own.Score } : own;
    };
}
