using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Finds the cheapest way out, with everything that can give way or with some of it.</summary>
/// <param name="model">The problem's model.</param>
/// <param name="seed">Seed of the solver's own choices.</param>
/// <param name="counts">Whether work is counted instead of time, so that the same question has the same answer.</param>
/// <param name="cancelled">Stops.</param>
internal sealed class WayOutSearch(Model model, int seed, bool counts, CancellationToken cancelled)
{
    /// <summary>Within which a price counts as proven least: what SCIP leaves open.</summary>
    private const double Proven = 1e-5;

    private readonly IReadOnlyList<ElasticLimit> _limits = Elastic.Of(model);

    /// <summary>The cheapest way out. Where tasks and relations may not be given up and nothing else works, as few of them as possible by
    /// price.</summary>
    /// <param name="mayGiveUp">Whether tasks and relations may be given up wherever that is cheapest.</param>
    /// <param name="conflicts">Conflicts known: where one of them has only tasks and relations, nothing else works.</param>
    /// <param name="known">Ways out that are known already, from which to begin.</param>
    /// <param name="limit">Most time to take.</param>
    public WayOut? Find(bool mayGiveUp, IReadOnlyList<RuleConflict> conflicts, IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        // Of a conflict between tasks and relations alone, one must be given up: known without a search
        var least = conflicts.Where(IsStuck)
            .Select(c => c.Rules.Min(rule => _limits.First(l => l.Rule == rule).Slack.Price)).DefaultIfEmpty().Max();
        if (least > 0 && known.MinBy(way => way.Price) is { } cheapest && cheapest.Price <= least + Proven)
            return cheapest with { Least = cheapest.Price, IsProvenLeast = true };
        return Search(mayGiveUp, conflicts, known, limit) is not { } found ? null
            : found.Least >= least ? found
            : found with { Least = Math.Min(least, found.Price), IsProvenLeast = found.Price <= least + Proven };
    }

    private bool IsStuck(RuleConflict conflict) => conflict.Rules.All(rule => _limits.Any(l => l.IsGivenUp && l.Rule == rule));

    private WayOut? Search(bool mayGiveUp, IReadOnlyList<RuleConflict> conflicts, IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        if (mayGiveUp)
            return Best(Solve(_limits, limit, Start(known)).Found, known);
        var kept = known.Where(w => w.Changes.All(c => c.Side != LimitSide.Whole)).ToList();
        if (!conflicts.Any(IsStuck))
        {
            var first = Solve([.. _limits.Where(l => !l.IsGivenUp)], kept.Count > 0 ? limit : 0.6 * limit, Start(kept));
            if (first.Found is not null || kept.Count > 0)
                return Best(first.Found, kept);
            if (first.Status != ExactStatus.Infeasible)
                return null;
            limit *= 0.4;
        }
        return GiveUp(known, limit);
    }

    private WayOut? GiveUp(IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        var givenUp = Enumerable.Range(0, _limits.Count).Where(n => _limits[n].IsGivenUp).ToHashSet();
        using var search = new ElasticSearch(model, Slacks(_limits));
        search.CountOnly(givenUp);
        Start(known)(search);
        using var stop = cancelled.Register(search.Interrupt);
        var fewest = search.Solve(Patience.Of(limit / 2, counts), seed);
        if (fewest.Price is not { } price)
            return known.MinBy(way => way.Price);
        var found = Solve(_limits, limit / 2, next =>
        {
            next.Cap(givenUp, price + (1e-6 * Math.Max(1.0, price)));
            Start(known)(next);
        }).Found;
        var isFewest = fewest.Status == ExactStatus.Solved;
        var best = Best(found, [.. known.Where(way => GivenUp(way) <= price + 1e-6)]);
        // Cheapest among those that give up least: what may be given up freely can be cheaper
        return best is null ? known.MinBy(GivenUp) : isFewest ? best : best with { Least = Math.Min(best.Least, fewest.Least ?? 0), IsProvenLeast = false };
    }

    private static double GivenUp(WayOut way) => way.Changes.Where(c => c.Side == LimitSide.Whole).Sum(c => c.Price);

    /// <summary>The cheapest, with what was proven of it.</summary>
    private static WayOut? Best(WayOut? found, IReadOnlyList<WayOut> known)
    {
        var cheapest = known.MinBy(way => way.Price);
        if (found is null)
            return cheapest is null ? null : cheapest with { Least = 0, IsProvenLeast = false };
        return cheapest is null || found.Price <= cheapest.Price
            ? found
            : cheapest with { Least = Math.Min(found.Least, cheapest.Price), IsProvenLeast = found.IsProvenLeast };
    }

    private Action<ElasticSearch> Start(IReadOnlyList<WayOut> known) => search =>
    {
        if (known.MinBy(way => way.Price) is { } best)
            search.Hint(best.Example.Select(model.Options.Find).ToHashSet());
    };

    /// <summary>What it takes if one rule alone gives way.</summary>
    public (ExactStatus Status, WayOut? Found) Alone(string rule, TimeSpan limit)
    {
        ElasticLimit[] own = [.. _limits.Where(l => l.Rule == rule)];
        return own.Length == 0 ? (ExactStatus.Infeasible, null) : Solve(own, limit);
    }

    private (ExactStatus Status, WayOut? Found) Solve(
        IReadOnlyList<ElasticLimit> limits, TimeSpan patience, Action<ElasticSearch>? prepare = null)
    {
        if (cancelled.IsCancellationRequested || patience <= TimeSpan.Zero)
            return (ExactStatus.Stopped, null);
        using var search = new ElasticSearch(model, Slacks(limits));
        prepare?.Invoke(search);
        using var stop = cancelled.Register(search.Interrupt);
        var found = search.Solve(Patience.Of(patience, counts), seed);
        if (found.Chosen is not { } chosen)
            return (found.Status, null);
        Choice[] example = [.. chosen.Where(o => o >= 0).Select(model.Options.ChoiceOf)];
        return (found.Status, Rounded(limits, found, example));
    }

    /// <summary>Rounds the amounts up and asks the checker whether they are enough; a solver's tolerance may call for a little more.</summary>
    private WayOut? Rounded(IReadOnlyList<ElasticLimit> limits, ElasticResult found, IReadOnlyList<Choice> example)
    {
        for (var more = 0.0; more < 1e-2; more = (10 * more) + 1e-6)
        {
            LimitChange[] changes = [.. limits.Zip(found.Amounts, (limit, amount) => Change(limit, amount, more)).OfType<LimitChange>()];
            var plan = new Plan(PlanStatus.Feasible, example, null, null, null, [], 0, "");
            if (Evaluator.Check(Relaxed.By(model.Problem, changes), plan).Violations.Count > 0)
                continue;
            var price = changes.Sum(change => change.Price);
            var least = Math.Min(price, found.Least ?? 0.0);
            return new WayOut(changes, price, least, found.Price - least <= Proven * Math.Max(1.0, price), example);
        }
        return null;
    }

    private static LimitChange? Change(ElasticLimit limit, double amount, double more)
    {
        if (amount <= 1e-6 * Math.Max(1.0, Math.Abs(limit.Old ?? 1.0)))
            return null;
        var rounded = limit.IsGivenUp ? 1.0
            : limit.Slack.Shares is { } shares ? shares.Steps.FirstOrDefault(step => step > amount - 1e-6, shares.Steps[^1])
            : limit.Slack.IsWhole ? Math.Ceiling(amount - 1e-6)
            : Outward(amount * (1 + more));
        var signed = limit.Side == LimitSide.Min ? -rounded : rounded;
        return new LimitChange(
            limit.Rule, limit.Side, limit.Year, limit.Old, limit.Old is { } old ? Relaxed.Clean(old + signed) : null, Relaxed.Clean(rounded),
            rounded * limit.Slack.Price);
    }

    /// <summary>Up to three figures; what is a hair above them counts as on them.</summary>
    private static double Outward(double amount)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(amount)) - 2);
        return Math.Ceiling((amount / step) - 1e-4) * step;
    }

    private static IReadOnlyList<Slack> Slacks(IReadOnlyList<ElasticLimit> limits) => [.. limits.Select(limit => limit.Slack)];
}
