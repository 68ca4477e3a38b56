using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Whether a choice holds where weights, scores and costs are uncertain. Core index and dominance: J. Liesiö, P. Mild, A. Salo, EJOR 181
/// (2007) and 190 (2008). Where the problem is too large to enumerate, or where costs, or scores of goals with caps, are uncertain, the
/// best plan is sought at extreme and drawn weights. <c>docs/method-robust.md</c> has the definitions.
/// </summary>
public static class Robustness
{
    /// <summary>Portfolios that are not dominated; with more than this the answer is sampled.</summary>
    private const int MostPortfolios = 4_000;

    /// <summary>Analyses a problem.</summary>
    /// <param name="problem">The problem, faultless; what it says about uncertainty is in <see cref="Problem.Analysis"/>.</param>
    /// <param name="plan">A plan to ask about, which keeps the rules of the problem; null = none.</param>
    /// <param name="settings">Which uncertainty, and how closely; null = defaults.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told how many vectors were planned, from any thread; null = nobody.</param>
    /// <param name="cancellationToken">Stops: what is known by then is the answer.</param>
    /// <exception cref="ArgumentException">The settings are out of their range, name an unknown goal or one twice, or leave no weights;
    /// or a choice of the plan is not an option of the problem.</exception>
    public static RobustResult Analyse(
        Problem problem, IReadOnlyList<Choice>? plan = null, RobustSettings? settings = null, AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var asked = settings ?? new RobustSettings();
        var how = options ?? new AnalysisOptions();
        var (uncertainty, source) = Uncertainty(problem, asked);
        if (!HasWeights(problem, asked))
            throw new ArgumentException("No weights keep the order and the ranges together.", nameof(settings));
        if (plan is not null)
            _ = Checking.Evaluator.Evaluate(problem, plan);
        var set = new WeightSet(problem.Goals, uncertainty);
        return new RobustRun(problem, plan, asked, how, set, source, progress, cancellationToken).Run(MostPortfolios);
    }

    /// <summary>Whether any weights keep the order and the ranges together.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="settings">Which uncertainty is asked about.</param>
    /// <exception cref="ArgumentException">The settings are out of their range, or name an unknown goal or one twice.</exception>
    public static bool HasWeights(Problem problem, RobustSettings settings)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(settings);
        ThrowIfUnusable(problem, settings);
        return new WeightBounds(problem.Goals, Uncertainty(problem, settings).Uncertainty).IsPossible;
    }

    /// <summary>What is uncertain about weights, and who said so: what comes with the question goes before what the problem says.</summary>
    internal static (WeightUncertainty Uncertainty, WeightSource Source) Uncertainty(Problem problem, RobustSettings settings)
    {
        var order = settings.Order is { Count: > 0 } given ? given : null;
        return (order, settings.Spread, problem.Analysis.Weights) switch
        {
            ({ } o, { } s, _) => (new WeightUncertainty(o, Around(problem, s)), WeightSource.OrderAndSpread),
            ({ } o, null, _) => (new WeightUncertainty(o, new Dictionary<GoalId, Interval>()), WeightSource.Order),
            (null, { } s, _) => (new WeightUncertainty([], Around(problem, s)), WeightSource.Spread),
            (null, null, { } weights) when weights.Order.Count > 0 || weights.Between.Count > 0 => (weights, WeightSource.Problem),
            _ => (new WeightUncertainty([], Around(problem, RobustSettings.UsualSpread)), WeightSource.Assumed),
        };
    }

    private static Dictionary<GoalId, Interval> Around(Problem problem, double spread) =>
        problem.Goals.ToDictionary(g => g.Id, g => new Interval(g.Weight * (1 - spread), g.Weight * (1 + spread)));

    private static void ThrowIfUnusable(Problem problem, RobustSettings settings)
    {
        if (settings.Vectors < 1)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Vectors, "At least one weight vector is needed.");
        if (settings.Spread is { } spread && !(spread is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(settings), spread, "The spread must be from 0 to 1.");
        if (!(settings.Gap >= 0) || double.IsInfinity(settings.Gap))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Gap, "The gap must be zero or more.");
        var order = settings.Order ?? [];
        if (order.FirstOrDefault(id => problem.Goals.All(g => g.Id != id)) is { Value: not null } unknown)
            throw new ArgumentException($"There is no goal {unknown}.", nameof(settings));
        if (order.Distinct().Count() < order.Count)
            throw new ArgumentException("A goal stands more than once in the order.", nameof(settings));
    }
}
