using System.Diagnostics;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What one more euro, one more fte and more room in a frame are worth.</summary>
public static class MeansPricing
{
    /// <summary>Share of the time in which a certificate is made where the plan has none.</summary>
    private const double CertifyingShare = 0.3;

    /// <summary>
    /// Reads the prices from the certificate of a plan, and confirms the highest by planning again with more; where fewer have a price
    /// than were asked for, also those without one that stand closest to their limit. By weak duality a price is
    /// what a unit more adds to the bound at most, near the present amount; what it adds to a plan is a question for another solve, and
    /// that is the answer given for what is confirmed.
    /// </summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="plan">A plan of it that keeps its rules.</param>
    /// <param name="settings">What to ask; null = defaults.</param>
    /// <param name="options">How long and where; null = defaults.</param>
    /// <param name="progress">Told after every problem that is planned.</param>
    /// <param name="cancellationToken">Stops: what is confirmed by then is the answer.</param>
    /// <exception cref="ArgumentException">The plan is not one of the problem, or breaks its rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static PriceList Of(
        Problem problem, Plan plan, PriceSettings? settings = null, AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var asked = settings ?? new PriceSettings();
        if (!(asked.Relief > 0 && asked.Relief <= 1))
            throw new ArgumentOutOfRangeException(nameof(settings), asked.Relief, "The relief must be more than 0 and at most 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(asked.Confirm, nameof(settings));
        var report = Evaluator.Check(problem, plan with { Certificate = null });
        if (report.Value is not { } value || report.Violations.Count > 0)
            throw new ArgumentException("The plan is not one of the problem, or breaks its rules.", nameof(plan));
        var clock = Stopwatch.StartNew();
        var how = options ?? new AnalysisOptions();
        var certified = plan.Certificate is { } c && Evaluator.Check(problem, plan).CertifiedBound is { } bound
            ? plan with { Value = value, Certificate = c with { Bound = bound } }
            : Certified(problem, plan, how, cancellationToken);
        var model = new Model(problem);
        var prices = new RowPrices(model, certified.Certificate ?? new Certificate(0, Foreknowledge.None.Prices), Figures(problem, certified));
        var means = ScarceMeans.Of(problem, asked.Relief, prices.MeanRequest)
            .Select(m => (Means: m, Price: prices.Of(m), Room: prices.Room(m)))
            .OrderByDescending(m => m.Price * m.Means.Relief).ThenByDescending(m => m.Price).ToList();
        var confirmation = new PriceConfirmation(problem, certified, how, clock, progress);
        // A price of 0 says nothing of a plan: what stands closest to its limit is tried where fewer have a price than were asked for
        var chosen = means.Where(m => m.Price > 0)
            .Concat(means.Where(m => m.Price <= 0).OrderBy(m => Slack(m.Means, m.Room)))
            .Take(asked.Confirm).Select(m => m.Means).ToList();
        var gains = confirmation.Run(chosen, cancellationToken);
        return new PriceList(
            confirmation.Base, plan.Certificate is not null, Math.Max(0.0, (confirmation.Base.Value ?? value) - value),
            [.. means.Select(m => new MeansPrice(
                m.Means.Kind, m.Means.Rule, m.Means.Index, m.Means.Limit, m.Room, m.Price, m.Means.Relief,
                chosen.IndexOf(m.Means) is >= 0 and var n && n < gains.Count ? gains[n] : null))],
            !cancellationToken.IsCancellationRequested);
    }

    /// <summary>What is left of something as a share of what there is; last where one number cannot say it.</summary>
    private static double Slack(ScarceMeans means, double? room) => room is { } left ? left / Math.Max(1e-9, Math.Abs(means.Limit)) : double.PositiveInfinity;

    private static PlanFigures Figures(Problem problem, Plan plan) => Evaluator.Evaluate(problem, plan.Selected);

    private static Plan Certified(Problem problem, Plan plan, AnalysisOptions options, CancellationToken cancellation)
    {
        var known = new Foreknowledge([plan.Selected], Foreknowledge.None.Prices);
        var search = new PlannerOptions
        {
            TimeLimit = CertifyingShare * options.TimeLimit,
            Seed = options.Seed,
            Deterministic = options.Deterministic,
            Threads = (options.Pool ?? new LocalPool()).Width,
        };
        return Planner.Plan(problem, search, known, cancellation);
    }
}
