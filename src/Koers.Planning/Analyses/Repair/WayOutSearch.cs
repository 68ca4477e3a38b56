using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Finds the cheapest way out, with everything that can give way or with some of it.</summary>
internal sealed class WayOutSearch(Model model, int seed, CancellationToken cancelled)
{
    /// <summary>Within which a price counts as proven least: what SCIP leaves open.</summary>
    private const double Proven = 1e-5;

    private readonly IReadOnlyList<ElasticLimit> _limits = Elastic.Of(model);

    /// <summary>The cheapest way out. Where tasks and relations may not be given up and nothing else works, as few of them as possible by
    /// price.</summary>
    public (ExactStatus Status, WayOut? Found) Find(bool mayGiveUp, TimeSpan limit)
    {
        if (mayGiveUp)
            return Solve(_limits, limit);
        var first = Solve([.. _limits.Where(l => !l.IsGivenUp)], limit / 2);
        if (first.Status != ExactStatus.Infeasible)
            return first;
        var givenUp = Enumerable.Range(0, _limits.Count).Where(n => _limits[n].IsGivenUp).ToHashSet();
        double least;
        using (var search = new ElasticSearch(model, Slacks(_limits)))
        {
            search.CountOnly(givenUp);
            using var stop = cancelled.Register(search.Interrupt);
            var fewest = search.Solve(limit / 4, seed);
            if (fewest.Price is not { } price)
                return (fewest.Status, null);
            least = price;
        }
        return Solve(_limits, limit / 4, search => search.Cap(givenUp, least + (1e-6 * Math.Max(1.0, least))));
    }

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
        var found = search.Solve(patience, seed);
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
