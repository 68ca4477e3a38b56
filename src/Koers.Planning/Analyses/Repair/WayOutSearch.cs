using System.Diagnostics;
using Koers.Planning.Bounding;
using Koers.Planning.Formulation;

namespace Koers.Planning.Analyses;

/// <summary>
/// Finds the cheapest way out, with everything that can give way or with some of it: first by annealing, which soon finds a fair one, then
/// by branch and bound from there, which improves it and proves what is least.
/// </summary>
/// <param name="model">The problem's model.</param>
/// <param name="seed">Seed of all chance.</param>
/// <param name="counts">Whether work is counted instead of time, so that the same question has the same answer.</param>
/// <param name="cancelled">Stops.</param>
internal sealed class WayOutSearch(Model model, int seed, bool counts, CancellationToken cancelled)
{
    /// <summary>How many times dearer it is to give up a task or a relation than it is said to be, where that may only be for want of
    /// anything else.</summary>
    private const double Reluctance = 1000.0;

    private const double DescentShare = 0.3;
    private const double LastDescentShare = 0.15;

    // Where work is counted
    private const double BatchesPerSecond = 100.0;

    // A run of annealing, and how often it is begun anew
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(4);

    /// <summary>Batches of a first run: a small problem must not wait for what branch and bound solves in a moment.</summary>
    private double FirstBatches => 20.0 * (model.Problem.Initiatives.Count + 1);

    private readonly IReadOnlyList<ElasticLimit> _limits = Elastic.Of(model);
    private int _runs;

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
        if (least > 0 && known.MinBy(way => way.Price) is { } cheapest && cheapest.Price <= least + CheckedWayOut.Proven)
            return cheapest with { Least = cheapest.Price, IsProvenLeast = true, Among = LeastAmong.All };
        // What was proven of one rule alone is not proven of a way out
        var begun = known.Select(way => way with { Least = 0, IsProvenLeast = false }).ToList();
        if (Search(mayGiveUp, conflicts, begun, limit) is not { } found)
            return null;
        var isLeastOfAll = least > 0 && found.Price <= least + CheckedWayOut.Proven;
        var raised = found.Least >= least ? found : found with { Least = Math.Min(least, found.Price), IsProvenLeast = isLeastOfAll };
        var isOfAll = mayGiveUp || isLeastOfAll || !_limits.Any(l => l.IsGivenUp);
        return raised with { Among = isOfAll ? LeastAmong.All : GivenUp(found) > 0 ? LeastAmong.GivingUpAsLittle : LeastAmong.WithoutGivingUp };
    }

    /// <summary>What it takes if one rule alone gives way.</summary>
    public (ExactStatus Status, WayOut? Found) Alone(string rule, TimeSpan limit)
    {
        ElasticLimit[] own = [.. _limits.Where(l => l.Rule == rule)];
        var (status, found) = own.Length == 0 ? (ExactStatus.Infeasible, null) : Cheapest(own, [], limit);
        return (status, found is null ? null : found with { Among = LeastAmong.OneRule });
    }

    private bool IsStuck(RuleConflict conflict) => conflict.Rules.All(rule => _limits.Any(l => l.IsGivenUp && l.Rule == rule));

    private WayOut? Search(bool mayGiveUp, IReadOnlyList<RuleConflict> conflicts, IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        if (mayGiveUp)
            return Cheapest(_limits, known, limit).Found;
        if (!conflicts.Any(IsStuck))
        {
            var kept = known.Where(w => w.Changes.All(c => c.Side != LimitSide.Whole)).ToList();
            var first = Cheapest([.. _limits.Where(l => !l.IsGivenUp)], kept, kept.Count > 0 ? limit : 0.95 * limit);
            if (first.Found is { } found)
                return found;
            limit = counts ? 0.2 * limit : limit - watch.Elapsed;
            if (first.Status != ExactStatus.Infeasible)
                return GiveUpLeast(new CheckedWayOut(model, _limits), known, limit);
        }

        return GiveUp(known, limit);
    }

    /// <summary>As little given up as possible, and that proven as far as time allows.</summary>
    private WayOut? GiveUp(IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        var ways = new CheckedWayOut(model, _limits);
        WayOut[] all = [.. known, .. new[] { GiveUpLeast(ways, known, DescentShare * limit) }.OfType<WayOut>()];
        var givenUp = Enumerable.Range(0, _limits.Count).Where(n => _limits[n].IsGivenUp).ToHashSet();
        using var search = new ElasticSearch(model, Slacks(_limits));
        search.CountOnly(givenUp);
        Hint(search, all.MinBy(GivenUp));
        using var stop = cancelled.Register(search.Interrupt);
        var fewest = search.Solve(Patience.Of(0.4 * limit, counts), seed);
        if (fewest.Price is not { } price)
            return all.MinBy(GivenUp);
        var found = Solve(ways, 0.4 * limit, all.MinBy(GivenUp), next => next.Cap(givenUp, price + (1e-6 * Math.Max(1.0, price)))).Found;
        var best = Best(found, [.. all.Where(way => GivenUp(way) <= price + 1e-6)]);
        // Cheapest among those that give up least: what may be given up freely can be cheaper
        return best is null ? all.MinBy(GivenUp) : fewest.Status == ExactStatus.Solved ? best
            : best with { Least = Math.Min(best.Least, fewest.Least ?? 0), IsProvenLeast = false };
    }

    /// <summary>A way out that gives up tasks and relations only where annealing found no other.</summary>
    private WayOut? GiveUpLeast(CheckedWayOut ways, IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        var reluctant = new ExcessPrices(model, [.. _limits.Select(l => l.IsGivenUp
            ? l with { Slack = l.Slack with { Price = Reluctance * l.Slack.Price } } : l)]);
        var found = Descend(reluctant, known.MinBy(GivenUp), limit, FirstBatches) is { } chosen ? ways.Of(chosen) : null;
        return found is null ? known.MinBy(GivenUp) : found;
    }

    private static double GivenUp(WayOut way) => way.Changes.Where(c => c.Side == LimitSide.Whole).Sum(c => c.Price);

    /// <summary>The cheapest way out by some limits.</summary>
    private (ExactStatus Status, WayOut? Found) Cheapest(IReadOnlyList<ElasticLimit> limits, IReadOnlyList<WayOut> known, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        var ways = new CheckedWayOut(model, limits);
        WayOut? Descended(WayOut? from, TimeSpan time, bool isFirst) =>
            Descend(ways.Prices, from, time, isFirst ? FirstBatches : double.PositiveInfinity) is { } chosen ? Best(ways.Of(chosen), from is null ? [] : [from]) : from;
        var best = Descended(known.MinBy(way => way.Price), DescentShare * limit, isFirst: true);
        // Nothing costs less than nothing
        if (best is { Price: 0 })
            return (ExactStatus.Solved, best with { Least = 0, IsProvenLeast = true });
        var solved = Solve(ways, (1 - DescentShare - LastDescentShare) * limit, best);
        if (solved.Status == ExactStatus.Infeasible)
            return solved;
        best = Best(solved.Found, best is null ? [] : [best]);
        if (solved.Status == ExactStatus.Solved || best is { IsProvenLeast: true })
            return (ExactStatus.Solved, best);
        var last = Descended(best, counts ? LastDescentShare * limit : limit - watch.Elapsed, isFirst: false);
        return (ExactStatus.Stopped, last is null || best is null || last.Price >= best.Price ? best : last with { Least = Math.Min(best.Least, last.Price) });
    }

    /// <summary>The cheaper of what was just found and what was known, with what was proven of the first.</summary>
    private static WayOut? Best(WayOut? found, IReadOnlyList<WayOut> known)
    {
        var cheapest = known.MinBy(way => way.Price);
        if (found is null)
            return cheapest is null ? null : cheapest with { Least = 0, IsProvenLeast = false };
        return cheapest is null || found.Price <= cheapest.Price
            ? found
            : cheapest with { Least = Math.Min(found.Least, cheapest.Price), IsProvenLeast = found.IsProvenLeast };
    }

    /// <summary>Anneals again and again until time is over; per initiative an option or -1, or null where no way out was met.</summary>
    private int[]? Descend(ExcessPrices prices, WayOut? from, TimeSpan limit, double most)
    {
        if (cancelled.IsCancellationRequested || limit <= TimeSpan.Zero)
            return null;
        var descent = new WayOutDescent(prices, from is null ? Tasks() : from.Example.Select(model.Options.Find), HashCode(seed, _runs++));
        var watch = Stopwatch.StartNew();
        var runs = Math.Max(1, (int)Math.Ceiling(limit / LongestRun));
        var batches = Math.Min(most, counts ? Math.Max(1.0, BatchesPerSecond * limit.TotalSeconds / runs) : double.PositiveInfinity);
        for (var run = 0; run < runs && !cancelled.IsCancellationRequested; run++)
        {
            var (begun, each) = (watch.Elapsed, (limit - watch.Elapsed) / (runs - run));
            if (!counts && each <= TimeSpan.Zero)
                break;
            descent.Run(batch => cancelled.IsCancellationRequested ? 1.0 : Math.Max(batch / batches, counts ? 0.0 : (watch.Elapsed - begun) / each));
        }

        return descent.Best;
    }

    private static int HashCode(int seed, int run)
    {
        unchecked
        {
            return (seed * 397) ^ (run * 7919);
        }
    }

    /// <summary>The statutory tasks, each in its first option.</summary>
    private IEnumerable<int> Tasks() => Enumerable.Range(0, model.Problem.Initiatives.Count)
        .Where(i => model.Problem.Initiatives[i].Mandatory && model.Options.First[i] < model.Options.First[i + 1]).Select(i => model.Options.First[i]);

    private (ExactStatus Status, WayOut? Found) Solve(CheckedWayOut ways, TimeSpan patience, WayOut? from, Action<ElasticSearch>? prepare = null)
    {
        if (cancelled.IsCancellationRequested || patience <= TimeSpan.Zero)
            return (ExactStatus.Stopped, null);
        using var search = new ElasticSearch(model, Slacks(ways.Prices.Limits));
        prepare?.Invoke(search);
        Hint(search, from);
        using var stop = cancelled.Register(search.Interrupt);
        var found = search.Solve(Patience.Of(patience, counts), seed);
        return (found.Status, found.Chosen is { } chosen ? ways.Of(chosen, found) : null);
    }

    /// <summary>Where the same must come again SCIP gets none: of 73 runs that began at a selection nine ended elsewhere than the rest, and of
    /// 36 that began at none, none did. What was known counts at the end all the same.</summary>
    private void Hint(ElasticSearch search, WayOut? way)
    {
        if (way is not null && !counts)
            search.Hint(way.Example.Select(model.Options.Find).ToHashSet());
    }

    private static IReadOnlyList<Slack> Slacks(IReadOnlyList<ElasticLimit> limits) => [.. limits.Select(limit => limit.Slack)];
}
